// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

#include "core/results/figure_axis.h"
#include "core/results/figure_evaluation.h"

namespace trimtab::results {
namespace {

using training::StepRecord;

using StepValue = std::function<double(const StepRecord&)>;

/// The steps of one episode in order; a step's time_s is the end of its window.
struct Timeline {
    std::vector<StepRecord> steps;
    double step_s = 30;

    explicit Timeline(const training::EpisodeResult& episode) : steps(episode.steps) {
        std::sort(steps.begin(), steps.end(),
                  [](const StepRecord& a, const StepRecord& b) { return a.step < b.step; });
        if (steps.size() > 1) step_s = steps[1].time_s - steps[0].time_s;
    }

    [[nodiscard]] double begin_of(const StepRecord& step) const { return step.time_s - step_s; }
    [[nodiscard]] bool any(const StepValue& holds) const {
        return std::any_of(steps.begin(), steps.end(), [&](const StepRecord& s) { return holds(s) != 0; });
    }
};

/// A value of every step, held until the step's end: an allocation is in force for the whole step.
FigureSeries held(const Timeline& timeline, const std::string& name, const StepValue& value, int style) {
    FigureSeries series;
    series.name = name;
    series.kind = SeriesKind::step;
    series.style = style;
    for (const StepRecord& step : timeline.steps) {
        series.x.push_back(timeline.begin_of(step));
        series.y.push_back(value(step));
    }
    if (!timeline.steps.empty()) {
        series.x.push_back(timeline.steps.back().time_s);
        series.y.push_back(series.y.back());
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

FigurePanel replica_panel(const Timeline& timeline) {
    FigurePanel panel = panel_with("Replicas", "pods");
    panel.y.from_zero = true;
    panel.y.whole = true;
    panel.series = {held(timeline, "GPU ready", &StepRecord::ready_gpu, 0),
                    held(timeline, "GPU asked for", &StepRecord::desired_gpu, 4),
                    held(timeline, "CPU ready", &StepRecord::ready_cpu, 6),
                    held(timeline, "CPU asked for", &StepRecord::desired_cpu, 1)};
    double most = 1;
    for (const StepRecord& step : timeline.steps)
        most = std::max({most, 1.0 * step.desired_gpu, 1.0 * step.desired_cpu, 1.0 * step.ready_gpu,
                         1.0 * step.ready_cpu});
    panel.y.maximum = most + 0.8;  // the triangles stand above the curves
    const std::vector<StepRecord>& steps = timeline.steps;
    for (std::size_t i = 1; i < steps.size(); ++i)
        if (steps[i].desired_gpu != steps[i - 1].desired_gpu ||
            steps[i].desired_cpu != steps[i - 1].desired_cpu)
            panel.events.push_back({timeline.begin_of(steps[i]), "scaled"});
    return panel;
}

FigurePanel load_panel(const Timeline& timeline) {
    const bool closed = timeline.any([](const StepRecord& s) { return s.mean_users > 0 ? 1.0 : 0.0; });
    FigurePanel panel = panel_with("Load", closed ? "users" : "req/s");
    panel.height = 0.7;
    panel.y.from_zero = true;
    panel.series = {held(timeline, "", closed ? &StepRecord::mean_users : &StepRecord::arrivals_rps, 5)};
    return panel;
}

/// How sure the policy was: the largest probability of a head, which is that of the action it took.
StepValue probability_of_choice(std::size_t head) {
    return [head](const StepRecord& step) {
        return head < step.probabilities.size() && !step.probabilities[head].empty()
                   ? *std::max_element(step.probabilities[head].begin(), step.probabilities[head].end())
                   : std::numeric_limits<double>::quiet_NaN();
    };
}

FigurePanel probability_panel(const Timeline& timeline) {
    FigurePanel panel = panel_with("Probability", "");
    panel.height = 0.7;
    panel.y.minimum = 0;
    panel.y.maximum = 1.05;
    panel.series = {held(timeline, "GPU replicas", probability_of_choice(0), 0),
                    held(timeline, "CPU replicas", probability_of_choice(1), 6),
                    held(timeline, "placement", probability_of_choice(2), 2)};
    return panel;
}

FigurePanel value_panel(const Timeline& timeline) {
    FigurePanel panel = panel_with("Value", "");
    panel.height = 0.7;
    panel.series = {held(timeline, "", &StepRecord::value, 7)};
    return panel;
}

}  // namespace

FigureSpec replica_timeline_figure(const std::string& policy, const training::EpisodeResult& episode,
                                   double slo_ms) {
    const Timeline timeline(episode);
    FigureSpec figure;
    figure.name = "replica_timeline";
    figure.title = policy + " on " + episode.pattern;
    figure.caption = "One episode of " + policy + " on pattern " + episode.pattern + " (seed " +
                     std::to_string(episode.seed) +
                     "): replicas asked for and ready, preferred pool, load and 95th percentile latency of "
                     "each step. Triangles: steps that changed a replica count.";
    figure.panels.push_back(replica_panel(timeline));

    FigurePanel placement = panel_with("Prefers", "");
    placement.height = 0.42;
    placement.y.categories = {"GPU", "both", "CPU"};
    placement.series = {held(timeline, "", &StepRecord::placement, 2)};
    figure.panels.push_back(std::move(placement));
    figure.panels.push_back(load_panel(timeline));

    FigurePanel latency = panel_with("Latency p95", "ms");
    latency.y.scale = AxisScale::logarithmic;
    latency.series = {held(timeline, "", &StepRecord::latency_p95_ms, 3)};
    latency.lines.push_back({slo_ms, "SLO " + format_number(slo_ms) + " ms", false});
    figure.panels.push_back(std::move(latency));

    if (timeline.any([](const StepRecord& s) { return s.probabilities.empty() ? 0.0 : 1.0; })) {
        figure.panels.push_back(probability_panel(timeline));
        figure.caption += " Probability: of the action taken in each head, the most probable one.";
    }
    if (timeline.any([](const StepRecord& s) { return std::isfinite(s.value) ? 1.0 : 0.0; })) {
        figure.panels.push_back(value_panel(timeline));
        figure.caption += " Value: the critic's estimate of the discounted rewards to come.";
    }
    return figure;
}

}  // namespace trimtab::results
