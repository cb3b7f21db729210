// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "core/results/figure_axis.h"
#include "core/results/figure_evaluation.h"

namespace trimtab::results {
namespace {

using training::StepRecord;

/// A value of every step over the step: a record carries the time at the step's end.
template <class Member>
FigureSeries held(const std::vector<StepRecord>& steps, double step_s, const std::string& name, Member member,
                  int style) {
    FigureSeries series;
    series.name = name;
    series.kind = SeriesKind::step;
    series.style = style;
    for (const StepRecord& step : steps) {
        series.x.push_back(step.time_s - step_s);
        series.y.push_back(static_cast<double>(step.*member));
    }
    if (!steps.empty()) {
        series.x.push_back(steps.back().time_s);
        series.y.push_back(static_cast<double>(steps.back().*member));
    }
    return series;
}

FigurePanel panel_with(const std::string& label, const std::string& unit) {
    FigurePanel panel;
    panel.x.label = "Time in the episode";
    panel.x.unit = "s";
    panel.x.from_zero = true;
    panel.y.label = label;
    panel.y.unit = unit;
    panel.empty = "the episode was evaluated without its timeline";
    return panel;
}

}  // namespace

FigureSpec replica_timeline_figure(const std::string& policy, const training::EpisodeResult& episode,
                                   double slo_ms) {
    FigureSpec figure;
    figure.name = "replica_timeline";
    figure.title = policy + " on " + episode.pattern;
    figure.caption = "One episode of " + policy + " on pattern " + episode.pattern + " (seed " +
                     std::to_string(episode.seed) +
                     "): replicas asked for and ready, preferred pool, load and 95th percentile latency of "
                     "each step. Triangles: "
                     "steps that changed a replica count.";
    std::vector<StepRecord> steps = episode.steps;
    std::sort(steps.begin(), steps.end(),
              [](const StepRecord& a, const StepRecord& b) { return a.step < b.step; });
    const double step_s = steps.size() > 1 ? steps[1].time_s - steps[0].time_s : 30;

    FigurePanel replicas = panel_with("Replicas", "pods");
    replicas.y.from_zero = true;
    replicas.series = {held(steps, step_s, "GPU ready", &StepRecord::ready_gpu, 0),
                       held(steps, step_s, "GPU asked for", &StepRecord::desired_gpu, 4),
                       held(steps, step_s, "CPU ready", &StepRecord::ready_cpu, 6),
                       held(steps, step_s, "CPU asked for", &StepRecord::desired_cpu, 1)};
    double most = 1;
    for (const StepRecord& step : steps)
        most = std::max({most, 1.0 * step.desired_gpu, 1.0 * step.desired_cpu, 1.0 * step.ready_gpu,
                         1.0 * step.ready_cpu});
    replicas.y.maximum = most + 0.8;  // the triangles stand above the curves
    for (std::size_t i = 1; i < steps.size(); ++i)
        if (steps[i].desired_gpu != steps[i - 1].desired_gpu ||
            steps[i].desired_cpu != steps[i - 1].desired_cpu)
            replicas.events.push_back({steps[i].time_s - step_s, "scaled"});
    figure.panels.push_back(std::move(replicas));

    FigurePanel placement = panel_with("Prefers", "");
    placement.height = 0.42;
    placement.y.categories = {"GPU", "both", "CPU"};
    placement.series = {held(steps, step_s, "", &StepRecord::placement, 2)};
    figure.panels.push_back(std::move(placement));

    const bool closed =
        std::any_of(steps.begin(), steps.end(), [](const StepRecord& s) { return s.mean_users > 0; });
    FigurePanel load = panel_with("Load", closed ? "users" : "req/s");
    load.height = 0.7;
    load.y.from_zero = true;
    load.series = {held(steps, step_s, "", closed ? &StepRecord::mean_users : &StepRecord::arrivals_rps, 5)};
    figure.panels.push_back(std::move(load));

    FigurePanel latency = panel_with("Latency p95", "ms");
    latency.y.scale = AxisScale::logarithmic;
    latency.series = {held(steps, step_s, "", &StepRecord::latency_p95_ms, 3)};
    latency.lines.push_back({slo_ms, "SLO " + format_number(slo_ms) + " ms", false});
    figure.panels.push_back(std::move(latency));
    return figure;
}

}  // namespace trimtab::results
