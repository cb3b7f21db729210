// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "core/cluster/allocation.h"
#include "core/cluster_api/kubernetes/api_calls.h"
#include "core/cluster_api/kubernetes/kubernetes_client.h"
#include "core/config/config.h"

namespace trimtab::cluster_api {

/// The kind of the object that places traffic; nothing where placement is none.
[[nodiscard]] std::optional<Resource> placement_resource(const config::ClusterConfig& cluster);

/// Carries out the placement action as section `cluster` says: a weight in an annotation, a Service's
/// selector, or the weights of an HTTPRoute. Belongs to the client's thread.
class PlacementWriter {
  public:
    PlacementWriter(const config::Config& config, KubernetesClient& client);

    /// What is there now, as JSON for restore(); empty where placement is none. The server is asked whether
    /// it would accept the first change (dry run).
    [[nodiscard]] Expected<std::string> read(StopToken stop);
    [[nodiscard]] Expected<void> write(cluster::Placement placement, StopToken stop);
    [[nodiscard]] Expected<void> restore(const std::string& original, StopToken stop);

  private:
    [[nodiscard]] Expected<void> write_value(const std::string& value, WriteMode mode, StopToken stop);
    [[nodiscard]] Expected<void> write_weights(int gpu, int cpu, WriteMode mode, StopToken stop);

    config::ClusterConfig cluster_;
    std::string namespace_;
    std::optional<Resource> resource_;
    KubernetesClient& client_;
};

}  // namespace trimtab::cluster_api
