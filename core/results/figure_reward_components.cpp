// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/figure_axis.h"
#include "core/results/figure_labels.h"
#include "core/results/figure_smoothing.h"
#include "core/results/figure_training.h"
#include "core/telemetry/metric_registry.h"

namespace trimtab::results {

namespace metric = telemetry::metric;

FigureSpec reward_components_figure(const TrainingRows& run, const CurveOptions& options) {
    FigureSpec figure;
    figure.name = "reward_components";
    figure.title = "Reward components during training";
    figure.caption =
        "The reward's four components, unweighted sums over an episode, as exponential moving averages over "
        "episodes (weight of the past " +
        format_number(options.smoothing) +
        ", corrected for the bias of the start). One training seed: no interval.";
    FigurePanel panel;
    panel.x = steps_axis();
    panel.y.label = "Sum over the episode";
    panel.empty = "the run recorded no reward components";
    for (const int id : {metric::latency_improvement, metric::throughput_improvement,
                         metric::resource_efficiency, metric::stability_bonus}) {
        FigureSeries series = metric_series(run.episodes, id, "");
        series.name = metric_label(id);
        series.y = debiased_ema(series.y, options.smoothing);
        panel.series.push_back(std::move(series));
    }
    figure.panels.push_back(std::move(panel));
    figure.provenance.run_ids = {run.name};
    return figure;
}

}  // namespace trimtab::results
