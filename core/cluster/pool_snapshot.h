// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace trimtab::cluster {

/// A pod's life. Pending waits for GPU quota, Starting for its container and probe, Draining finishes its
/// work.
enum class PodPhase { pending, starting, ready, draining };

/// One pod as the metrics API would show it.
struct PodSnapshot {
    int serial = 0;  ///< order of creation within its pool
    PodPhase phase = PodPhase::pending;
    double age_s = 0;        ///< since its start-up began (0 while pending)
    double ready_for_s = 0;  ///< since it became Ready
    double utilization = 0;  ///< 0..1, mean of the lookback; the pool's, as pods share one queue
    bool has_sample = true;  ///< false: no metric for this pod yet
};

/// One pool at one instant.
struct PoolSnapshot {
    int desired = 0;
    int ready = 0;
    int starting = 0;
    int pending = 0;
    int draining = 0;
    double utilization = 0;         ///< 0..1 over the lookback: busy over ready server-seconds
    std::vector<PodSnapshot> pods;  ///< pending, starting and ready ones, oldest first
};

}  // namespace trimtab::cluster
