// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_cluster/default_queries.h"

#include "core/config/cluster_queries.h"

namespace trimtab::test_cluster {
namespace {

using cluster::WindowMetrics;
using Samples = std::vector<PrometheusSample>;

/// The value of one field over the query's window; nothing where `exists` says that no series does.
PrometheusQuery windowed(const ServedWorkload& workload, double WindowMetrics::*field,
                         std::function<bool(const WorkloadSecond&)> exists) {
    return [&workload, field, exists = std::move(exists)](const WorkloadSecond& at, int window_s) -> Samples {
        if (!exists(at)) return {};
        return {{{}, workload.window(at, window_s).*field}};
    };
}

bool always(const WorkloadSecond&) { return true; }

}  // namespace

void set_default_queries(PrometheusApi& prometheus, const ServedWorkload& workload,
                         const ClusterContents& contents) {
    const config::QueryTexts texts;
    const auto set = [&](config::QueryId id, double WindowMetrics::*field,
                         std::function<bool(const WorkloadSecond&)> exists) {
        std::string text =
            config::expand_query(texts[static_cast<std::size_t>(id)],
                                 {contents.namespace_, contents.gpu_deployment, contents.cpu_deployment, 60});
        if (!text.empty()) prometheus.set(text, windowed(workload, field, std::move(exists)));
    };
    set(config::QueryId::cpu_utilization, &WindowMetrics::cpu_utilization,
        [](const WorkloadSecond& at) { return at.pods[1] > 0; });
    set(config::QueryId::memory_utilization, &WindowMetrics::memory_utilization,
        [](const WorkloadSecond& at) { return at.pods[0] + at.pods[1] > 0; });
    set(config::QueryId::gpu_utilization, &WindowMetrics::gpu_utilization,
        [](const WorkloadSecond& at) { return at.pods[0] > 0; });

    // What a workload with metrics of its own would offer: seconds in a histogram, counters of requests.
    const std::string of = "{namespace=\"" + contents.namespace_ + "\"}";
    const std::string histogram =
        "histogram_quantile(0.95, sum by (le) (rate(inference_request_duration_seconds_bucket" + of +
        "[$window])))";
    prometheus.set("1000 * " + histogram, windowed(workload, &WindowMetrics::latency_p95_ms, always));
    prometheus.set(histogram, [&workload](const WorkloadSecond& at, int window_s) -> Samples {
        return {{{}, workload.latencyQuantile(at, window_s, 0.95) / 1000}};
    });
    prometheus.set("sum(rate(inference_requests_total" + of + "[$window]))",
                   windowed(workload, &WindowMetrics::throughput_rps, always));
    prometheus.set("sum(rate(inference_request_failures_total" + of + "[$window]))",
                   [&workload](const WorkloadSecond& at, int window_s) -> Samples {
                       const WindowMetrics m = workload.window(at, window_s);
                       return {{{}, m.duration_s > 0 ? static_cast<double>(m.failures) / m.duration_s : 0}};
                   });
    prometheus.set("sum(inference_clients" + of + ")", [](const WorkloadSecond& at, int) -> Samples {
        return {{{}, at.metrics.current_users}};
    });

    const std::string gpu_pod = contents.gpu_deployment + "-7d9f-abcde";
    const std::string cpu_pod = contents.cpu_deployment + "-5c8b-fghij";
    std::vector<std::map<std::string, std::string>> series = {{{"__name__", "up"}}};
    for (const char* name : {"container_cpu_usage_seconds_total", "container_memory_working_set_bytes"})
        for (const std::string& pod : {gpu_pod, cpu_pod})
            series.push_back({{"__name__", name},
                              {"namespace", contents.namespace_},
                              {"pod", pod},
                              {"container", "server"}});
    for (const std::string& pod : {gpu_pod, cpu_pod})
        for (const char* resource : {"cpu", "memory"})
            series.push_back({{"__name__", "kube_pod_container_resource_requests"},
                              {"namespace", contents.namespace_},
                              {"pod", pod},
                              {"resource", resource}});
    series.push_back({{"__name__", "kube_deployment_spec_replicas"}, {"namespace", contents.namespace_}});
    series.push_back(
        {{"__name__", "DCGM_FI_DEV_GPU_UTIL"}, {"namespace", contents.namespace_}, {"pod", gpu_pod}});
    for (const char* name : {"inference_request_duration_seconds_bucket", "inference_requests_total",
                             "inference_request_failures_total", "inference_clients"})
        series.push_back({{"__name__", name}, {"namespace", contents.namespace_}});
    prometheus.setSeries(std::move(series));

    prometheus.set("vector(1)", 1);
    prometheus.set("up", [](const WorkloadSecond&, int) -> Samples {
        return {{{{"__name__", "up"}, {"instance", "kube-state-metrics:8080"}, {"job", "kube-state-metrics"}},
                 1}};
    });
    for (const cluster::Pool pool : {cluster::Pool::gpu, cluster::Pool::cpu}) {
        const bool gpu = pool == cluster::Pool::gpu;
        const std::string name = gpu ? contents.gpu_deployment : contents.cpu_deployment;
        prometheus.set(
            "kube_deployment_spec_replicas{namespace=\"" + contents.namespace_ + "\",deployment=\"" + name +
                "\"}",
            [gpu](const WorkloadSecond& at, int) -> Samples {
                return {{{}, static_cast<double>(gpu ? at.metrics.desired_gpu : at.metrics.desired_cpu)}};
            });
    }
}

}  // namespace trimtab::test_cluster
