// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/kubernetes/role.h"

#include <QRegularExpression>
#include <algorithm>

namespace trimtab::cluster_api {
namespace {

/// "apps" of "/apis/apps/v1", nothing of "/api/v1".
std::string group_of(const Resource& resource) {
    const QStringList parts = QString(resource.api).split('/');
    return parts.value(1) == "apis" ? parts.value(2).toStdString() : std::string();
}

bool is_name(const std::string& name) {
    static const QRegularExpression form("^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$");
    return form.match(QString::fromStdString(name)).hasMatch();
}

std::string list_text(const std::vector<std::string>& items) {
    std::string text;
    for (const std::string& item : items) {
        if (!text.empty()) text.append(", ");
        text.append("\"").append(item).append("\"");
    }
    return text.insert(0, 1, '[').append("]");
}

std::string head_text(const std::string& api, const std::string& kind, const RoleSettings& settings) {
    return "apiVersion: " + api + "\nkind: " + kind + "\nmetadata:\n  name: \"" + settings.service_account +
           "\"\n  namespace: \"" + settings.namespace_name + "\"\n";
}

}  // namespace

std::vector<RoleRule> role_rules(const RoleSettings& settings) {
    std::vector<RoleRule> rules{
        {"", {"pods"}, {}, {"list", "watch"}},
        {"apps", {"deployments"}, {}, {"list", "watch"}},
        {"autoscaling", {"horizontalpodautoscalers"}, {}, {"list", "watch"}},
        {"keda.sh", {"scaledobjects"}, {}, {"list", "watch"}},
        {"apps", {"deployments", "deployments/scale"}, settings.deployments, {"get", "patch"}},
        {"coordination.k8s.io", {"leases"}, {}, {"create"}},
        {"coordination.k8s.io", {"leases"}, {settings.lease_name}, {"get", "update"}},
    };
    if (settings.placement_resource)
        rules.push_back({group_of(*settings.placement_resource),
                         {settings.placement_resource->plural},
                         {settings.placement_name},
                         {"get", "patch"}});
    if (settings.reads_events) rules.push_back({"", {"events"}, {}, {"list", "watch"}});
    if (settings.reads_pod_metrics) rules.push_back({"metrics.k8s.io", {"pods"}, {}, {"list"}});
    return rules;
}

Expected<std::string> render_role(const RoleSettings& settings) {
    std::vector<std::string> names{settings.namespace_name, settings.lease_name, settings.service_account};
    names.insert(names.end(), settings.deployments.begin(), settings.deployments.end());
    if (settings.placement_resource) names.push_back(settings.placement_name);
    for (const std::string& name : names)
        if (!is_name(name))
            return fail(ErrorCode::invalid_argument,
                        "A name for the Role is not one that Kubernetes accepts. It consists of small "
                        "letters, digits, "
                        "'-' and '.'.",
                        "name " + name.substr(0, 80));
    std::string text = head_text("v1", "ServiceAccount", settings);
    text += "---\n" + head_text("rbac.authorization.k8s.io/v1", "Role", settings) + "rules:\n";
    for (const RoleRule& rule : role_rules(settings)) {
        text += "  - apiGroups: " + list_text({rule.group}) +
                "\n    resources: " + list_text(rule.resources) + "\n";
        if (!rule.names.empty()) text += "    resourceNames: " + list_text(rule.names) + "\n";
        text += "    verbs: " + list_text(rule.verbs) + "\n";
    }
    text += "---\n" + head_text("rbac.authorization.k8s.io/v1", "RoleBinding", settings) +
            "roleRef:\n  apiGroup: rbac.authorization.k8s.io\n  kind: Role\n  name: \"" +
            settings.service_account + "\"\nsubjects:\n  - kind: ServiceAccount\n    name: \"" +
            settings.service_account + "\"\n    namespace: \"" + settings.namespace_name + "\"\n";
    return text;
}

std::vector<AccessQuestion> needed_rights(const RoleSettings& settings, bool controls) {
    std::vector<AccessQuestion> rights;
    for (const RoleRule& rule : role_rules(settings))
        for (const std::string& resource : rule.resources)
            for (const std::string& verb : rule.verbs) {
                const bool reads =
                    verb == "list" || verb == "watch" || (verb == "get" && rule.group == "apps");
                if (!controls && !reads) continue;
                const std::size_t slash = resource.find('/');
                AccessQuestion right{
                    .verb = verb, .group = rule.group, .resource = resource.substr(0, slash)};
                if (slash != std::string::npos) right.subresource = resource.substr(slash + 1);
                right.namespace_name = settings.namespace_name;
                if (rule.names.empty()) rights.push_back(right);
                for (const std::string& name : rule.names) {
                    right.name = name;
                    rights.push_back(right);
                }
            }
    return rights;
}

}  // namespace trimtab::cluster_api
