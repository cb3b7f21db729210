// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "core/statistics/sample.h"
#include "core/statistics/stratified_resamples.h"

namespace trimtab::statistics {

/// The share of runs that score above each threshold, averaged over tasks (a score distribution; arXiv
/// 2108.13264, section 4.2), with a pointwise stratified-bootstrap band. All vectors have the thresholds'
/// length; values 0..1.
struct PerformanceProfile {
    std::vector<double> thresholds;  ///< in units of the score, ascending
    std::vector<double> share;
    std::vector<double> low, high;  ///< empty where a task has one run: no band
    double confidence = 0.95;
};

/// Error: thresholds that do not ascend, or scores that are not finite or not of the resamples' shape.
[[nodiscard]] Expected<PerformanceProfile> performance_profile(const StratifiedScores& scores,
                                                               std::span<const double> thresholds,
                                                               const StratifiedResamples& resamples,
                                                               double confidence = 0.95);

}  // namespace trimtab::statistics
