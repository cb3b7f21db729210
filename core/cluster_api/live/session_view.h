// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cluster_api/live/control_gate.h"
#include "core/cluster_api/live/live_cluster.h"
#include "core/cluster_api/live/observation_source.h"
#include "core/cluster_api/live/replica_writer.h"

namespace trimtab::cluster_api {

/// What a view of a session is made of.
struct ViewSources {
    const config::Config& config;
    const Workload& workload;
    const ObservationSource& source;
    const LiveCluster& live;
    const ReplicaWriter& writer;
    const ControlGate& gate;
};

/// Brings everything in `view` up to date that the parts of a session know; what the session itself decides
/// (phase, mode, pauses, step, time) stays.
void refresh_view(ClusterView& view, const ViewSources& from);

}  // namespace trimtab::cluster_api
