// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/cluster_api/live/control_view.h"

namespace trimtab::app {

/// One line about a cluster: time, observations so far, replicas (ready/desired), p95, throughput, users,
/// utilisation; "-" for no data.
[[nodiscard]] std::string view_line(const cluster_api::ClusterView& view);
/// The same as one line of JSON; null for no data.
[[nodiscard]] std::string view_json(const cluster_api::ClusterView& view);

/// "gpu 3 -> 4, cpu 3: executed (reason; shield: ...)".
[[nodiscard]] std::string decision_line(const cluster_api::DecisionEntry& entry);

}  // namespace trimtab::app
