// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/figure_labels.h"
#include "core/results/figure_training.h"
#include "core/telemetry/metric_registry.h"

namespace trimtab::results {

namespace metric = telemetry::metric;

FigureSpec training_diagnostics_figure(std::span<const TrainingRows> runs) {
    FigureSpec figure;
    figure.name = "training_diagnostics";
    figure.title = "Training diagnostics";
    figure.caption =
        "Diagnostics of every PPO update, unsmoothed, one curve a run: losses, entropy summed over the "
        "action "
        "heads, estimated KL divergence from the policy that collected, share of clipped probability ratios, "
        "variance of the returns that the value estimate explains, gradient norm before clipping, speed.";
    figure.layout = FigureLayout::grid;
    for (const int id :
         {metric::policy_loss, metric::value_loss, metric::entropy, metric::approx_kl, metric::clip_fraction,
          metric::explained_variance, metric::gradient_norm, metric::steps_per_s}) {
        FigurePanel panel;
        panel.x = steps_axis();
        panel.y = metric_axis(id);
        panel.empty = "no update recorded it";
        for (const TrainingRows& run : runs) {
            FigureSeries series = metric_series(run.updates, id, "");
            series.name = run.name;
            panel.series.push_back(std::move(series));
        }
        figure.panels.push_back(std::move(panel));
    }
    for (const TrainingRows& run : runs) figure.provenance.run_ids.push_back(run.name);
    return figure;
}

}  // namespace trimtab::results
