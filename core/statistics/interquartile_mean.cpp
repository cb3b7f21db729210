// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/interquartile_mean.h"

#include <algorithm>

#include "core/statistics/resampled_mean.h"

namespace trimtab::statistics {
namespace {

struct Run {
    double score = 0;
    int task = 0;
    int run = 0;
};

std::vector<Run> sorted_runs(const StratifiedScores& scores) {
    std::vector<Run> out;
    for (std::size_t task = 0; task < scores.size(); ++task) {
        for (std::size_t run = 0; run < scores[task].size(); ++run)
            out.push_back({scores[task][run], static_cast<int>(task), static_cast<int>(run)});
    }
    std::sort(out.begin(), out.end(), [](const Run& a, const Run& b) { return a.score < b.score; });
    return out;
}

// The runs are sorted once; a resample only changes how often each counts, so the trimmed sum is the overlap
// of each run's copies with the kept ranks [cut, n - cut).
std::vector<double> resampled(const std::vector<Run>& runs, const StratifiedResamples& resamples) {
    const auto n = static_cast<double>(runs.size());
    const auto cut = static_cast<double>(runs.size() / 4);
    const auto width = static_cast<std::size_t>(resamples.resamples());
    std::vector<double> below(width), sum(width);
    for (const Run& run : runs) {
        const auto counts = resamples.counts(run.task, run.run);
        for (std::size_t b = 0; b < width; ++b) {
            const double first = below[b];
            const double last = first + static_cast<double>(counts[b]);
            const double kept = std::min(last, n - cut) - std::max(first, cut);
            sum[b] += std::max(kept, 0.0) * run.score;
            below[b] = last;
        }
    }
    for (double& value : sum) value /= n - 2 * cut;
    return sum;
}

}  // namespace

Expected<double> interquartile_mean(const StratifiedScores& scores) {
    if (auto ok = check_scores(scores); !ok) return Unexpected<Error>(ok.error());
    const auto runs = sorted_runs(scores);
    const std::size_t cut = runs.size() / 4;
    double sum = 0;
    for (std::size_t i = cut; i < runs.size() - cut; ++i) sum += runs[i].score;
    return sum / static_cast<double>(runs.size() - 2 * cut);
}

Expected<Estimate> interquartile_mean(const StratifiedScores& scores, const StratifiedResamples& resamples,
                                      double confidence) {
    if (auto ok = check_shape(scores, resamples); !ok) return Unexpected<Error>(ok.error());
    const auto value = interquartile_mean(scores);
    auto distribution = resampled(sorted_runs(scores), resamples);
    return bootstrap_estimate(*value, smallest_task(scores), distribution, confidence);
}

}  // namespace trimtab::statistics
