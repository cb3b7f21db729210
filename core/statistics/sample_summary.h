// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>

#include "core/base/expected.h"

namespace trimtab::statistics {

/// Moments of one sample. Spread needs two values: with one, `std` and `se` are absent.
struct SampleSummary {
    int n = 0;
    double mean = 0;
    double min = 0;
    double max = 0;
    std::optional<double> std;  ///< sample standard deviation, divisor n - 1
    std::optional<double> se;   ///< std / sqrt(n)
};

/// Error: an empty sample, or a value that is not finite.
[[nodiscard]] Expected<SampleSummary> summarize(std::span<const double> sample);

/// The mean and the sample variance (divisor n - 1; 0 for one value) of a checked sample of at least one
/// value.
[[nodiscard]] double mean(std::span<const double> sample);
[[nodiscard]] double variance(std::span<const double> sample);

}  // namespace trimtab::statistics
