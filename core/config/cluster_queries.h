// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace trimtab::config {

/// One number that is asked of Prometheus at every step.
struct ClusterQuery {
    std::string name;      ///< "cpu_utilization"; its key is cluster.query_<name>
    std::string unit;      ///< of the result: "%", "ms", "req/s", "users"
    std::string meaning;   ///< one line
    std::string exporter;  ///< who must run for the default to have data: "cAdvisor and kube-state-metrics"
    std::string metric;    ///< the series that the default reads first; for the doctor
    std::string promql;    ///< default, with the placeholders of expand_query(); empty: not asked
};

/// Positions in cluster_queries() and QueryTexts.
enum class QueryId {
    cpu_utilization,
    memory_utilization,
    gpu_utilization,
    latency_p95,
    throughput,
    failures,
    users
};
inline constexpr std::size_t query_count = 7;

/// The one list of queries, in the order of QueryId.
[[nodiscard]] const std::vector<ClusterQuery>& cluster_queries();

/// The configured text of every query, by QueryId.
struct QueryTexts : std::array<std::string, query_count> {
    QueryTexts();  ///< the defaults
};

/// What the placeholders of a query stand for.
struct QueryVariables {
    std::string namespace_;      ///< $namespace
    std::string gpu_deployment;  ///< $gpu_deployment
    std::string cpu_deployment;  ///< $cpu_deployment
    double window_s = 60;        ///< $window, written as whole seconds: "60s"
};

/// The PromQL to send. Other dollar signs stay as they are.
[[nodiscard]] std::string expand_query(std::string_view promql, const QueryVariables& variables);

}  // namespace trimtab::config
