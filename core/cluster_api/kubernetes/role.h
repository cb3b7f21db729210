// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/expected.h"
#include "core/cluster_api/kubernetes/api_calls.h"

namespace trimtab::cluster_api {

/// For whom and for what a Role is written.
struct RoleSettings {
    std::string namespace_name = "serving";
    std::vector<std::string> deployments{"inference-gpu", "inference-cpu"};
    std::string lease_name = "trimtab";
    std::optional<Resource> placement_resource{};  ///< Deployment, Service or HTTPRoute
    std::string placement_name{};
    bool reads_events = false;       ///< for the timeline of the window
    bool reads_pod_metrics = false;  ///< where utilisation comes from metrics-server instead of Prometheus
    std::string service_account = "trimtab";
};

/// One rule of a Role; empty names: any.
struct RoleRule {
    std::string group;
    std::vector<std::string> resources;
    std::vector<std::string> names;
    std::vector<std::string> verbs;
};

/// The least that suffices to observe and to control.
[[nodiscard]] std::vector<RoleRule> role_rules(const RoleSettings& settings);

/// The manifest to apply: ServiceAccount, Role and RoleBinding in YAML. invalid_argument where a name is none
/// that Kubernetes accepts.
[[nodiscard]] Expected<std::string> render_role(const RoleSettings& settings);

/// The rights of those rules one by one, to be asked for with review_access(). `controls` false: those of
/// observing only.
[[nodiscard]] std::vector<AccessQuestion> needed_rights(const RoleSettings& settings, bool controls);

}  // namespace trimtab::cluster_api
