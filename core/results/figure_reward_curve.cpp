// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <limits>

#include "core/results/figure_axis.h"
#include "core/results/figure_labels.h"
#include "core/results/figure_smoothing.h"
#include "core/results/figure_training.h"
#include "core/statistics/t_test.h"
#include "core/telemetry/metric_registry.h"

namespace trimtab::results {
namespace {

namespace metric = telemetry::metric;
constexpr int grid_points = 200;
constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

std::string smoothing_sentence(double weight) {
    return "exponential moving averages over episodes (weight of the past " + format_number(weight) +
           ", corrected for the bias of the start)";
}

/// A label's returns, smoothed over its own episodes.
FigureSeries smoothed(const TrainingRows& run, const std::string& label, double weight) {
    FigureSeries series = metric_series(run.episodes, metric::episode_return, label);
    series.y = debiased_ema(series.y, weight);
    return series;
}

void add_single_run(FigurePanel& panel, const TrainingRows& run, double weight) {
    FigureSeries raw = metric_series(run.episodes, metric::episode_return, "");
    raw.name = "raw";
    raw.emphasis = SeriesEmphasis::faint;
    panel.series.push_back(std::move(raw));
    const std::vector<std::string> labels = row_labels(run.episodes);
    for (const std::string& label : labels) {
        FigureSeries series = smoothed(run, label, weight);
        series.name = labels.size() == 1 && label.empty() ? "smoothed" : legend_name(label);
        panel.series.push_back(std::move(series));
    }
}

/// The mean over the runs of a group on the steps that all of them reached, with Student's interval.
FigureSeries group_mean(const std::vector<const TrainingRows*>& runs, const CurveOptions& options) {
    FigureSeries out;
    std::vector<FigureSeries> curves;
    double first = -std::numeric_limits<double>::infinity(), last = std::numeric_limits<double>::infinity();
    for (const TrainingRows* run : runs) {
        FigureSeries curve = smoothed(*run, "", options.smoothing);
        if (curve.x.empty()) continue;
        first = std::max(first, curve.x.front());
        last = std::min(last, curve.x.back());
        curves.push_back(std::move(curve));
    }
    if (curves.empty() || first >= last) return out;
    out.x = even_grid(first, last, grid_points);
    std::vector<std::vector<double>> values;
    for (const FigureSeries& curve : curves) values.push_back(interpolate(curve.x, curve.y, out.x));
    for (std::size_t i = 0; i < out.x.size(); ++i) {
        std::vector<double> sample;
        for (const std::vector<double>& curve : values) sample.push_back(curve[i]);
        const auto estimate = statistics::student_interval(sample, options.confidence);
        out.y.push_back(estimate ? estimate->value : nothing);
        if (curves.size() < 2) continue;
        out.low.push_back(estimate && estimate->interval ? estimate->interval->low : nothing);
        out.high.push_back(estimate && estimate->interval ? estimate->interval->high : nothing);
    }
    return out;
}

std::vector<std::string> group_names(std::span<const TrainingRows> runs) {
    std::vector<std::string> names;
    for (const TrainingRows& run : runs)
        if (std::find(names.begin(), names.end(), run.group) == names.end()) names.push_back(run.group);
    return names;
}

std::string add_groups(FigurePanel& panel, std::span<const TrainingRows> runs, const CurveOptions& options) {
    std::string caption;
    for (const std::string& group : group_names(runs)) {
        std::vector<const TrainingRows*> members;
        for (const TrainingRows& run : runs)
            if (run.group == group) members.push_back(&run);
        FigureSeries mean = group_mean(members, options);
        const std::string name = group.empty() ? "mean" : group;
        const std::string count = std::to_string(members.size());
        mean.name = name + (members.size() == 1 ? " (1 seed)" : " (" + count + " seeds)");
        caption += " " + name + ": " +
                   (members.size() == 1
                        ? "one training seed, so there is no band."
                        : "mean of " + count + " training seeds with a pointwise " +
                              format_number(100 * options.confidence) + " % interval (Student's t).");
        panel.series.push_back(std::move(mean));
    }
    return caption;
}

}  // namespace

FigureSpec reward_curve_figure(std::span<const TrainingRows> runs, const CurveOptions& options) {
    FigureSpec figure;
    figure.name = "reward_curve";
    figure.title = "Episode return during training";
    FigurePanel panel;
    panel.x = steps_axis();
    panel.y = metric_axis(metric::episode_return);
    panel.empty = "no episode has been finished";
    figure.caption = "Episode return during training, " + smoothing_sentence(options.smoothing) + ".";
    if (runs.size() == 1) {
        add_single_run(panel, runs.front(), options.smoothing);
        figure.caption +=
            " Coloured: one curve a load pattern; grey: the raw returns. One training seed: no interval.";
    } else if (options.overlay) {
        for (const TrainingRows& run : runs) {
            FigureSeries series = smoothed(run, "", options.smoothing);
            series.name = run.name;
            panel.series.push_back(std::move(series));
        }
        figure.caption += " One curve a run.";
    } else {
        figure.caption += add_groups(panel, runs, options);
    }
    for (const TrainingRows& run : runs) figure.provenance.run_ids.push_back(run.name);
    figure.panels.push_back(std::move(panel));
    return figure;
}

}  // namespace trimtab::results
