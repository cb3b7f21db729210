// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace trimtab::results {

/// An exponential moving average with `weight` in [0, 1) for the past, divided by 1 - weight^n so that it
/// does not start at 0 (Kingma and Ba, arXiv 1412.6980, section 3). NaN stays NaN and does not count.
[[nodiscard]] std::vector<double> debiased_ema(std::span<const double> values, double weight);

/// Values of a curve at `grid`, linear between its points; NaN outside of them. x ascends.
[[nodiscard]] std::vector<double> interpolate(std::span<const double> x, std::span<const double> y,
                                              std::span<const double> grid);

/// `count` >= 2 equally spaced positions from `first` to `last`.
[[nodiscard]] std::vector<double> even_grid(double first, double last, int count);

}  // namespace trimtab::results
