// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <limits>

#include "core/results/figure_axis.h"
#include "core/results/figure_evaluation.h"

namespace trimtab::results {
namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

double mean_of(const ContenderSummary& contender, const char* metric) {
    const MetricSummary* summary = find_summary(contender, all_patterns, metric);
    return summary == nullptr ? nothing : summary->mean.value;
}

double whole_run_p95(const ContenderSummary& contender) {
    const PatternSummary* all = find_pattern(contender, all_patterns);
    if (all != nullptr && all->pooled_latency_p95_ms) return all->pooled_latency_p95_ms->value;
    return mean_of(contender, "latency_p95_ms");
}

/// The smallest value of a metric among the contenders that are no ceiling.
double least(const ComparisonResult& comparison, const char* metric) {
    double out = std::numeric_limits<double>::infinity();
    for (const ContenderSummary& contender : comparison.contenders)
        if (!contender.clairvoyant) out = std::fmin(out, mean_of(contender, metric));
    return out;
}

}  // namespace

FigureSpec radar_figure(const ComparisonResult& comparison) {
    FigureSpec figure;
    figure.name = "radar";
    figure.title = "Profiles of the policies";
    figure.caption =
        "Over all load patterns, 0 in the middle, 1 at the rim, more is better. Latency: min(1, SLO of " +
        format_number(comparison.slo_ms) +
        " ms / p95); throughput: share of responses in time; efficiency: least energy / energy; stability: 1 "
        "/ (1 + "
        "flaps an episode); cost: least cost / cost; SLO: share of windows within it. Means without "
        "intervals: the "
        "bars and differences have them.";
    FigurePanel panel;
    panel.kind = PanelKind::radar;
    panel.x.categories = {"Latency", "Throughput", "Efficiency", "Stability", "Cost", "SLO"};
    panel.y.label = "Score (0 to 1)";
    const double energy = least(comparison, "energy_wh"), cost = least(comparison, "cost_usd");
    for (const ContenderSummary& c : comparison.contenders) {
        if (c.clairvoyant) continue;
        FigureSeries series;
        series.kind = SeriesKind::radar;
        series.name = c.name;
        series.y = {std::min(1.0, comparison.slo_ms / whole_run_p95(c)),
                    mean_of(c, "served_share"),
                    energy / mean_of(c, "energy_wh"),
                    1 / (1 + mean_of(c, "flaps")),
                    cost / mean_of(c, "cost_usd"),
                    1 - mean_of(c, "slo_violations")};
        // min(1, NaN) is 1: an unknown latency is a gap.
        if (std::isnan(whole_run_p95(c))) series.y[0] = nothing;
        panel.series.push_back(std::move(series));
    }
    figure.panels.push_back(std::move(panel));
    return figure;
}

std::vector<TradeOffPoint> trade_off_points(const ComparisonResult& comparison) {
    std::vector<TradeOffPoint> points;
    for (const ContenderSummary& c : comparison.contenders)
        points.push_back({c.clairvoyant ? c.name + " (ceiling)" : c.name, mean_of(c, "cost_usd"),
                          whole_run_p95(c), mean_of(c, "slo_violations"), mean_of(c, "scaling_actions")});
    return points;
}

}  // namespace trimtab::results
