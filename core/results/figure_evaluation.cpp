// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/figure_evaluation.h"

#include <cctype>
#include <limits>

#include "core/results/figure_axis.h"
#include "core/results/figure_labels.h"
#include "core/telemetry/metric_registry.h"

namespace trimtab::results {
namespace {

namespace metric = telemetry::metric;
constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

std::string percent(double share) { return format_number(100 * share) + " %"; }

void add_estimate(FigureSeries& series, double x, const std::optional<Estimate>& estimate) {
    series.x.push_back(x);
    series.y.push_back(estimate ? estimate->value : nothing);
    series.low.push_back(estimate && estimate->interval ? estimate->interval->low : nothing);
    series.high.push_back(estimate && estimate->interval ? estimate->interval->high : nothing);
}

std::optional<Estimate> estimate_of(const ContenderSummary& contender, const std::string& pattern,
                                    const std::string& name) {
    if (name == "latency_p95_ms") {
        const PatternSummary* summary = find_pattern(contender, pattern);
        if (summary != nullptr && summary->pooled_latency_p95_ms) return summary->pooled_latency_p95_ms;
    }
    const MetricSummary* summary = find_summary(contender, pattern, name);
    return summary == nullptr ? std::nullopt : std::optional(summary->mean);
}

FigurePanel bars_of(const ComparisonResult& comparison, int id) {
    FigurePanel panel;
    panel.y = metric_axis(id);
    panel.x.label = "Load pattern";
    panel.x.categories = comparison.patterns;
    panel.empty = "no evaluated policy has this metric";
    for (const ContenderSummary& contender : comparison.contenders) {
        FigureSeries series;
        series.name = contender.clairvoyant ? contender.name + " (ceiling)" : contender.name;
        series.kind = SeriesKind::bars;
        if (contender.clairvoyant) series.emphasis = SeriesEmphasis::ceiling;
        for (std::size_t p = 0; p < comparison.patterns.size(); ++p)
            add_estimate(
                series, static_cast<double>(p),
                estimate_of(contender, comparison.patterns[p], std::string(telemetry::metric_info(id).name)));
        panel.series.push_back(std::move(series));
    }
    return panel;
}

}  // namespace

const PatternSummary* find_pattern(const ContenderSummary& contender, std::string_view pattern) {
    for (const PatternSummary& summary : contender.patterns)
        if (summary.pattern == pattern) return &summary;
    return nullptr;
}

const MetricSummary* find_summary(const ContenderSummary& contender, std::string_view pattern,
                                  std::string_view metric) {
    const PatternSummary* summary = find_pattern(contender, pattern);
    if (summary == nullptr) return nullptr;
    for (const MetricSummary& m : summary->metrics)
        if (m.metric == metric) return m.problem.empty() ? &m : nullptr;
    return nullptr;
}

FigureSpec evaluation_bars_figure(const ComparisonResult& comparison) {
    FigureSpec figure;
    figure.name = "evaluation_comparison";
    figure.title = "Evaluation by load pattern";
    figure.layout = FigureLayout::grid;
    figure.caption = "Means over " + std::to_string(comparison.runs) +
                     " paired episodes a load pattern with " + percent(comparison.confidence) +
                     " bootstrap intervals; p95 is of all requests of all episodes together. " +
                     comparison.unit_statement;
    for (const int id :
         {metric::episode_return, metric::latency_p95_ms, metric::cost_usd, metric::slo_violations})
        figure.panels.push_back(bars_of(comparison, id));
    figure.panels[1].lines.push_back({comparison.slo_ms, "", false});
    figure.panels[1].y.label = "Whole-run latency p95";
    figure.panels[1].y.scale = AxisScale::logarithmic;
    figure.caption +=
        " Dashed: the SLO of " + format_number(comparison.slo_ms) + " ms; its axis is logarithmic.";
    figure.panels[2].y.label = "Cost of an episode";
    figure.panels[3].y.label = "SLO violations (share)";
    return figure;
}

FigureSpec paired_differences_figure(const ComparisonResult& comparison, const std::string& name) {
    FigureSpec figure;
    figure.name = "paired_differences_" + name;
    const auto id = telemetry::find_metric(name);
    const FigureAxis metric = id ? metric_axis(*id) : FigureAxis{};
    figure.title = "Paired differences";
    figure.caption = "Mean paired difference, policy minus baseline, with its " +
                     percent(comparison.confidence) + " interval. " + comparison.unit_statement;
    FigurePanel panel;
    panel.y = metric;
    std::string of = metric.label.empty() ? name : metric.label;
    of[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(of[0])));
    panel.y.label = "Difference in " + of;
    panel.x.label = "Load pattern";
    panel.x.categories = comparison.patterns;
    panel.x.categories.push_back(all_patterns);
    panel.lines.push_back({0, "", false});
    panel.empty = "no pair of policies has a difference in " + name;
    bool one_policy = true;
    for (const PairComparison& pair : comparison.pairs)
        one_policy = one_policy && pair.policy == comparison.pairs.front().policy;
    for (const PairComparison& pair : comparison.pairs) {
        FigureSeries series;
        series.kind = SeriesKind::scatter;
        series.name = one_policy ? pair.baseline : pair.policy + " \u2212 " + pair.baseline;
        for (std::size_t p = 0; p < panel.x.categories.size(); ++p) {
            std::optional<Estimate> difference;
            for (const PatternComparison& pattern : pair.patterns)
                for (const MetricComparison& m : pattern.metrics)
                    if (pattern.pattern == panel.x.categories[p] && m.metric == name)
                        difference = m.difference;
            add_estimate(series, static_cast<double>(p), difference);
        }
        panel.series.push_back(std::move(series));
    }
    if (one_policy && !comparison.pairs.empty()) panel.title = comparison.pairs.front().policy + " minus";
    figure.panels.push_back(std::move(panel));
    return figure;
}

FigureSpec performance_profile_figure(const ComparisonResult& comparison) {
    FigureSpec figure;
    figure.name = "performance_profile";
    figure.title = "Performance profiles";
    figure.caption =
        "Share of episodes whose return exceeds the threshold, each load pattern counting the same, with "
        "pointwise " +
        percent(comparison.confidence) + " bootstrap bands. " + comparison.unit_statement;
    FigurePanel panel;
    panel.x.label = "Episode return threshold";
    panel.y.label = "Share of episodes above";
    panel.y.minimum = -0.02;
    panel.y.maximum = 1.02;
    panel.empty = "no policy has a performance profile";
    for (const ContenderSummary& contender : comparison.contenders) {
        if (!contender.return_profile) continue;
        const statistics::PerformanceProfile& profile = *contender.return_profile;
        FigureSeries series;
        series.name = contender.clairvoyant ? contender.name + " (ceiling)" : contender.name;
        if (contender.clairvoyant) series.emphasis = SeriesEmphasis::ceiling;
        series.x = profile.thresholds;
        series.y = profile.share;
        series.low = profile.low;
        series.high = profile.high;
        panel.series.push_back(std::move(series));
    }
    figure.panels.push_back(std::move(panel));
    return figure;
}

}  // namespace trimtab::results
