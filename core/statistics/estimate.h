// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>

namespace trimtab::statistics {

/// A two-sided confidence interval; `confidence` in (0, 1).
struct Interval {
    double low = 0;
    double high = 0;
    double confidence = 0.95;

    [[nodiscard]] bool contains(double value) const { return low <= value && value <= high; }
};

/// A value with its interval, or with the reason why it has none. No interval is ever made from one unit.
struct Estimate {
    double value = 0;
    int n = 0;  ///< units behind it: runs, or training seeds
    std::optional<Interval> interval;
    std::string no_interval;  ///< one sentence; empty where there is an interval
};

/// The percentile interval of a bootstrap distribution of at least one value (Efron and Tibshirani, "An
/// Introduction to the Bootstrap", section 13.3). The distribution is reordered.
[[nodiscard]] Interval percentile_interval(std::span<double> distribution, double confidence);

/// `value` with the percentile interval of `distribution`, or without one where n < 2. The distribution is
/// reordered.
[[nodiscard]] Estimate bootstrap_estimate(double value, int n, std::span<double> distribution,
                                          double confidence);

}  // namespace trimtab::statistics
