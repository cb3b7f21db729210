// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/config/cluster_queries.h"

namespace trimtab::config {

enum class BackendKind { simulated, live, replay };

/// observe: reads only. shadow: decides and logs. confirm: a person confirms every change. auto: acts.
enum class ControlMode { observe, shadow, confirm, automatic };

/// Where latency, throughput and users come from.
enum class TrafficSource { locust, prometheus };

/// Where the pods' use of CPU and memory comes from.
enum class UsageSource { prometheus, metrics_server };

/// How the placement action reaches a cluster.
enum class PlacementMethod { none, annotation, service_selector, httproute };

/// Section `cluster`: which cluster the environment stands on, and what control may do there. Passwords and
/// tokens never stand here.
struct ClusterConfig {
    BackendKind backend = BackendKind::simulated;
    std::string recording;  ///< run folder that backend `replay` feeds back

    // Connections. The namespace and the addresses are those of section `environment`.
    std::string kubeconfig;  ///< empty: KUBECONFIG, ~/.kube/config, or the pod's own service account
    std::string context;     ///< empty: the current context
    std::string gpu_deployment = "inference-gpu";
    std::string cpu_deployment = "inference-cpu";
    std::string prometheus_user;
    std::string prometheus_token_file;
    std::string prometheus_ca_file;
    bool prometheus_skip_tls_verify = false;
    std::string locust_user;
    std::string locust_ca_file;
    bool locust_skip_tls_verify = false;
    double request_timeout_s = 10;

    // Observation.
    TrafficSource traffic_source = TrafficSource::locust;
    UsageSource usage_source = UsageSource::prometheus;
    QueryTexts queries;            ///< keys `query_<name>`, one for each of cluster_queries()
    double rate_window_s = 60;     ///< $window of the queries
    double data_age_limit_s = 90;  ///< older data is no data

    // Load.
    bool drive_load = false;  ///< the load controller sets Locust's users along the pattern
    std::string locust_host;  ///< target of the load; empty: what Locust was started with

    // Control.
    ControlMode mode = ControlMode::observe;
    bool lease = true;
    std::string lease_name = "trimtab";
    double confirm_timeout_s = 25;

    // Shield.
    int shield_max_step = 2;
    double shield_cooldown_up_s = 0;
    double shield_cooldown_down_s = 60;
    int shield_flap_budget = 6;
    double shield_flap_window_s = 600;
    int shield_gpu_quota = 10;
    double shield_cost_cap_usd_per_hour = 0;  ///< 0: none
    int slo_guard_samples = 3;                ///< 0: no guard
    int slo_fallback_samples = 6;             ///< 0: never falls back

    // Placement.
    PlacementMethod placement = PlacementMethod::none;
    std::string placement_kind = "ingress";  ///< of method annotation: ingress or service
    std::string placement_object;            ///< name of the Ingress, Service or HTTPRoute
    std::string placement_annotation = "nginx.ingress.kubernetes.io/canary-weight";
    std::string placement_selector_label = "pool";
    std::string placement_gpu_backend = "inference-gpu";
    std::string placement_cpu_backend = "inference-cpu";
    std::vector<int> placement_gpu_weights = {100, 50, 0};  ///< percent, by Placement
};

}  // namespace trimtab::config
