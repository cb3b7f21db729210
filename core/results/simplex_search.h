// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "core/base/run_control.h"

namespace trimtab::results {

/// The point with the least `cost` that the downhill simplex method finds from `start` (Nelder and Mead,
/// 1965), with edges of length `edge` at first and at most so many evaluations; begins once more around the
/// best point when the simplex has shrunk. Deterministic. Ends early on a stop with the best point so far.
[[nodiscard]] std::vector<double> simplex_search(const std::function<double(std::span<const double>)>& cost,
                                                 std::vector<double> start, double edge, int evaluations,
                                                 StopToken stop);

}  // namespace trimtab::results
