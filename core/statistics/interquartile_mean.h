// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/statistics/estimate.h"
#include "core/statistics/sample.h"
#include "core/statistics/stratified_resamples.h"

namespace trimtab::statistics {

/// The mean of the middle half of all runs of all tasks together: floor(n/4) values are cut at either end
/// (rliable's IQM, arXiv 2108.13264, section 4.1; SciPy's trim_mean with 0.25).
[[nodiscard]] Expected<double> interquartile_mean(const StratifiedScores& scores);

/// With its stratified-bootstrap interval.
[[nodiscard]] Expected<Estimate> interquartile_mean(const StratifiedScores& scores,
                                                    const StratifiedResamples& resamples,
                                                    double confidence = 0.95);

}  // namespace trimtab::statistics
