// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/statistics/estimate.h"
#include "core/statistics/sample.h"
#include "core/statistics/stratified_resamples.h"

namespace trimtab::statistics {

/// How far runs stay below a target score: the mean over runs and tasks of max(0, target - score) (rliable's
/// optimality gap, arXiv 2108.13264, section 4.3), with its stratified-bootstrap interval. In units of the
/// score; lower is better.
[[nodiscard]] Expected<Estimate> optimality_gap(const StratifiedScores& scores, double target,
                                                const StratifiedResamples& resamples,
                                                double confidence = 0.95);

}  // namespace trimtab::statistics
