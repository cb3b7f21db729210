// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/section_builder.h"

namespace trimtab::config {
namespace {

using C = ClusterConfig;
constexpr double day_s = 86400;

void add_connection_keys(SectionBuilder<C>& section) {
    section.text("kubeconfig", &C::kubeconfig,
                 "Kubeconfig file; empty: KUBECONFIG, ~/.kube/config, or the pod's own service account.");
    section.text("context", &C::context, "Context of the kubeconfig; empty: the current one.");
    section.text("gpu_deployment", &C::gpu_deployment, "Deployment of the GPU pool.");
    section.text("cpu_deployment", &C::cpu_deployment, "Deployment of the CPU pool.");
    section.text("prometheus_user", &C::prometheus_user,
                 "User of Prometheus; the password comes from the keychain or TRIMTAB_PROMETHEUS_PASSWORD.");
    section.text("prometheus_token_file", &C::prometheus_token_file,
                 "File with a bearer token for Prometheus; or TRIMTAB_PROMETHEUS_TOKEN.");
    section.text("prometheus_ca_file", &C::prometheus_ca_file,
                 "PEM file of the authority that signed Prometheus's certificate; empty: the system's.");
    section.boolean("prometheus_skip_tls_verify", &C::prometheus_skip_tls_verify,
                    "Believes any certificate of Prometheus. Shown as a warning wherever it is in use.");
    section.text("locust_user", &C::locust_user,
                 "User of Locust; the password comes from the keychain or TRIMTAB_LOCUST_PASSWORD.");
    section.text("locust_ca_file", &C::locust_ca_file,
                 "PEM file of the authority that signed Locust's certificate; empty: the system's.");
    section.boolean("locust_skip_tls_verify", &C::locust_skip_tls_verify,
                    "Believes any certificate of Locust. Shown as a warning wherever it is in use.");
    section
        .number("request_timeout_s", &C::request_timeout_s, "s", 0.1, 300,
                "A request that is not answered by then has failed.")
        .advanced = true;
}

void add_observation_keys(SectionBuilder<C>& section, std::vector<ConfigKey>& rows) {
    section.choice("traffic_source", &C::traffic_source, {"locust", "prometheus"},
                   "Where latency, throughput and users come from.");
    section.choice("usage_source", &C::usage_source, {"prometheus", "metrics-server"},
                   "Where the use of CPU and memory comes from; metrics-server has no GPUs.");
    for (std::size_t i = 0; i < query_count; ++i) {
        const ClusterQuery& query = cluster_queries()[i];
        ConfigKey row;
        row.section = "cluster";
        row.name = "query_" + query.name;
        row.kind = ValueKind::text;
        row.unit = query.unit;
        row.help = query.meaning + ", as PromQL; empty: not asked" +
                   (i == static_cast<std::size_t>(QueryId::failures)
                        ? "; failures are then unknown, and what arrives is what was answered."
                        : ".");
        row.get = [i](const Config& config) -> ConfigValue { return config.cluster.queries[i]; };
        row.set = [i](Config& config, const ConfigValue& value) {
            config.cluster.queries[i] = std::get<std::string>(value);
        };
        rows.push_back(std::move(row));
    }
    section.number("rate_window_s", &C::rate_window_s, "s", 1, 3600,
                   "What $window stands for in the queries; at least two scrape intervals.");
    section.number("data_age_limit_s", &C::data_age_limit_s, "s", 1, 3600,
                   "Data older than this is no data, and nothing is scaled on it.");
    section.boolean("drive_load", &C::drive_load,
                    "Sets Locust's users along the load pattern; false where traffic comes by itself.");
    section.text("locust_host", &C::locust_host,
                 "Address that Locust sends load to; empty: the one it was started with.");
}

void add_shield_keys(SectionBuilder<C>& section) {
    section.integer("shield_max_step", &C::shield_max_step, "pods", 1, 1000,
                    "Most replicas that one decision changes in a pool.");
    section.number("shield_cooldown_up_s", &C::shield_cooldown_up_s, "s", 0, day_s,
                   "Time after a change in which a pool is not scaled up.");
    section.number("shield_cooldown_down_s", &C::shield_cooldown_down_s, "s", 0, day_s,
                   "Time after a change in which a pool is not scaled down.");
    section.integer("shield_flap_budget", &C::shield_flap_budget, "", 0, 100000,
                    "Reversals of direction that a pool may make within shield_flap_window_s.");
    section.number("shield_flap_window_s", &C::shield_flap_window_s, "s", 1, day_s,
                   "The time that the flap budget is for.");
    section.integer("shield_gpu_quota", &C::shield_gpu_quota, "pods", 0, 1000,
                    "GPU pods that the cluster has room for; more are not asked for.");
    section.number("shield_cost_cap_usd_per_hour", &C::shield_cost_cap_usd_per_hour, "USD/h", 0, 1e7,
                   "Most that the replicas may cost, at the prices of section simulator; 0: no cap.");
    section.integer("slo_guard_samples", &C::slo_guard_samples, "steps", 0, 100000,
                    "Steps in a row with p95 above environment.slo_ms that forbid scaling down; 0: never.");
    section.integer("slo_fallback_samples", &C::slo_fallback_samples, "steps", 0, 100000,
                    "Steps in a row with p95 above the SLO after which the HPA rule decides; 0: never.");
}

void add_control_keys(SectionBuilder<C>& section) {
    section.choice("mode", &C::mode, {"observe", "shadow", "confirm", "auto"},
                   "observe reads, shadow decides and logs, confirm asks before a change, auto acts.");
    section.boolean("lease", &C::lease, "Holds a Lease, so that two programs never control one workload.");
    section.text("lease_name", &C::lease_name, "Name of the Lease.").advanced = true;
    section.number("confirm_timeout_s", &C::confirm_timeout_s, "s", 1, 3600,
                   "A change that nobody confirms by then is not made.");
    add_shield_keys(section);
    section.choice("placement", &C::placement, {"none", "annotation", "service-selector", "httproute"},
                   "How the placement action is carried out; none: it is masked.");
    section.choice("placement_kind", &C::placement_kind, {"ingress", "service"},
                   "Kind of the object whose annotation carries the weight.");
    section.text("placement_object", &C::placement_object,
                 "Name of the Ingress, Service or HTTPRoute that places traffic.");
    section.text("placement_annotation", &C::placement_annotation,
                 "Annotation that takes the GPU pool's weight in percent.");
    section.text("placement_selector_label", &C::placement_selector_label,
                 "Label of the Service's selector: gpu, cpu, or absent when balanced.");
    section.text("placement_gpu_backend", &C::placement_gpu_backend,
                 "Service of the GPU pool among the HTTPRoute's backends.");
    section.text("placement_cpu_backend", &C::placement_cpu_backend,
                 "Service of the CPU pool among the HTTPRoute's backends.");
    section.integer_list(
        "placement_gpu_weights", &C::placement_gpu_weights, 0, 100,
        "Percent of traffic for the GPU pool when GPU is preferred, balanced, CPU preferred.");
}

}  // namespace

void add_cluster_keys(std::vector<ConfigKey>& rows) {
    SectionBuilder<C> section(rows, "cluster", &Config::cluster);
    section.choice("backend", &C::backend, {"simulated", "live", "replay"},
                   "The embedded cluster, a real one, or a recorded run.");
    section.text("recording", &C::recording, "Run folder that backend replay feeds back.");
    add_connection_keys(section);
    add_observation_keys(section, rows);
    add_control_keys(section);
}

}  // namespace trimtab::config
