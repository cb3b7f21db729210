// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/figure_training.h"

#include <algorithm>
#include <utility>

namespace trimtab::results {

void TrainingRows::add(const telemetry::Row& row) {
    if (row.kind == telemetry::RowKind::episode) episodes.push_back(row);
    if (row.kind == telemetry::RowKind::update) updates.push_back(row);
    if (row.kind == telemetry::RowKind::evaluation) evaluations.push_back(row);
}

TrainingRows training_rows(std::string name, std::string group, std::span<const telemetry::Row> rows) {
    TrainingRows out;
    out.name = std::move(name);
    out.group = std::move(group);
    for (const telemetry::Row& row : rows) out.add(row);
    return out;
}

TrainingRows training_rows(std::string name, const TrainingProgress& progress) {
    TrainingRows out;
    out.name = std::move(name);
    out.updates = progress.updates();
    out.evaluations = progress.evaluations();
    TrainingProgress::EpisodeRows episodes = progress.episode_rows();
    out.episodes = std::move(episodes.rows);
    out.episodes_a_row = episodes.episodes_a_row;
    return out;
}

FigureSeries metric_series(std::span<const telemetry::Row> rows, int metric, const std::string& label) {
    FigureSeries series;
    series.name = label;
    for (const telemetry::Row& row : rows) {
        if (!label.empty() && row.label != label) continue;
        const auto found = std::find_if(row.values.begin(), row.values.end(),
                                        [&](const auto& v) { return v.first == metric; });
        if (found == row.values.end()) continue;
        series.x.push_back(static_cast<double>(row.step));
        series.y.push_back(found->second);
    }
    return series;
}

std::vector<std::string> row_labels(std::span<const telemetry::Row> rows) {
    std::vector<std::string> labels;
    for (const telemetry::Row& row : rows)
        if (std::find(labels.begin(), labels.end(), row.label) == labels.end()) labels.push_back(row.label);
    return labels;
}

FigureAxis steps_axis() {
    FigureAxis axis;
    axis.label = "Environment steps";
    axis.from_zero = true;
    return axis;
}

double overview_smoothing(std::size_t points) {
    return 1 - 1 / std::max(10.0, static_cast<double>(points) / 100);
}

}  // namespace trimtab::results
