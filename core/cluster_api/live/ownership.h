// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string>

#include "core/cluster_api/kubernetes/kubernetes_client.h"

namespace trimtab::cluster_api {

/// Whether an autoscaler (HorizontalPodAutoscaler, KEDA ScaledObject) targets one of the Deployments:
/// `conflict` names it. A right that is missing is `permission_denied`, since then nobody can know; without
/// KEDA there is no such resource, and so no such object.
[[nodiscard]] Expected<void> check_autoscalers(KubernetesClient& client, const std::string& namespace_name,
                                               const std::array<std::string, 2>& deployments, StopToken stop);

}  // namespace trimtab::cluster_api
