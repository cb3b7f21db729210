// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <span>

#include "core/results/comparison_metrics.h"
#include "core/results/figure_axis.h"
#include "core/results/figure_evaluation.h"
#include "core/results/figure_labels.h"
#include "core/results/number_text.h"
#include "core/results/report_evaluation.h"
#include "core/telemetry/metric_registry.h"

namespace trimtab::results {
namespace {

constexpr std::array quality_metrics{"episode_return", "latency_p95_ms", "served_share", "slo_violations"};
constexpr std::array resource_metrics{"cost_usd", "energy_wh", "scaling_actions", "flaps"};

std::string shown_name(const ContenderSummary& contender) {
    return contender.clairvoyant ? contender.name + " (ceiling)" : contender.name;
}

std::string heading_of(const std::string& name) {
    if (name == "latency_p95_ms") return "Whole-run p95 (ms)";
    const auto id = telemetry::find_metric(name);
    return id ? metric_axis(*id).text() : name;
}

std::optional<Estimate> value_of(const ContenderSummary& contender, const std::string& pattern,
                                 const std::string& metric) {
    const PatternSummary* summary = find_pattern(contender, pattern);
    if (metric == "latency_p95_ms" && summary != nullptr && summary->pooled_latency_p95_ms)
        return summary->pooled_latency_p95_ms;
    const MetricSummary* found = find_summary(contender, pattern, metric);
    return found == nullptr ? std::nullopt : std::optional(found->mean);
}

/// Two significant digits of the interval's half-width decide how many decimals all three numbers have, but
/// no more than four digits of the value.
std::string short_estimate(const Estimate& estimate) {
    if (!estimate.interval) return number_text(estimate.value) + " (no interval)";
    const auto places = [](double size) { return static_cast<int>(std::floor(std::log10(size) + 1e-6)); };
    const double half = (estimate.interval->high - estimate.interval->low) / 2,
                 size = std::fabs(estimate.value);
    const int of_value = size > 0 && std::isfinite(size) ? 3 - places(size) : 3;
    const int of_half = half > 0 && std::isfinite(half) ? 1 - places(half) : of_value;
    const int decimals = std::clamp(std::min(of_half, of_value), 0, 6);
    const auto fixed = [&](double value) {
        char digits[400];
        return std::string(
            digits,
            std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed, decimals).ptr);
    };
    return fixed(estimate.value) + " [" + fixed(estimate.interval->low) + ", " +
           fixed(estimate.interval->high) + "]";
}

/// The best mean among the contenders that are no ceiling, where more than one has a value and they differ.
std::optional<double> best_value(const ComparisonResult& comparison, const std::string& pattern,
                                 const std::string& metric) {
    const Direction direction = comparison_metrics()[comparison_metric(metric)].direction;
    if (direction == Direction::neutral) return std::nullopt;
    double low = std::numeric_limits<double>::infinity(), high = -low;
    for (const ContenderSummary& contender : comparison.contenders) {
        const auto value = value_of(contender, pattern, metric);
        if (contender.clairvoyant || !value || !std::isfinite(value->value)) continue;
        low = std::min(low, value->value);
        high = std::max(high, value->value);
    }
    if (!(low < high)) return std::nullopt;
    return direction == Direction::higher_is_better ? high : low;
}

ReportCell cell_of(const ComparisonResult& comparison, const ContenderSummary& contender,
                   const std::string& pattern, const std::string& metric) {
    const auto value = value_of(contender, pattern, metric);
    if (!value) return {"none"};
    const auto best = best_value(comparison, pattern, metric);
    return {short_estimate(*value), !contender.clairvoyant && best && value->value == *best};
}

}  // namespace

namespace {

/// One row a pair, one column a pattern.
template <class CellOf>
ReportTable pair_table(const ComparisonResult& comparison, CellOf cell_of) {
    ReportTable table;
    table.header = {"Policy", "Baseline"};
    for (const std::string& pattern : comparison.patterns) table.header.push_back(pattern);
    table.header.push_back(all_patterns);
    for (const PairComparison& pair : comparison.pairs) {
        std::vector<ReportCell> row{pair.policy, pair.baseline};
        for (const PatternComparison& pattern : pair.patterns) row.push_back(cell_of(pattern));
        table.rows.push_back(std::move(row));
    }
    return table;
}

ReportTable metrics_table(const ComparisonResult& comparison, std::span<const char* const> metrics) {
    ReportTable table;
    table.header = {"Policy"};
    for (const char* metric : metrics) table.header.push_back(heading_of(metric));
    for (const ContenderSummary& contender : comparison.contenders) {
        std::vector<ReportCell> row{shown_name(contender)};
        for (const char* metric : metrics)
            row.push_back(cell_of(comparison, contender, all_patterns, metric));
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace

ReportTable verdict_table(const ComparisonResult& comparison) {
    ReportTable table = pair_table(comparison, [](const PatternComparison& pattern) {
        return ReportCell(verdict_name(pattern.verdict));
    });
    table.caption = "Verdicts by episode return: is the policy better or worse than the baseline?";
    return table;
}

ReportTable difference_table(const ComparisonResult& comparison) {
    ReportTable table = pair_table(comparison, [](const PatternComparison& pattern) {
        const bool known = !pattern.metrics.empty() && pattern.metrics.front().difference;
        return ReportCell(known ? short_estimate(*pattern.metrics.front().difference) : "none");
    });
    table.caption = "Paired difference in episode return, policy minus baseline, with its interval.";
    return table;
}

ReportTable quality_table(const ComparisonResult& comparison) {
    ReportTable table = metrics_table(comparison, quality_metrics);
    table.caption =
        "Service over all load patterns, each pattern counting the same: means with intervals. An SLO "
        "violation is a "
        "window with p95 above " +
        format_number(comparison.slo_ms) + " ms; p95 is of all requests together.";
    return table;
}

ReportTable resource_table(const ComparisonResult& comparison) {
    ReportTable table = metrics_table(comparison, resource_metrics);
    table.caption = "Resources over all load patterns, of an episode: means with intervals.";
    return table;
}

ReportTable return_table(const ComparisonResult& comparison) {
    ReportTable table;
    table.caption = "Episode return by load pattern: means with intervals.";
    table.header = {"Policy"};
    std::vector<std::string> patterns = comparison.patterns;
    patterns.push_back(all_patterns);
    for (const std::string& pattern : patterns) table.header.push_back(pattern);
    for (const ContenderSummary& contender : comparison.contenders) {
        std::vector<ReportCell> row{shown_name(contender)};
        for (const std::string& pattern : patterns)
            row.push_back(cell_of(comparison, contender, pattern, "episode_return"));
        table.rows.push_back(std::move(row));
    }
    return table;
}

ReportTable pattern_table(const ComparisonResult& comparison) {
    constexpr std::array metrics{"episode_return", "latency_p95_ms", "served_share",
                                 "slo_violations", "cost_usd",       "scaling_actions"};
    ReportTable table;
    table.caption = "Every policy on every load pattern: means of an episode with intervals.";
    table.header = {"Pattern", "Policy"};
    for (const char* metric : metrics) table.header.push_back(heading_of(metric));
    for (const std::string& pattern : comparison.patterns)
        for (const ContenderSummary& contender : comparison.contenders) {
            std::vector<ReportCell> row{pattern, shown_name(contender)};
            for (const char* metric : metrics) row.push_back(cell_of(comparison, contender, pattern, metric));
            table.rows.push_back(std::move(row));
        }
    return table;
}

ReportTable spread_table(const ComparisonResult& comparison) {
    ReportTable table;
    table.caption =
        "Episode return by load pattern: mean, standard deviation, smallest and largest value, interquartile "
        "mean.";
    table.header = {"Policy", "Pattern", "Mean", "Std", "Min", "Max", "IQM", "n"};
    for (const ContenderSummary& contender : comparison.contenders)
        for (const std::string& pattern : comparison.patterns) {
            const MetricSummary* m = find_summary(contender, pattern, "episode_return");
            if (m == nullptr) continue;
            table.rows.push_back({shown_name(contender), pattern, number_text(m->sample.mean),
                                  m->sample.std ? number_text(*m->sample.std) : "none",
                                  number_text(m->sample.min), number_text(m->sample.max),
                                  short_estimate(m->iqm), std::to_string(m->sample.n)});
        }
    return table;
}

}  // namespace trimtab::results
