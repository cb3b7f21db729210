// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/figure_evaluation.h"

namespace trimtab::results {
namespace {

FigureSeries cdf_of(const training::PolicyResult& policy, const std::string& pattern) {
    cluster::LatencyHistogram merged;
    for (const training::EpisodeResult& episode : policy.episodes)
        if (pattern.empty() || episode.pattern == pattern) merged.merge(episode.latencies);
    FigureSeries series;
    series.name = policy.clairvoyant ? policy.policy + " (ceiling)" : policy.policy;
    if (policy.clairvoyant) series.emphasis = SeriesEmphasis::ceiling;
    double below = 0;
    for (std::size_t bin = 0; bin < merged.bins().size(); ++bin) {
        const auto count = static_cast<double>(merged.bins()[bin]);
        if (count == 0 && (below == 0 || below >= static_cast<double>(merged.count()))) continue;
        if (below == 0) {
            series.x.push_back(cluster::LatencyHistogram::lower_edge_ms(bin));
            series.y.push_back(0);
        }
        below += count;
        series.x.push_back(cluster::LatencyHistogram::lower_edge_ms(bin + 1));
        series.y.push_back(below / static_cast<double>(merged.count()));
    }
    return series;
}

}  // namespace

FigureSpec latency_cdf_figure(const training::EvaluationResult& evaluation,
                              const std::vector<std::string>& patterns) {
    FigureSpec figure;
    figure.name = "latency_cdf";
    figure.title = "Latency of all requests";
    figure.layout = FigureLayout::grid;
    figure.caption =
        "Cumulative distribution of the latencies of all requests of all episodes, failures counted as the "
        "timeout; "
        "bins are at most 0.8 % wide. Dashed: the SLO.";
    for (const std::string& pattern : patterns.empty() ? std::vector<std::string>{""} : patterns) {
        FigurePanel panel;
        panel.title = pattern;
        panel.x.label = "Latency";
        panel.x.unit = "ms";
        panel.x.scale = AxisScale::logarithmic;
        panel.y.label = "Share of requests";
        panel.y.minimum = -0.02;
        panel.y.maximum = 1.02;
        panel.lines.push_back({evaluation.slo_ms, "SLO", true});
        panel.empty = "the evaluation kept no latency histograms; evaluate again to get them";
        for (const training::PolicyResult& policy : evaluation.policies) {
            FigureSeries series = cdf_of(policy, pattern);
            if (!series.y.empty()) panel.series.push_back(std::move(series));
        }
        figure.panels.push_back(std::move(panel));
    }
    return figure;
}

}  // namespace trimtab::results
