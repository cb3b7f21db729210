// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_cluster/resource_path.h"

#include <array>
#include <vector>

namespace trimtab::test_cluster {
namespace {

constexpr std::array<ServedKind, 13> kinds{{
    {"configmaps", "v1", "ConfigMap"},
    {"deployments.apps", "apps/v1", "Deployment"},
    {"events", "v1", "Event"},
    {"horizontalpodautoscalers.autoscaling", "autoscaling/v2", "HorizontalPodAutoscaler"},
    {"httproutes.gateway.networking.k8s.io", "gateway.networking.k8s.io/v1", "HTTPRoute"},
    {"ingresses.networking.k8s.io", "networking.k8s.io/v1", "Ingress"},
    {"jobs.batch", "batch/v1", "Job"},
    {"leases.coordination.k8s.io", "coordination.k8s.io/v1", "Lease"},
    {"namespaces", "v1", "Namespace"},
    {"pods", "v1", "Pod"},
    {"pods.metrics.k8s.io", "metrics.k8s.io/v1beta1", "PodMetrics"},
    {"scaledobjects.keda.sh", "keda.sh/v1alpha1", "ScaledObject"},
    {"services", "v1", "Service"},
}};

std::vector<std::string> parts_of(const std::string& path) {
    std::vector<std::string> parts;
    std::size_t start = 1;
    while (start < path.size()) {
        const std::size_t end = std::min(path.find('/', start), path.size());
        parts.push_back(path.substr(start, end - start));
        start = end + 1;
    }
    return parts;
}

}  // namespace

std::optional<ResourcePath> parse_resource_path(const std::string& path) {
    std::vector<std::string> parts = parts_of(path);
    ResourcePath found;
    std::size_t at = 0;
    if (parts.size() >= 3 && parts[0] == "api") {
        found.version = parts[1];
        at = 2;
    } else if (parts.size() >= 4 && parts[0] == "apis") {
        found.group = parts[1];
        found.version = parts[2];
        at = 3;
    } else {
        return std::nullopt;
    }
    if (parts[at] == "namespaces" && parts.size() >= at + 3) {
        found.namespace_ = parts[at + 1];
        at += 2;
    }
    found.resource = parts[at++];
    if (at < parts.size()) found.name = parts[at++];
    if (at < parts.size()) found.subresource = parts[at++];
    if (at < parts.size()) return std::nullopt;
    return found;
}

const ServedKind* served_kind(const ResourcePath& path) {
    const std::string version = path.group.empty() ? path.version : path.group + "/" + path.version;
    for (const ServedKind& kind : kinds)
        if (path.full_resource() == kind.full_resource && version == kind.api_version) return &kind;
    return nullptr;
}

}  // namespace trimtab::test_cluster
