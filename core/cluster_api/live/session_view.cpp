// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/live/session_view.h"

#include <algorithm>
#include <cmath>

namespace trimtab::cluster_api {
namespace {

std::vector<std::string> split(const std::string& names) {
    std::vector<std::string> out;
    for (std::size_t begin = 0; begin < names.size();) {
        const std::size_t end = std::min(names.find(", ", begin), names.size());
        out.push_back(names.substr(begin, end - begin));
        begin = end + 2;
    }
    return out;
}

}  // namespace

void refresh_view(ClusterView& view, const ViewSources& from) {
    const WorkloadStatus status = from.workload.status();
    const auto journal = from.writer.journal_entry();
    for (std::size_t p = 0; p < 2; ++p) {
        DeploymentView& shown = view.deployments[p];
        shown.name = p == 0 ? from.config.cluster.gpu_deployment : from.config.cluster.cpu_deployment;
        shown.desired = status.pools[p].desired;
        shown.ready = status.pools[p].ready;
        shown.pending = status.pools[p].pending();
        shown.trouble = status.pools[p].trouble;
        if (journal) shown.original = p == 0 ? journal->replicas_gpu : journal->replicas_cpu;
    }
    view.pods = status.pods;
    view.connections = from.source.connections();
    view.connections.insert(view.connections.begin(), from.workload.connection());
    view.metrics = from.live.observed();
    view.missing = split(from.live.missing());
    const double interval_s = from.config.environment.action_interval;
    view.next_decision_s = interval_s - std::fmod(std::max(0.0, from.live.time_s()), interval_s);
    view.missing_samples = from.live.missing_samples();
    view.held_decisions = from.gate.held_decisions();
    view.writes = from.writer.writes();
    view.lease = from.writer.in_control() && from.config.cluster.lease ? from.workload.lease_text() : "";
}

}  // namespace trimtab::cluster_api
