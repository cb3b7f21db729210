// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "core/base/expected.h"
#include "core/base/run_control.h"
#include "core/cluster/allocation.h"
#include "core/cluster/quantile_table.h"
#include "core/config/simulator_config.h"
#include "core/load/load_schedule.h"

namespace trimtab::cluster {

/// "What would this allocation do under this constant load?"
struct SteadyStateRequest {
    load::LoadKind kind = load::LoadKind::closed;
    double load = 10;  ///< users (closed) or req/s (open)
    Allocation allocation;
    int warm_up_s = 60;
    int window_s = 30;       ///< >= 1
    int replications = 200;  ///< >= 1; replication r uses seed + r
    std::uint64_t seed = 1;
    ServiceDistribution service = ServiceDistribution::lognormal;
};

/// One statistic over the replications.
struct SteadyStateEstimate {
    double mean = 0;    ///< of the replications' values
    double se = 0;      ///< its standard error; 0 with one replication
    double pooled = 0;  ///< of all replications' requests together
};

/// Means of a window in the long run, with their uncertainty.
struct SteadyState {
    SteadyStateEstimate throughput_rps;
    SteadyStateEstimate latency_p95_ms;
    SteadyStateEstimate latency_mean_ms;
    SteadyStateEstimate gpu_utilization;  ///< percent
    SteadyStateEstimate cpu_utilization;  ///< percent
    double cost_usd = 0;                  ///< of one window, mean
};

/// Simulates `replications` windows, every pod Ready at the start. Fails on a request that makes no sense, or
/// `cancelled`.
[[nodiscard]] Expected<SteadyState> simulate_steady_state(const config::SimulatorConfig& config,
                                                          const SteadyStateRequest& request,
                                                          StopToken stop = {});

}  // namespace trimtab::cluster
