// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/cluster/pool_snapshot.h"
#include "tests/support/test_cluster/object_store.h"

namespace trimtab::test_cluster {

/// What a Deployment of the test cluster is made of.
struct DeploymentShape {
    std::string namespace_;
    std::string name;
    std::string pool;  ///< label `pool`: gpu or cpu; empty: none of ours
};

struct PodCounts {
    int desired = 0;
    int existing = 0;
    int ready = 0;
};

/// A new Deployment, observed at once.
[[nodiscard]] Json deployment_object(const DeploymentShape& shape, int replicas, const std::string& time);

/// The status that a Deployment controller would write; fields of value 0 are omitted.
[[nodiscard]] Json deployment_status(const Json& deployment, const PodCounts& counts,
                                     const std::string& time);

/// A pod in a phase: pending is unschedulable for want of a GPU, starting runs without being ready.
[[nodiscard]] Json pod_object(const DeploymentShape& shape, const std::string& name, cluster::PodPhase phase,
                              const std::string& time, int restarts = 0);

/// gpu-5f7b9c4d6-x7k2p: the same for the same deployment and serial.
[[nodiscard]] std::string pod_name(const std::string& deployment, int serial);

/// A Service in front of both pools, and the HTTPRoute that weighs one Service a pool.
[[nodiscard]] Json service_object(const std::string& app, const std::string& pool);
[[nodiscard]] Json route_object(const std::string& gpu_service, const std::string& cpu_service);

}  // namespace trimtab::test_cluster
