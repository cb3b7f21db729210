// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/cluster_api/live/control_view.h"

namespace trimtab::ui {

// The words of a live session for a person.

[[nodiscard]] QString modeText(config::ControlMode mode);  ///< "Observe"
/// What a mode does, in one sentence.
[[nodiscard]] QString modeMeaning(config::ControlMode mode);
[[nodiscard]] QString phaseText(cluster_api::ControlPhase phase);
[[nodiscard]] QString outcomeText(cluster_api::DecisionOutcome outcome);
[[nodiscard]] QString placementText(cluster::Placement placement);
[[nodiscard]] QString connectionText(cluster_api::ConnectionState state);
/// Of a PodView: what the core calls "Pending", "Ready" ...
[[nodiscard]] QString podPhaseText(const std::string& phase);
[[nodiscard]] QString poolText(cluster::Pool pool);
/// "5 GPU + 3 CPU"
[[nodiscard]] QString replicasText(const cluster::Allocation& allocation);
/// "3 → 5 (wanted 7)": what one pool's replicas were, became, and were proposed to be.
[[nodiscard]] QString changeText(int before, int proposed, int executed);
/// "14:03:05", local time of this machine.
[[nodiscard]] QString clockText(double utc_s);

}  // namespace trimtab::ui
