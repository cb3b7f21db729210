// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "core/statistics/estimate.h"
#include "core/statistics/sample.h"
#include "core/statistics/stratified_resamples.h"

namespace trimtab::statistics {

/// The mean of one task in every resample, double[resamples]. `runs` is checked and has resamples.runs(task)
/// values.
[[nodiscard]] std::vector<double> resampled_means(std::span<const double> runs,
                                                  const StratifiedResamples& resamples, int task);

/// The mean over tasks of the task means (every task counts the same) with its stratified-bootstrap interval.
/// Error: scores that are not finite or do not have the shape of `resamples`.
[[nodiscard]] Expected<Estimate> stratified_mean(const StratifiedScores& scores,
                                                 const StratifiedResamples& resamples,
                                                 double confidence = 0.95);

/// The mean of first - second, run by run, averaged over tasks, with its interval: the two are resampled as
/// pairs.
[[nodiscard]] Expected<Estimate> paired_difference(const StratifiedScores& first,
                                                   const StratifiedScores& second,
                                                   const StratifiedResamples& resamples,
                                                   double confidence = 0.95);

/// An error where `scores` does not have the shape that `resamples` was drawn for.
[[nodiscard]] Expected<void> check_shape(const StratifiedScores& scores,
                                         const StratifiedResamples& resamples);

/// The smallest number of runs of any task: what decides whether there can be an interval.
[[nodiscard]] int smallest_task(const StratifiedScores& scores);

}  // namespace trimtab::statistics
