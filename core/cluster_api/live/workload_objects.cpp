// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/live/workload_objects.h"

#include <charconv>
#include <optional>

#include "core/cluster_api/live/journal.h"

namespace trimtab::cluster_api {
namespace {

std::optional<std::uint64_t> version_number(const std::string& version) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(version.data(), version.data() + version.size(), number);
    if (error != std::errc() || end != version.data() + version.size()) return std::nullopt;
    return number;
}

}  // namespace

PoolStatus pool_status_of(const Deployment& deployment) {
    PoolStatus status;
    status.desired = deployment.replicas;
    status.journal = journal_value_of(deployment);
    if (deployment.status_is_current()) {
        status.ready = deployment.ready_replicas;
        status.trouble = deployment.replica_failure();
    } else {
        status.trouble = "the Deployment's controller has not seen its last change yet";
    }
    return status;
}

PodView pod_view_of(const Pod& pod, cluster::Pool pool, std::int64_t now_ms) {
    PodView view;
    view.name = pod.meta.name;
    view.pool = pool;
    view.node = pod.node;
    view.reason = pod.reason;
    view.restarts = pod.restarts;
    view.age_s = pod.meta.created_ms > 0 ? static_cast<double>(now_ms - pod.meta.created_ms) / 1000 : 0;
    if (pod.meta.deleting)
        view.phase = "Terminating";
    else if (pod.phase == PodPhase::failed || pod.phase == PodPhase::succeeded)
        view.phase = "Failed";
    else if (pod.ready)
        view.phase = "Ready";
    else
        view.phase = pod.node.empty() ? "Pending" : "Starting";
    return view;
}

std::string journal_value_of(const Deployment& deployment) {
    for (const auto& [key, value] : deployment.annotations)
        if (key == journal_annotation) return value;
    return {};
}

bool is_older(const std::string& version, const std::string& than) {
    const auto first = version_number(version);
    const auto second = version_number(than);
    return first && second && *first < *second;
}

std::string selector_text(const StringPairs& labels) {
    std::string text;
    for (const auto& [key, value] : labels) text += (text.empty() ? "" : ",") + key + "=" + value;
    return text;
}

}  // namespace trimtab::cluster_api
