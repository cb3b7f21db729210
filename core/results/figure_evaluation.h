// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/results/comparison_values.h"
#include "core/results/figure_spec.h"
#include "core/training/evaluation_result.h"

namespace trimtab::results {

/// One panel a metric (return, whole-run p95, cost, SLO violations), patterns along the axis, one bar a
/// contender with the interval of its mean. A clairvoyant policy is drawn hollow, as the ceiling it is.
[[nodiscard]] FigureSpec evaluation_bars_figure(const ComparisonResult& comparison);

/// Every candidate's paired difference to every baseline in `metric`, with its interval, about a line at 0.
[[nodiscard]] FigureSpec paired_differences_figure(const ComparisonResult& comparison,
                                                   const std::string& metric = "episode_return");

/// Six spokes from 0 to 1, all over all patterns: latency min(1, SLO / p95), throughput = served share,
/// efficiency = least energy / energy, stability = 1 / (1 + flaps an episode), cost = least cost / cost, SLO
/// = 1 - violations.
[[nodiscard]] FigureSpec radar_figure(const ComparisonResult& comparison);

/// Share of episodes whose return exceeds a threshold, with pointwise bands.
[[nodiscard]] FigureSpec performance_profile_figure(const ComparisonResult& comparison);

/// Cumulative distribution of the latencies of all responses, a curve a policy, one panel a pattern (empty:
/// one panel over all of them).
[[nodiscard]] FigureSpec latency_cdf_figure(const training::EvaluationResult& evaluation,
                                            const std::vector<std::string>& patterns = {});

/// One episode: replicas (desired and ready), placement, load and p95 under one another, and where the policy
/// tells them how probable its action was and the return it expected. Needs its steps.
[[nodiscard]] FigureSpec replica_timeline_figure(const std::string& policy,
                                                 const training::EpisodeResult& episode, double slo_ms);

/// One point of a trade-off: a policy, or one weighting of a sweep.
struct TradeOffPoint {
    std::string name;  ///< points of one name share a marker and a place in the legend
    double cost_usd = 0;
    double latency_p95_ms = 0;
    double slo_violations = 0;  ///< 0..1
    double scaling_actions = 0;
};

/// SLO violations, p95 and scaling actions over cost; a step line joins the points that no other beats in the
/// panel's two quantities.
[[nodiscard]] FigureSpec pareto_figure(std::span<const TradeOffPoint> points);

/// The contenders of a comparison as points, over all patterns.
[[nodiscard]] std::vector<TradeOffPoint> trade_off_points(const ComparisonResult& comparison);

/// A metric's summary of one contender and pattern; null where there is none or it has a problem.
[[nodiscard]] const MetricSummary* find_summary(const ContenderSummary& contender, std::string_view pattern,
                                                std::string_view metric);
[[nodiscard]] const PatternSummary* find_pattern(const ContenderSummary& contender, std::string_view pattern);

}  // namespace trimtab::results
