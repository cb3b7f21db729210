// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/comparison_summary.h"

#include <algorithm>
#include <limits>

#include "core/results/comparison_metrics.h"
#include "core/statistics/interquartile_mean.h"
#include "core/statistics/optimality_gap.h"
#include "core/statistics/sample_summary.h"

namespace trimtab::results {
namespace {

using statistics::StratifiedScores;

constexpr int profile_points = 101;

MetricSummary summarize_metric(const Contender& contender, std::size_t metric, std::size_t pattern,
                               const statistics::StratifiedResamples& draws, double confidence) {
    const ComparisonMetric& info = comparison_metrics()[metric];
    MetricSummary out;
    out.metric = info.name;
    out.unit = info.unit;
    out.problem = contender.problem(metric, pattern);
    if (!out.problem.empty()) return out;
    const StratifiedScores scores = contender.scores(metric, pattern);
    std::vector<double> flat;
    for (const auto& task : scores) flat.insert(flat.end(), task.begin(), task.end());
    out.sample = *statistics::summarize(flat);
    auto drawn = contender.means(metric, pattern);
    out.mean =
        statistics::bootstrap_estimate(contender.mean(metric, pattern), contender.units, drawn, confidence);
    out.iqm = *statistics::interquartile_mean(scores, draws, confidence);
    return out;
}

std::vector<std::string> pattern_notes(const Contender& contender, std::size_t first, std::size_t last) {
    EpisodeNotes sum;
    for (std::size_t pattern = first; pattern < last; ++pattern) {
        sum.episodes += contender.notes[pattern].episodes;
        sum.without_success += contender.notes[pattern].without_success;
        sum.without_latencies += contender.notes[pattern].without_latencies;
    }
    const std::string of_all = " of " + std::to_string(sum.episodes) + " episodes";
    std::vector<std::string> out;
    if (sum.without_success > 0)
        out.push_back("No request succeeded in " + std::to_string(sum.without_success) + of_all +
                      ": latencies there are the timeout, not response times.");
    if (sum.without_latencies == sum.episodes)
        out.push_back("No latencies were recorded, so there is no whole-run p95.");
    else if (sum.without_latencies > 0)
        out.push_back("No latencies were recorded in " + std::to_string(sum.without_latencies) + of_all +
                      ": the whole-run p95 is that of the others.");
    return out;
}

PatternSummary summarize_pattern(const Contender& contender, const std::vector<std::string>& patterns,
                                 std::size_t pattern, double confidence) {
    const auto draws = contender.draws(pattern);
    const bool single = pattern < patterns.size();
    PatternSummary out;
    out.pattern = single ? patterns[pattern] : all_patterns;
    for (std::size_t metric = 0; metric < comparison_metrics().size(); ++metric)
        out.metrics.push_back(summarize_metric(contender, metric, pattern, draws, confidence));
    const PooledP95 p95(contender.latencies_of(pattern));
    if (p95.value()) {
        auto drawn = p95.distribution(draws);
        out.pooled_latency_p95_ms =
            statistics::bootstrap_estimate(*p95.value(), contender.units, drawn, confidence);
    }
    out.notes = pattern_notes(contender, single ? pattern : 0, single ? pattern + 1 : patterns.size());
    return out;
}

std::vector<double> profile_thresholds(const std::vector<Contender>& contenders, std::size_t metric,
                                       std::size_t all) {
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const Contender& contender : contenders) {
        if (!contender.problem(metric, all).empty()) continue;
        for (const auto& task : contender.scores(metric, all)) {
            low = std::min(low, *std::min_element(task.begin(), task.end()));
            high = std::max(high, *std::max_element(task.begin(), task.end()));
        }
    }
    std::vector<double> out;
    for (int i = 0; i < profile_points && low <= high; ++i)
        out.push_back(low + (high - low) * i / (profile_points - 1));
    return out;
}

// Scores relative to the planner's mean of each pattern, so that one target fits all patterns.
std::optional<Estimate> gap_below(const Contender& contender, const Contender& planner, std::size_t metric,
                                  std::size_t all, double confidence) {
    if (!contender.problem(metric, all).empty() || !planner.problem(metric, all).empty()) return std::nullopt;
    StratifiedScores scores = contender.scores(metric, all);
    for (std::size_t pattern = 0; pattern < scores.size(); ++pattern)
        for (double& score : scores[pattern]) score -= planner.mean(metric, pattern);
    return *statistics::optimality_gap(scores, 0, contender.draws(all), confidence);
}

}  // namespace

std::vector<ContenderSummary> summarize_contenders(const std::vector<Contender>& contenders,
                                                   const std::vector<std::string>& patterns,
                                                   double confidence) {
    const std::size_t metric = comparison_metric("episode_return");
    const std::size_t all = patterns.size();
    const auto thresholds = profile_thresholds(contenders, metric, all);
    const auto planner = std::find_if(contenders.begin(), contenders.end(),
                                      [](const Contender& one) { return one.clairvoyant; });
    std::vector<ContenderSummary> out;
    for (const Contender& contender : contenders) {
        ContenderSummary one{contender.name,
                             contender.policies,
                             contender.sources,
                             contender.training_seeds,
                             contender.clairvoyant,
                             contender.candidate,
                             contender.unit,
                             contender.units,
                             {},
                             std::nullopt,
                             std::nullopt};
        for (std::size_t pattern = 0; pattern <= all; ++pattern)
            one.patterns.push_back(summarize_pattern(contender, patterns, pattern, confidence));
        if (contender.problem(metric, all).empty())
            one.return_profile = *statistics::performance_profile(contender.scores(metric, all), thresholds,
                                                                  contender.draws(all), confidence);
        if (planner != contenders.end() && !contender.clairvoyant)
            one.optimality_gap = gap_below(contender, *planner, metric, all, confidence);
        out.push_back(std::move(one));
    }
    return out;
}

}  // namespace trimtab::results
