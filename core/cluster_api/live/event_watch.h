// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/base/bounded_channel.h"
#include "core/base/expected.h"
#include "core/base/run_control.h"
#include "core/config/config.h"

namespace trimtab::cluster_api {

/// Something that Kubernetes told about one of the two Deployments, their ReplicaSets or pods.
struct ClusterEvent {
    std::string uid;  ///< the same again: it happened once more, or was told with more words
    double utc_s = 0;
    bool warning = false;
    std::string object;  ///< "Pod inference-gpu-5d8f"
    std::string reason;  ///< "FailedScheduling"
    std::string text;
    int count = 1;  ///< times it happened
};

/// Follows the events of the configured namespace into `events`, until a stop. `permission_denied` at once
/// where they may not be listed, a right that nothing else needs; lost connections are tried again for ever.
/// Waits in this thread.
[[nodiscard]] Expected<void> watch_events(const config::Config& config, BoundedChannel<ClusterEvent>& events,
                                          StopToken stop);

}  // namespace trimtab::cluster_api
