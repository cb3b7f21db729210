// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/cluster_queries.h"

#include <algorithm>
#include <cctype>
#include <cmath>

namespace trimtab::config {
namespace {

// Label names of cAdvisor, kube-state-metrics and dcgm-exporter as their current releases write them. A pod
// of a Deployment is called <deployment>-<hash>-<suffix>.
constexpr const char* cpu_utilization =
    "100 * sum(rate(container_cpu_usage_seconds_total{namespace=\"$namespace\","
    "pod=~\"$cpu_deployment-[a-z0-9]+-[a-z0-9]+\",container!=\"\",container!=\"POD\"}[$window]))"
    " / sum(kube_pod_container_resource_requests{namespace=\"$namespace\","
    "pod=~\"$cpu_deployment-[a-z0-9]+-[a-z0-9]+\",resource=\"cpu\"})";
constexpr const char* memory_utilization =
    "100 * sum(container_memory_working_set_bytes{namespace=\"$namespace\","
    "pod=~\"($gpu_deployment|$cpu_deployment)-[a-z0-9]+-[a-z0-9]+\",container!=\"\",container!=\"POD\"})"
    " / sum(kube_pod_container_resource_requests{namespace=\"$namespace\","
    "pod=~\"($gpu_deployment|$cpu_deployment)-[a-z0-9]+-[a-z0-9]+\",resource=\"memory\"})";
// dcgm-exporter's own pod labels are renamed to exported_* unless the scrape honours them.
constexpr const char* gpu_utilization =
    "avg(DCGM_FI_DEV_GPU_UTIL{namespace=\"$namespace\",pod=~\"$gpu_deployment-[a-z0-9]+-[a-z0-9]+\"}"
    " or DCGM_FI_DEV_GPU_UTIL{exported_namespace=\"$namespace\","
    "exported_pod=~\"$gpu_deployment-[a-z0-9]+-[a-z0-9]+\"})";

std::string variable(std::string_view name, const QueryVariables& v) {
    if (name == "namespace") return v.namespace_;
    if (name == "gpu_deployment") return v.gpu_deployment;
    if (name == "cpu_deployment") return v.cpu_deployment;
    if (name == "window") return std::to_string(std::max(1L, std::lround(v.window_s))) + "s";
    return {};
}

}  // namespace

const std::vector<ClusterQuery>& cluster_queries() {
    static const std::vector<ClusterQuery> list = {
        {"cpu_utilization", "%", "CPU in use over CPU requested by the CPU Deployment's pods",
         "cAdvisor and kube-state-metrics", "container_cpu_usage_seconds_total", cpu_utilization},
        {"memory_utilization", "%", "Memory in use over memory requested by both Deployments' pods",
         "cAdvisor and kube-state-metrics", "container_memory_working_set_bytes", memory_utilization},
        {"gpu_utilization", "%", "Mean utilisation of the GPUs of the GPU Deployment's pods",
         "dcgm-exporter with pod labels (DCGM_EXPORTER_KUBERNETES=true)", "DCGM_FI_DEV_GPU_UTIL",
         gpu_utilization},
        {"latency_p95", "ms", "95th percentile of the latency of requests",
         "the gateway or the workload itself", "", ""},
        {"throughput", "req/s", "Requests answered successfully", "the gateway or the workload itself", "",
         ""},
        {"failures", "req/s", "Requests that failed", "the gateway or the workload itself", "", ""},
        {"users", "users", "Active users or clients", "the gateway or the workload itself", "", ""},
    };
    return list;
}

QueryTexts::QueryTexts() {
    for (std::size_t i = 0; i < query_count; ++i) (*this)[i] = cluster_queries()[i].promql;
}

std::string expand_query(std::string_view promql, const QueryVariables& variables) {
    std::string out;
    while (!promql.empty()) {
        const std::size_t dollar = promql.find('$');
        out += promql.substr(0, dollar);
        if (dollar == std::string_view::npos) break;
        promql.remove_prefix(dollar);
        std::size_t length = 1;
        while (length < promql.size() &&
               (std::islower(static_cast<unsigned char>(promql[length])) != 0 || promql[length] == '_'))
            ++length;
        const std::string value = variable(promql.substr(1, length - 1), variables);
        out += value.empty() ? promql.substr(0, length) : std::string_view(value);
        promql.remove_prefix(length);
    }
    return out;
}

}  // namespace trimtab::config
