// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/live/service_observation.h"

#include <algorithm>
#include <map>

#include "core/cluster_api/http/http_error.h"
#include "core/cluster_api/kubernetes/api_calls.h"
#include "core/cluster_api/kubernetes/read_objects.h"

namespace trimtab::cluster_api {
namespace {

using config::QueryId;

ConnectionView view_of(const char* name, const HttpClient* client) {
    ConnectionView view;
    view.name = name;
    if (client == nullptr) return view;
    view.state = ConnectionState::connecting;
    view.address = origin_text(client->endpoint().base_url);
    view.verifies_tls = client->endpoint().tls.verify;
    return view;
}

void note(ConnectionView& view, const Error* error, const std::string& text = {}) {
    view.state = error != nullptr ? ConnectionState::failed : ConnectionState::connected;
    view.text = error != nullptr ? error->to_string() : text;
}

bool asked(const config::Config& config, QueryId id) {
    return !config.cluster.queries[static_cast<std::size_t>(id)].empty();
}

}  // namespace

bool needs_prometheus(const config::Config& config) {
    return config.cluster.traffic_source == config::TrafficSource::prometheus ||
           asked(config, QueryId::gpu_utilization) ||
           config.cluster.usage_source == config::UsageSource::prometheus;
}

bool needs_locust(const config::Config& config) {
    return config.cluster.traffic_source == config::TrafficSource::locust || config.cluster.drive_load;
}

ServiceObservation::ServiceObservation(const config::Config& config, PrometheusClient* prometheus,
                                       LocustClient* locust, KubernetesClient* kubernetes)
    : config_(config),
      prometheus_(prometheus),
      locust_(locust),
      kubernetes_(kubernetes),
      prometheus_view_(view_of("Prometheus", prometheus != nullptr ? &prometheus->http() : nullptr)),
      locust_view_(view_of("Locust", locust != nullptr ? &locust->http() : nullptr)) {}

std::vector<ConnectionView> ServiceObservation::connections() const {
    return {prometheus_view_, locust_view_};
}

Expected<void> ServiceObservation::connect(StopToken stop) {
    if (prometheus_ != nullptr) {
        const auto version = prometheus_->waitForVersion(stop);
        note(prometheus_view_, version ? nullptr : &version.error(), version ? "version " + *version : "");
        if (!version) return Unexpected<Error>(version.error());
    }
    if (locust_ != nullptr) {
        const auto statistics = locust_->statistics(stop);
        note(locust_view_, statistics ? nullptr : &statistics.error(),
             statistics ? statistics->state_text : "");
        if (!statistics) return Unexpected<Error>(statistics.error());
    }
    return {};
}

double ServiceObservation::ask(QueryId id, StopToken stop) {
    const auto index = static_cast<std::size_t>(id);
    const config::ClusterConfig& c = config_.cluster;
    if (prometheus_ == nullptr || c.queries[index].empty()) return no_data;
    const std::string promql = config::expand_query(
        c.queries[index],
        {config_.environment.namespace_, c.gpu_deployment, c.cpu_deployment, c.rate_window_s});
    const auto reading = prometheus_->waitForValue(promql, c.data_age_limit_s, stop);
    if (!reading) {
        note(prometheus_view_, &reading.error());
        return no_data;
    }
    if (reading->value) return *reading->value;
    silent_query_ = config::cluster_queries()[index].name + ": " + reading->absence;
    return no_data;
}

UsageSample ServiceObservation::usage(StopToken stop) {
    UsageSample sample;
    silent_query_.clear();
    if (prometheus_ != nullptr) note(prometheus_view_, nullptr);
    sample.gpu_utilization = ask(QueryId::gpu_utilization, stop);
    if (config_.cluster.usage_source == config::UsageSource::metrics_server) {
        ask_metrics_server(sample, stop);
    } else {
        sample.cpu_utilization = ask(QueryId::cpu_utilization, stop);
        sample.memory_utilization = ask(QueryId::memory_utilization, stop);
    }
    if (prometheus_view_.state == ConnectionState::connected && !silent_query_.empty())
        prometheus_view_.text = "no data for " + silent_query_;
    return sample;
}

void ServiceObservation::ask_metrics_server(UsageSample& sample, StopToken stop) {
    if (kubernetes_ == nullptr) return;
    const std::string& space = config_.environment.namespace_;
    const std::array<const std::string*, 2> names = {&config_.cluster.gpu_deployment,
                                                     &config_.cluster.cpu_deployment};
    double memory_used = 0;
    double memory_requested = 0;
    for (std::size_t pool = 0; pool < names.size(); ++pool) {
        const auto deployment = kubernetes_->wait(get_deployment(space, *names[pool]), stop);
        if (!deployment) return;
        std::string selector;
        for (const auto& [label, value] : deployment->selector)
            selector += (selector.empty() ? "" : ",") + label + "=" + value;
        if (selector.empty()) return;
        const auto pods =
            kubernetes_->list<PodMetrics>(pod_metrics_resource, space, read_pod_metrics, stop, selector);
        if (!pods) return;
        const std::int64_t oldest_ms = kubernetes_->http().behaviour().clock->utc_ms() -
                                       static_cast<std::int64_t>(1000 * config_.cluster.data_age_limit_s);
        double cpu_used = 0;
        int counted = 0;
        for (const PodMetrics& pod : *pods) {
            if (pod.at_ms < oldest_ms) continue;
            cpu_used += pod.cpu_cores;
            memory_used += pod.memory_bytes;
            memory_requested += deployment->request.memory_bytes;
            ++counted;
        }
        // A pool whose pods have no fresh sample has none as a whole; a pool without pods uses nothing.
        if (counted == 0 && (deployment->ready_replicas > 0 || !deployment->status_is_current())) return;
        if (pool == 1 && counted > 0 && deployment->request.cpu_cores > 0)
            sample.cpu_utilization = 100 * cpu_used / (deployment->request.cpu_cores * counted);
    }
    if (memory_requested > 0) sample.memory_utilization = 100 * memory_used / memory_requested;
}

TrafficSample ServiceObservation::locust_traffic(StopToken stop) {
    TrafficSample sample;
    if (locust_ == nullptr) return sample;
    const auto statistics = locust_->statistics(stop);
    note(locust_view_, statistics ? nullptr : &statistics.error(), statistics ? statistics->state_text : "");
    if (!statistics) return sample;
    sample.latency_p95_ms = statistics->latency_p95_ms.value_or(no_data);
    sample.throughput_rps = statistics->throughput_rps().value_or(no_data);
    sample.failures_rps = statistics->current_failures_rps.value_or(no_data);
    sample.users = statistics->runs() ? statistics->user_count : no_data;
    return sample;
}

TrafficSample ServiceObservation::traffic(StopToken stop) {
    if (config_.cluster.traffic_source == config::TrafficSource::locust) return locust_traffic(stop);
    TrafficSample sample;
    sample.latency_p95_ms = ask(QueryId::latency_p95, stop);
    sample.throughput_rps = ask(QueryId::throughput, stop);
    sample.failures_rps = ask(QueryId::failures, stop);
    sample.users = ask(QueryId::users, stop);
    return sample;
}

Expected<void> ServiceObservation::set_users(int users, double spawn_rate, StopToken stop) {
    if (locust_ == nullptr)
        return fail(ErrorCode::invalid_argument,
                    "no Locust is configured to drive; set environment.locust_url");
    if (!load_) load_.emplace(*locust_, config_.cluster.locust_host, spawn_rate);
    return load_->set_users(users, stop);
}

Expected<void> ServiceObservation::stop_load(StopToken stop) {
    return load_ ? load_->finish(stop) : Expected<void>();
}

}  // namespace trimtab::cluster_api
