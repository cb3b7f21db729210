// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/live/ownership.h"

#include <algorithm>

#include "core/cluster_api/kubernetes/read_objects.h"

namespace trimtab::cluster_api {
namespace {

Expected<void> check_targets(const std::vector<Autoscaler>& autoscalers,
                             const std::array<std::string, 2>& deployments) {
    for (const Autoscaler& autoscaler : autoscalers) {
        const bool of_deployment = autoscaler.target_kind.empty() || autoscaler.target_kind == "Deployment";
        if (of_deployment && std::ranges::count(deployments, autoscaler.target_name) > 0)
            return fail(ErrorCode::conflict, "the " + autoscaler.kind + " " + autoscaler.meta.name +
                                                 " scales " + autoscaler.target_name +
                                                 "; two controllers would fight. Delete it, or observe only");
    }
    return {};
}

Unexpected<Error> unknown_owner(const Error& error, const std::string& what) {
    if (error.code != ErrorCode::permission_denied) return Unexpected<Error>(error);
    return fail(ErrorCode::permission_denied,
                "whether " + what +
                    " scale the Deployments cannot be known, so control is refused; observing is allowed. " +
                    error.message,
                error.context);
}

}  // namespace

Expected<void> check_autoscalers(KubernetesClient& client, const std::string& namespace_name,
                                 const std::array<std::string, 2>& deployments, StopToken stop) {
    const auto autoscalers =
        client.list<Autoscaler>(autoscalers_resource, namespace_name, read_horizontal_pod_autoscaler, stop);
    if (!autoscalers) return unknown_owner(autoscalers.error(), "HorizontalPodAutoscalers");
    if (auto free = check_targets(*autoscalers, deployments); !free) return free;
    const auto scaled =
        client.list<Autoscaler>(scaled_objects_resource, namespace_name, read_scaled_object, stop);
    if (!scaled && scaled.error().code == ErrorCode::not_found) return {};
    if (!scaled) return unknown_owner(scaled.error(), "KEDA ScaledObjects");
    return check_targets(*scaled, deployments);
}

}  // namespace trimtab::cluster_api
