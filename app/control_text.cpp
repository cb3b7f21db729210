// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control_text.h"

#include <array>
#include <cmath>
#include <ctime>
#include <nlohmann/json.hpp>

#include "app/console.h"
#include "core/cluster_api/live/audit_log.h"

namespace trimtab::app {
namespace {

using cluster_api::ClusterView;
using cluster_api::DecisionEntry;
using Json = nlohmann::ordered_json;

std::string clock_text(double utc_s) {
    const auto seconds =
        static_cast<std::time_t>(utc_s > 0 ? utc_s : static_cast<double>(std::time(nullptr)));
    std::tm local{};
    ::localtime_r(&seconds, &local);
    std::array<char, 16> text{};
    std::strftime(text.data(), text.size(), "%H:%M:%S", &local);
    return text.data();
}

std::string replicas(const cluster_api::DeploymentView& deployment) {
    if (deployment.desired < 0) return "-";
    std::string text = (deployment.ready < 0 ? "-" : std::to_string(deployment.ready)) + "/" +
                       std::to_string(deployment.desired);
    return deployment.pending > 0 ? text + " (" + std::to_string(deployment.pending) + " pending)" : text;
}

std::string change(const char* pool, int before, int after) {
    return std::string(pool) + " " + std::to_string(before) +
           (before == after ? "" : " -> " + std::to_string(after));
}

Json count(std::int64_t value) { return value < 0 ? Json(nullptr) : Json(value); }
Json number(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }

}  // namespace

std::string view_line(const ClusterView& view) {
    const cluster::WindowMetrics& m = view.metrics;
    std::string line =
        clock_text(0) + "  tick " + std::to_string(view.observations) + "  gpu " +
        replicas(view.deployments[0]) + "  cpu " + replicas(view.deployments[1]) + "  p95 " +
        format_fixed(m.latency_p95_ms, 0) + " ms  " + format_fixed(m.throughput_rps, 1) + " req/s  failed " +
        (m.failures < 0 ? std::string("unknown") : std::to_string(m.failures)) + "  users " +
        format_fixed(m.current_users, 0) + "  use gpu " + format_fixed(m.gpu_utilization, 0) + " % cpu " +
        format_fixed(m.cpu_utilization, 0) + " % mem " + format_fixed(m.memory_utilization, 0) + " %";
    for (const auto& deployment : view.deployments)
        if (!deployment.trouble.empty()) line += "  ! " + deployment.trouble;
    for (const auto& connection : view.connections)
        if (connection.state == cluster_api::ConnectionState::failed)
            line += "  ! " + connection.name + ": " + connection.text;
    if (!view.paused_because.empty()) line += "  PAUSED: " + view.paused_because;
    return line;
}

std::string view_json(const ClusterView& view) {
    const cluster::WindowMetrics& m = view.metrics;
    Json pools = Json::object();
    for (std::size_t p = 0; p < 2; ++p) {
        const auto& deployment = view.deployments[p];
        pools[p == 0 ? "gpu" : "cpu"] = {{"deployment", deployment.name},
                                         {"desired", count(deployment.desired)},
                                         {"ready", count(deployment.ready)},
                                         {"pending", count(deployment.pending)},
                                         {"trouble", deployment.trouble}};
    }
    Json connections = Json::array();
    static constexpr std::array<const char*, 4> states = {"unused", "connecting", "connected", "failed"};
    for (const auto& connection : view.connections)
        connections.push_back({{"name", connection.name},
                               {"address", connection.address},
                               {"state", states[static_cast<std::size_t>(connection.state)]},
                               {"text", connection.text},
                               {"verifies_tls", connection.verifies_tls}});
    const Json document = {{"time_s", view.time_s},
                           {"tick", view.observations},
                           {"phase", cluster_api::phase_name(view.phase)},
                           {"mode", cluster_api::mode_name(view.mode)},
                           {"pools", pools},
                           {"latency_p95_ms", number(m.latency_p95_ms)},
                           {"throughput_rps", number(m.throughput_rps)},
                           {"arrivals_rps", number(m.arrivals_rps)},
                           {"failures", count(m.failures)},
                           {"users", number(m.current_users)},
                           {"gpu_utilization", number(m.gpu_utilization)},
                           {"cpu_utilization", number(m.cpu_utilization)},
                           {"memory_utilization", number(m.memory_utilization)},
                           {"cost_usd", number(m.cost_usd)},
                           {"missing", view.missing},
                           {"missing_samples", view.missing_samples},
                           {"connections", connections}};
    return document.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string decision_line(const DecisionEntry& entry) {
    static constexpr std::array<const char*, 3> placements = {"prefer GPU", "balanced", "prefer CPU"};
    const bool carried_out = entry.outcome == cluster_api::DecisionOutcome::executed;
    const cluster::Allocation& after = carried_out ? entry.executed : entry.proposed;
    std::string line = clock_text(entry.utc_s) + "  " +
                       change("gpu", entry.before.replicas_gpu, after.replicas_gpu) + "  " +
                       change("cpu", entry.before.replicas_cpu, after.replicas_cpu);
    if (after.placement != entry.before.placement)
        line += std::string("  ") + placements[static_cast<std::size_t>(after.placement)];
    line += "  " + cluster_api::outcome_name(entry.outcome);
    if (!entry.why.empty()) line += "  why: " + entry.why;
    if (!entry.shield.empty()) line += "  shield: " + entry.shield;
    if (!entry.error.empty()) line += "  error: " + entry.error;
    return line;
}

}  // namespace trimtab::app
