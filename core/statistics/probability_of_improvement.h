// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "core/statistics/estimate.h"
#include "core/statistics/sample.h"
#include "core/statistics/stratified_resamples.h"

namespace trimtab::statistics {

/// The chance that a random run of `first` scores above a random run of `second` on the same task, ties
/// counted half, averaged over tasks (rliable's probability of improvement, arXiv 2108.13264, section 4.3),
/// with its interval. Give the same resamples twice where run i of both met the same episode: the pairs then
/// stay together.
[[nodiscard]] Expected<Estimate> probability_of_improvement(const StratifiedScores& first,
                                                            const StratifiedResamples& first_resamples,
                                                            const StratifiedScores& second,
                                                            const StratifiedResamples& second_resamples,
                                                            double confidence = 0.95);

/// One task's probability in every resample, double[resamples]; samples are checked and shaped like their
/// resamples.
[[nodiscard]] std::vector<double> resampled_improvement(std::span<const double> first,
                                                        const StratifiedResamples& first_resamples,
                                                        std::span<const double> second,
                                                        const StratifiedResamples& second_resamples,
                                                        int task);

/// One task's probability of checked samples.
[[nodiscard]] double improvement(std::span<const double> first, std::span<const double> second);

}  // namespace trimtab::statistics
