// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/live/doctor.h"

#include <array>
#include <chrono>
#include <nlohmann/json.hpp>

#include "core/cluster_api/http/event_wait.h"
#include "core/cluster_api/live/control_view.h"
#include "core/cluster_api/live/examination.h"
#include "core/cluster_api/live/metric_names.h"
#include "core/cluster_api/live/placement_writer.h"
#include "core/cluster_api/live/service_observation.h"
#include "core/cluster_api/live/transport_probe.h"

namespace trimtab::cluster_api {

bool Examination::reach(const std::string& connection, const HttpClient& client) {
    const HttpEndpoint& endpoint = client.endpoint();
    const bool proxied = endpoint.proxy.type() != QNetworkProxy::NoProxy;
    return probe_transport(connection, endpoint.base_url, endpoint.tls, proxied,
                           config.cluster.request_timeout_s, sink_, stop);
}

std::string finding_number(double value) {
    std::string text = std::to_string(value);
    text.resize(text.find('.') + 3);
    return text;
}

RoleSettings role_settings(const config::Config& config) {
    RoleSettings settings;
    settings.namespace_name = config.environment.namespace_;
    settings.deployments = {config.cluster.gpu_deployment, config.cluster.cpu_deployment};
    settings.lease_name = config.cluster.lease_name;
    settings.placement_resource = placement_resource(config.cluster);
    settings.placement_name = config.cluster.placement_object;
    settings.reads_pod_metrics = config.cluster.usage_source == config::UsageSource::metrics_server;
    return settings;
}

DoctorSink with_times(DoctorSink next) {
    return
        [next = std::move(next), before = std::chrono::steady_clock::now()](DoctorFinding finding) mutable {
            const auto now = std::chrono::steady_clock::now();
            finding.utc_s = utc_now_s();
            finding.wall_s = std::chrono::duration<double>(now - before).count();
            before = now;
            next(finding);
        };
}

std::string encode_findings(const std::vector<DoctorFinding>& findings) {
    static constexpr std::array<const char*, 3> results = {"passed", "failed", "skipped"};
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const DoctorFinding& finding : findings)
        list.push_back({{"check", finding.connection + " " + finding.step},
                        {"passed", finding.result != DoctorResult::failed},
                        {"result", results[static_cast<std::size_t>(finding.result)]},
                        {"finding", finding.text},
                        {"cause", finding.cause},
                        {"fix", finding.fix},
                        {"utc_s", finding.utc_s},
                        {"wall_s", finding.wall_s}});
    return list.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

Expected<bool> examine_connections(const config::Config& config, const SecretReader& secrets,
                                   const DoctorSink& sink, StopToken stop) {
    ensure_event_dispatcher();
    const DoctorSink timed = with_times(sink);
    Examination examination(config, secrets, timed, stop);
    examine_kubernetes(examination);
    if (needs_prometheus(config)) examine_prometheus(examination);
    if (needs_locust(config)) examine_locust(examination);
    if (stop.stop_requested()) return fail(ErrorCode::cancelled, "Stopped during the examination.");
    return examination.healthy();
}

Expected<std::string> try_query(const config::Config& config, const std::string& promql,
                                const SecretReader& secrets, StopToken stop) {
    auto client = open_prometheus(config, secrets);
    if (!client) return Unexpected<Error>(client.error());
    const config::ClusterConfig& c = config.cluster;
    const std::string sent = config::expand_query(
        promql, {config.environment.namespace_, c.gpu_deployment, c.cpu_deployment, c.rate_window_s});
    const auto reading = (*client)->waitForValue(sent, c.data_age_limit_s, stop);
    if (!reading) return Unexpected<Error>(reading.error());
    if (reading->value) return finding_number(*reading->value) + " (" + sent + ")";
    std::string text = "no data: " + reading->absence + " (" + sent + ")";
    if (const std::string cause = explain_absence(**client, sent, stop).cause; !cause.empty())
        text += "\n" + cause;
    return text;
}

}  // namespace trimtab::cluster_api
