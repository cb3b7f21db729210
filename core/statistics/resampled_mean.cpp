// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/resampled_mean.h"

#include <algorithm>

#include "core/statistics/sample_summary.h"

namespace trimtab::statistics {

Expected<void> check_shape(const StratifiedScores& scores, const StratifiedResamples& resamples) {
    if (auto ok = check_scores(scores); !ok) return ok;
    bool same = static_cast<int>(scores.size()) == resamples.tasks();
    for (int task = 0; same && task < resamples.tasks(); ++task)
        same = static_cast<int>(scores[static_cast<std::size_t>(task)].size()) == resamples.runs(task);
    if (!same)
        return fail(
            ErrorCode::invalid_argument,
            "the resamples were drawn for another number of runs or tasks: draw them for these scores");
    return {};
}

int smallest_task(const StratifiedScores& scores) {
    std::size_t least = scores.front().size();
    for (const auto& task : scores) least = std::min(least, task.size());
    return static_cast<int>(least);
}

std::vector<double> resampled_means(std::span<const double> runs, const StratifiedResamples& resamples,
                                    int task) {
    std::vector<double> out(static_cast<std::size_t>(resamples.resamples()));
    for (std::size_t run = 0; run < runs.size(); ++run) {
        const auto counts = resamples.counts(task, static_cast<int>(run));
        const double value = runs[run] / static_cast<double>(runs.size());
        for (std::size_t b = 0; b < out.size(); ++b) out[b] += value * static_cast<double>(counts[b]);
    }
    return out;
}

Expected<Estimate> stratified_mean(const StratifiedScores& scores, const StratifiedResamples& resamples,
                                   double confidence) {
    if (auto ok = check_shape(scores, resamples); !ok) return Unexpected<Error>(ok.error());
    const double share = 1.0 / static_cast<double>(scores.size());
    std::vector<double> distribution(static_cast<std::size_t>(resamples.resamples()));
    double value = 0;
    for (int task = 0; task < resamples.tasks(); ++task) {
        const auto& runs = scores[static_cast<std::size_t>(task)];
        value += share * mean(runs);
        const auto means = resampled_means(runs, resamples, task);
        for (std::size_t b = 0; b < means.size(); ++b) distribution[b] += share * means[b];
    }
    return bootstrap_estimate(value, smallest_task(scores), distribution, confidence);
}

Expected<Estimate> paired_difference(const StratifiedScores& first, const StratifiedScores& second,
                                     const StratifiedResamples& resamples, double confidence) {
    if (auto ok = check_paired(first, second); !ok) return Unexpected<Error>(ok.error());
    StratifiedScores differences = first;
    for (std::size_t task = 0; task < first.size(); ++task)
        std::transform(first[task].begin(), first[task].end(), second[task].begin(),
                       differences[task].begin(), std::minus<>());
    return stratified_mean(differences, resamples, confidence);
}

}  // namespace trimtab::statistics
