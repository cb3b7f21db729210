// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "core/results/figure_labels.h"
#include "core/results/number_text.h"
#include "core/results/report_evaluation.h"
#include "core/telemetry/metric_registry.h"

namespace trimtab::results {
namespace {

namespace metric = telemetry::metric;

constexpr int table_metrics[] = {metric::evaluation_return,         metric::evaluation_return_std,
                                 metric::evaluation_latency_p95_ms, metric::evaluation_served_share,
                                 metric::evaluation_slo_violations, metric::evaluation_cost_usd,
                                 metric::evaluation_scaling_actions};

ReportTable last_evaluation(const TrainingRows& run) {
    ReportTable table;
    const std::int64_t step = run.evaluations.back().step;
    table.caption =
        "Last evaluation of the greedy policy during training, at step " + std::to_string(step) +
        ". One training seed: no intervals over seeds; the evaluation of the finished model has them.";
    table.header = {"Pattern"};
    for (const int id : table_metrics) table.header.push_back(metric_axis(id).text());
    for (const telemetry::Row& row : run.evaluations) {
        if (row.step != step) continue;
        std::vector<ReportCell> cells{row.label};
        for (const int id : table_metrics) {
            const auto value = std::find_if(row.values.begin(), row.values.end(),
                                            [&](const auto& v) { return v.first == id; });
            cells.emplace_back(value == row.values.end() ? "none" : number_text(value->second));
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

}  // namespace

std::vector<FigureSpec> training_figures(const TrainingRows& run, const ReportSource& source,
                                         double smoothing) {
    CurveOptions options;
    options.smoothing = smoothing;
    const std::vector<TrainingRows> one{run};
    std::vector<FigureSpec> figures{reward_curve_figure(one, options), reward_components_figure(run, options),
                                    training_diagnostics_figure(one)};
    std::erase_if(figures, [](const FigureSpec& figure) { return !check_figure(figure); });
    for (FigureSpec& figure : figures) set_source(figure, source);
    return figures;
}

Report training_report(const TrainingRows& run, const ReportSource& source, double smoothing) {
    Report report;
    report.title = source.anonymous ? "Training run" : "Training run " + source.name;
    ReportSection result{"Result", {}};
    const std::int64_t steps = run.episodes.empty() ? 0 : run.episodes.back().step;
    result.blocks.emplace_back(std::to_string(run.episodes.size()) + " episodes, " +
                               std::to_string(run.updates.size()) + " updates, " + std::to_string(steps) +
                               " environment steps.");
    if (run.evaluations.empty())
        result.blocks.emplace_back("The run recorded no evaluation.");
    else
        result.blocks.emplace_back(last_evaluation(run));
    report.sections.push_back(std::move(result));
    ReportSection figures{"Figures", {}};
    for (FigureSpec& figure : training_figures(run, source, smoothing))
        figures.blocks.emplace_back(std::move(figure));
    if (figures.blocks.empty())
        figures.blocks.emplace_back("The run recorded no metrics that could be drawn.");
    report.sections.push_back(std::move(figures));
    ReportSection origin{"Source", {}};
    origin.blocks.emplace_back(source.anonymous
                                   ? "Anonymous: run, command line, configuration and versions are left out."
                                   : "Run " + source.name + ", configuration " + source.config_hash + ", " +
                                         source.version + ".");
    if (!source.anonymous && !source.command_line.empty())
        origin.blocks.emplace_back("Command line: " + source.command_line);
    report.sections.push_back(std::move(origin));
    return report;
}

}  // namespace trimtab::results
