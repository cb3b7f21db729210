// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_cluster/default_queries.h"

namespace trimtab::test_cluster {

void set_default_queries(PrometheusApi& prometheus, const ServedWorkload& workload,
                         const ClusterContents& contents) {
    const auto plain = [&prometheus](const std::string& query,
                                     std::function<double(const WorkloadSecond&)> value) {
        prometheus.set(query, [value = std::move(value)](const WorkloadSecond& at) {
            return std::vector<PrometheusSample>{{{}, value(at)}};
        });
    };
    plain("vector(1)", [](const WorkloadSecond&) { return 1.0; });
    prometheus.set("up", [](const WorkloadSecond&) {
        return std::vector<PrometheusSample>{
            {{{"__name__", "up"}, {"instance", "kube-state-metrics:8080"}, {"job", "kube-state-metrics"}},
             1.0}};
    });
    const auto windowed = [&](const std::string& query, double cluster::WindowMetrics::*field) {
        plain(query, [&workload, field](const WorkloadSecond& at) { return workload.window(at, 30).*field; });
    };
    windowed("cpu_utilization", &cluster::WindowMetrics::cpu_utilization);
    windowed("memory_utilization", &cluster::WindowMetrics::memory_utilization);
    windowed("gpu_utilization", &cluster::WindowMetrics::gpu_utilization);
    windowed("latency_p95_ms", &cluster::WindowMetrics::latency_p95_ms);
    windowed("throughput_rps", &cluster::WindowMetrics::throughput_rps);
    for (const cluster::Pool pool : {cluster::Pool::gpu, cluster::Pool::cpu}) {
        const std::string name =
            pool == cluster::Pool::gpu ? contents.gpu_deployment : contents.cpu_deployment;
        plain("kube_deployment_spec_replicas{namespace=\"" + contents.namespace_ + "\",deployment=\"" + name +
                  "\"}",
              [pool](const WorkloadSecond& at) {
                  return pool == cluster::Pool::gpu ? at.metrics.desired_gpu : at.metrics.desired_cpu;
              });
    }
}

}  // namespace trimtab::test_cluster
