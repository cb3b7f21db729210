// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/performance_profile.h"

#include <algorithm>

#include "core/statistics/estimate.h"
#include "core/statistics/resampled_mean.h"

namespace trimtab::statistics {
namespace {

struct Run {
    double score = 0;
    int task = 0;
    int run = 0;
};

std::vector<Run> sorted_downwards(const StratifiedScores& scores) {
    std::vector<Run> out;
    for (std::size_t task = 0; task < scores.size(); ++task) {
        for (std::size_t run = 0; run < scores[task].size(); ++run)
            out.push_back({scores[task][run], static_cast<int>(task), static_cast<int>(run)});
    }
    std::sort(out.begin(), out.end(), [](const Run& a, const Run& b) { return a.score > b.score; });
    return out;
}

}  // namespace

Expected<PerformanceProfile> performance_profile(const StratifiedScores& scores,
                                                 std::span<const double> thresholds,
                                                 const StratifiedResamples& resamples, double confidence) {
    if (auto ok = check_shape(scores, resamples); !ok) return Unexpected<Error>(ok.error());
    if (auto ok = check_sample(thresholds, 1, "the thresholds"); !ok) return Unexpected<Error>(ok.error());
    if (!std::is_sorted(thresholds.begin(), thresholds.end()))
        return fail(ErrorCode::invalid_argument, "a profile's thresholds ascend: sort them first");

    const std::size_t points = thresholds.size();
    const bool band = smallest_task(scores) > 1;
    PerformanceProfile out{
        {thresholds.begin(), thresholds.end()}, std::vector<double>(points), {}, {}, confidence};
    if (band) {
        out.low.resize(points);
        out.high.resize(points);
    }
    // From the highest threshold down, runs only ever join those above it.
    const auto runs = sorted_downwards(scores);
    std::vector<double> above(static_cast<std::size_t>(resamples.resamples())), scratch;
    double share = 0;
    std::size_t next = 0;
    for (std::size_t point = points; point-- > 0;) {
        for (; next < runs.size() && runs[next].score > thresholds[point]; ++next) {
            const auto task = static_cast<std::size_t>(runs[next].task);
            const double weight = 1.0 / static_cast<double>(scores[task].size() * scores.size());
            share += weight;
            const auto counts = resamples.counts(runs[next].task, runs[next].run);
            for (std::size_t b = 0; band && b < above.size(); ++b)
                above[b] += weight * static_cast<double>(counts[b]);
        }
        out.share[point] = share;
        if (!band) continue;
        scratch = above;
        const Interval interval = percentile_interval(scratch, confidence);
        out.low[point] = interval.low;
        out.high[point] = interval.high;
    }
    return out;
}

}  // namespace trimtab::statistics
