// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

#include "core/telemetry/row.h"
#include "core/training/evaluation_result.h"
#include "ui/charts/plot_surface.h"

namespace trimtab::ui {

/// One step of an episode as the timeline draws it: the window [begin_s, end_s) and its metrics.
struct EpisodeStep {
    double begin_s = 0, end_s = 0;
    telemetry::Row row;  ///< its position in the run, its metrics
    std::vector<std::vector<double>>
        probabilities;  ///< of the decision before it, per head; empty: not known
    double value = 0;   ///< NaN: not known
};

/// Ids that no metric has, for what only the timeline draws.
inline constexpr int value_estimate_id = 100000;
inline constexpr int probability_id = 100100;  ///< plus 10 head plus choice

/// Steps of a training episode: each window begins where the one before it ended.
[[nodiscard]] std::vector<EpisodeStep> episodeSteps(const std::vector<telemetry::Row>& rows);
/// Steps of an episode that was played, with what the policy thought.
[[nodiscard]] std::vector<EpisodeStep> episodeSteps(const training::EpisodeResult& episode);

/// The metric of a step; NaN where it has none.
[[nodiscard]] double valueOf(const EpisodeStep& step, int metric);

/// Steps as rows over the time in the episode, which stands in wall_s: a window's value holds from its begin
/// to its end.
[[nodiscard]] std::vector<telemetry::Row> heldRows(const std::vector<EpisodeStep>& steps);

/// Where traffic preferred to go, as stretches of time.
[[nodiscard]] QList<ChartBand> placementBands(const std::vector<EpisodeStep>& steps);
/// When replicas were asked for or given up, with how many: "GPU +1".
[[nodiscard]] QList<std::pair<double, QString>> scaleEvents(const std::vector<EpisodeStep>& steps);

}  // namespace trimtab::ui
