// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/figure_training.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "core/telemetry/metric_registry.h"

namespace trimtab::results {

namespace metric = telemetry::metric;

/// In the order of TrainingProgress::episode_components().
constexpr std::array component_ids{metric::latency_improvement, metric::throughput_improvement,
                                   metric::resource_efficiency, metric::stability_bonus};

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
    std::int64_t steps = 0;
    for (std::size_t i = 0; i < progress.episode_rewards().size(); ++i) {
        telemetry::Row row;
        row.kind = telemetry::RowKind::episode;
        steps += progress.episode_lengths()[i];
        row.step = steps;
        row.episode = static_cast<std::int64_t>(i) + 1;
        row.label = progress.patterns()[static_cast<std::size_t>(progress.episode_patterns()[i])];
        row.values = {{metric::episode_return, progress.episode_rewards()[i]}};
        const std::array<double, 4>& components = progress.episode_components()[i];
        for (std::size_t k = 0; k < components.size(); ++k)
            if (std::isfinite(components[k])) row.values.emplace_back(component_ids[k], components[k]);
        out.episodes.push_back(std::move(row));
    }
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
