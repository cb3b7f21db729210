// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/shell_words.h"
#include "core/base/translatable.h"
#include "core/cluster_api/http/http_error.h"
#include "core/cluster_api/live/examination.h"
#include "core/cluster_api/live/metric_names.h"
#include "core/cluster_api/prometheus/series_selectors.h"

namespace trimtab::cluster_api {
namespace {

constexpr const char* prometheus_name = "Prometheus";

bool is_used(const config::ClusterConfig& cluster, config::QueryId id) {
    using config::QueryId;
    if (id == QueryId::gpu_utilization) return true;
    if (id == QueryId::cpu_utilization || id == QueryId::memory_utilization)
        return cluster.usage_source == config::UsageSource::prometheus;
    return cluster.traffic_source == config::TrafficSource::prometheus;
}

/// The query of the configuration, with its placeholders, so that what works can be set as it is.
std::string to_try(const std::string& promql, const std::string& key) {
    return "trimtab doctor --query " + shell_quoted(promql) + "; then set " + key;
}

void tell_absence(Examination& examination, PrometheusClient& prometheus, const std::string& step,
                  const std::string& sent, const std::string& configured, const std::string& key,
                  const std::string& absence) {
    const QueryAbsence found = explain_absence(prometheus, sent, examination.stop);
    const std::string better =
        found.meant.empty() ? configured : renamed_metric(configured, found.metric, found.meant);
    examination.fail_step(prometheus_name, step, translatable("CoreTexts", "no data"),
                          absence + (found.cause.empty() ? "" : "\n" + found.cause),
                          (found.look.empty() ? "" : found.look + "\n") +
                              (found.label == "namespace"
                                   ? "set environment.namespace to the one that holds the Deployments; or\n"
                                   : "") +
                              to_try(better, key));
}

void check_query(Examination& examination, PrometheusClient& prometheus, std::size_t index) {
    const config::ClusterQuery& query = config::cluster_queries()[index];
    const config::ClusterConfig& c = examination.config.cluster;
    const std::string& configured = c.queries[index];
    if (configured.empty() || !is_used(c, static_cast<config::QueryId>(index))) return;
    const std::string step = "metric " + query.name;
    const std::string promql = config::expand_query(
        configured,
        {examination.config.environment.namespace_, c.gpu_deployment, c.cpu_deployment, c.rate_window_s});
    const auto reading = prometheus.waitForValue(promql, c.data_age_limit_s, examination.stop);
    const std::string key = "cluster.query_" + query.name;
    if (!reading)
        examination.fail_step(prometheus_name, step, reading.error().message, "the query is wrong: " + promql,
                              "trimtab doctor --query '...' tries another; then set " + key);
    else if (reading->value)
        examination.pass(prometheus_name, step, finding_number(*reading->value) + " " + query.unit);
    else if (reading->is_empty)
        tell_absence(examination, prometheus, step, promql, configured, key, reading->absence);
    else
        examination.fail_step(prometheus_name, step, translatable("CoreTexts", "no data"), reading->absence,
                              to_try(configured, key));
}

}  // namespace

void examine_prometheus(Examination& examination) {
    const config::Config& config = examination.config;
    auto client = open_prometheus(config, examination.secrets);
    if (!client) {
        examination.fail_step(prometheus_name, "address", client.error().to_string(),
                              translatable("CoreTexts", "the address or a file cannot be used"),
                              "set environment.prometheus_url");
        return;
    }
    PrometheusClient& prometheus = **client;
    examination.pass(prometheus_name, "address", origin_text(prometheus.http().endpoint().base_url));
    if (!examination.reach(prometheus_name, prometheus.http())) return;
    const auto version = prometheus.waitForVersion(examination.stop);
    if (!version) {
        const bool denied = version.error().code == ErrorCode::permission_denied;
        examination.fail_step(
            prometheus_name, "identity", version.error().to_string(),
            denied ? translatable("CoreTexts",
                                  "it wants a token or a password, and the one given is wrong or missing")
                   : translatable("CoreTexts",
                                  "what answers there is not a Prometheus, or its external URL has a path"),
            denied ? "export TRIMTAB_PROMETHEUS_TOKEN=..., or set cluster.prometheus_user and "
                     "TRIMTAB_PROMETHEUS_PASSWORD"
                   : "curl -s " + config.environment.prometheus_url + "/api/v1/status/buildinfo");
        return;
    }
    examination.pass(prometheus_name, "identity", "version " + *version);
    for (std::size_t i = 0; i < config::query_count; ++i) check_query(examination, prometheus, i);
}

}  // namespace trimtab::cluster_api
