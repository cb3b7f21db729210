// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/results/figure_spec.h"
#include "core/results/report_document.h"
#include "ui/views/play/play_session.h"

namespace trimtab::ui {

// What the panels of Play show, as data. Every function needs a session that is ready().

/// The observation with its ranges: name, value, unit, range, meaning.
[[nodiscard]] results::ReportTable observationTable(const environment::KubernetesEnvironment& state);
/// The last step's components, their weights and what they add; then the sums over the episode.
[[nodiscard]] results::ReportTable rewardTable(const PlaySession& session);
/// What every policy would do in the present state, and what would come of that step.
[[nodiscard]] results::ReportTable adviceTable(const PlaySession& session);
/// Everybody on this episode, best first; the ceiling is named as one.
[[nodiscard]] results::ReportTable scoreTable(const std::vector<PlayScore>& scores);
/// The episode so far as a timeline.
[[nodiscard]] results::FigureSpec playTimeline(const PlaySession& session);

}  // namespace trimtab::ui
