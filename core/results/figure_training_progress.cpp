// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "core/results/figure_axis.h"
#include "core/results/figure_labels.h"
#include "core/results/figure_smoothing.h"
#include "core/results/figure_training.h"
#include "core/telemetry/metric_registry.h"

namespace trimtab::results {
namespace {

namespace metric = telemetry::metric;

bool has_numbers(const FigurePanel& panel) {
    for (const FigureSeries& series : panel.series)
        if (std::any_of(series.y.begin(), series.y.end(), [](double v) { return std::isfinite(v); }))
            return true;
    return false;
}

FigurePanel panel_for(int id) {
    FigurePanel panel;
    panel.x = steps_axis();
    panel.y = metric_axis(id);
    return panel;
}

/// One curve a load pattern, in the same colours as the returns; `all` of an evaluation is left out.
FigurePanel by_pattern(const std::vector<telemetry::Row>& rows, const std::vector<std::string>& patterns,
                       int id, double smoothing) {
    FigurePanel panel = panel_for(id);
    for (std::size_t i = 0; i < patterns.size(); ++i) {
        FigureSeries series = metric_series(rows, id, patterns[i]);
        if (smoothing > 0) series.y = debiased_ema(series.y, smoothing);
        series.style = static_cast<int>(i);
        panel.series.push_back(std::move(series));
    }
    return panel;
}

FigurePanel of_updates(const TrainingRows& run, std::initializer_list<int> ids) {
    FigurePanel panel = panel_for(*ids.begin());
    for (const int id : ids) {
        FigureSeries series = metric_series(run.updates, id, "");
        if (ids.size() > 1) series.name = metric_label(id);
        panel.series.push_back(std::move(series));
    }
    return panel;
}

}  // namespace

FigureSpec training_progress_figure(const TrainingRows& run) {
    FigureSpec figure;
    figure.name = "training_progress";
    figure.title = "Training progress, " + run.name;
    figure.layout = FigureLayout::grid;
    figure.columns = 3;
    std::vector<std::string> patterns = row_labels(run.episodes);
    const double weight = overview_smoothing(run.episodes.size() / std::max<std::size_t>(patterns.size(), 1));
    figure.caption =
        "Left to right, top to bottom. Curves of episodes are exponential moving averages (weight of the "
        "past " +
        format_number(weight, 2) +
        ", corrected for the bias of the start); evaluations and updates are unsmoothed. One training seed: "
        "no "
        "interval.";
    if (run.episodes_a_row > 1)
        figure.caption += " Each point is the mean of " + std::to_string(run.episodes_a_row) +
                          " consecutive episodes of its load pattern.";

    FigurePanel returns = by_pattern(run.episodes, patterns, metric::episode_return, weight);
    FigureSeries raw = metric_series(run.episodes, metric::episode_return, "");
    raw.name = "raw";
    raw.emphasis = SeriesEmphasis::faint;
    returns.series.insert(returns.series.begin(), std::move(raw));
    figure.panels.push_back(std::move(returns));

    FigurePanel components = panel_for(metric::latency_improvement);
    components.y.label = "Component sums";
    for (const int id : {metric::latency_improvement, metric::throughput_improvement,
                         metric::resource_efficiency, metric::stability_bonus}) {
        FigureSeries series = metric_series(run.episodes, id, "");
        series.name = metric_label(id);
        series.y = debiased_ema(series.y, weight);
        components.series.push_back(std::move(series));
    }
    figure.panels.push_back(std::move(components));

    figure.panels.push_back(by_pattern(run.evaluations, patterns, metric::evaluation_return, 0));
    FigurePanel latency = by_pattern(run.evaluations, patterns, metric::evaluation_latency_p95_ms, 0);
    latency.y.scale = AxisScale::logarithmic;
    figure.panels.push_back(std::move(latency));
    figure.panels.push_back(by_pattern(run.evaluations, patterns, metric::evaluation_cost_usd, 0));
    figure.panels.push_back(of_updates(run, {metric::entropy}));
    figure.panels.push_back(of_updates(run, {metric::approx_kl, metric::clip_fraction}));
    figure.panels.back().y.label = "KL (nats), clip fraction";
    figure.panels.back().y.unit.clear();
    figure.panels.push_back(of_updates(run, {metric::explained_variance}));
    figure.panels.push_back(of_updates(run, {metric::steps_per_s}));
    std::erase_if(figure.panels, [](const FigurePanel& panel) { return !has_numbers(panel); });
    figure.provenance.run_ids = {run.name};
    return figure;
}

}  // namespace trimtab::results
