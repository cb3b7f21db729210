// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <memory>

#include "core/base/expected.h"
#include "core/cluster/quantile_table.h"
#include "core/cluster/simulation_time.h"
#include "core/config/simulator_config.h"

namespace trimtab::cluster {

/// How one pool serves. A CPU server is a batch server whose batches hold one request, so both pools share
/// the code.
struct PoolService {
    int servers_per_pod = 1;
    std::uint32_t batch_max = 1;  ///< requests a server takes at once
    double batch_base_ticks = 0;  ///< duration of a batch of n: (base + n per_request) x factor
    double batch_request_ticks = 0;
    double capacity_per_pod_rps = 0;  ///< C of SIMULATOR 1 for one Ready pod
    std::shared_ptr<const QuantileTable> factor;
};

/// SimulatorConfig in the units of the engine (SIMULATOR 1). Immutable and shared by all copies of a
/// simulation.
struct ServiceParameters {
    std::array<PoolService, 2> pools;  ///< indexed by Pool
    Tick network = 0;
    Tick timeout = 0;
    Tick think_min = 0;
    Tick think_range = 0;
    double preferred_share = 1;
    double spill_wait_s = 0;
    int spawn_rate = 1;  ///< users a second
};

/// Derives the engine's parameters; fails on values that make no physical sense (negative times, no server,
/// NaN).
[[nodiscard]] Expected<ServiceParameters> make_service_parameters(const config::SimulatorConfig& config,
                                                                  ServiceDistribution distribution);

}  // namespace trimtab::cluster
