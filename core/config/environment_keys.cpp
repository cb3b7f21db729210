// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/section_builder.h"

namespace trimtab::config {

void add_environment_keys(std::vector<ConfigKey>& rows) {
    using E = EnvironmentConfig;
    SectionBuilder<E> section(rows, "environment", &Config::environment);
    section.choice("profile", &E::profile, {"default", "published", "kisim", "day"},
                   "The scenario; sets the defaults of other keys.");
    section.text("namespace", &E::namespace_, "Kubernetes namespace of the workload.");
    section.text("prometheus_url", &E::prometheus_url, "Address of Prometheus, without a password in it.");
    section.text("locust_url", &E::locust_url,
                 "Address of Locust's web interface, without a password in it.");
    section.number("episode_duration", &E::episode_duration, "s", 1, 604800,
                   "Length of an episode; a multiple of action_interval.");
    section.number("action_interval", &E::action_interval, "s", 1, 3600, "Length of a step; whole seconds.");
    section.number("warm_up", &E::warm_up, "s", 0, 86400,
                   "Time before an episode at the load of its first second, not scored; whole seconds. A "
                   "live cluster needs 30 s to know the load's trend: what is missing of them at 0 is held.");
    section.integer("max_replicas", &E::max_replicas, "pods", 1, 1000, "Most replicas of each pool.");
    section.integer("min_replicas", &E::min_replicas, "pods", 0, 1000, "Fewest replicas of each pool.");
    section.integer("initial_replicas_gpu", &E::initial_replicas_gpu, "pods", 0, 1000,
                    "GPU replicas that an episode starts with.");
    section.integer("initial_replicas_cpu", &E::initial_replicas_cpu, "pods", 0, 1000,
                    "CPU replicas that an episode starts with.");
    section.choice("initial_placement", &E::initial_placement, {"prefer-gpu", "balanced", "prefer-cpu"},
                   "Where traffic prefers to go when an episode starts.");
    section.boolean(
        "extended_observation", &E::extended_observation,
        "Appends 21 entries (ready replicas, users, last action, recent throughputs) to the ten numbers.");
    section
        .number("throughput_bound", &E::throughput_bound, "req/s", 1, 1e6,
                "Upper bound of current_throughput.")
        .advanced = true;
    section
        .number("users_scale", &E::users_scale, "users", 1, 1e6,
                "Scale of users in the extended observation.")
        .advanced = true;
    section.choice("reward", &E::reward, {"default", "kisim", "kisim-advanced"},
                   "Form of the reward; kisim is the original project's and rewards always-max most of all.");
    section.choice(
        "baseline", &E::baseline, {"measured", "published"},
        "What improvements are relative to: static baselines measured here, or the published constants.");
    section
        .integer("baseline_static_gpu_replicas", &E::baseline_static_gpu_replicas, "pods", 1, 1000,
                 "GPU replicas of the static-gpu baseline.")
        .advanced = true;
    section
        .integer("baseline_static_cpu_replicas", &E::baseline_static_cpu_replicas, "pods", 1, 1000,
                 "CPU replicas of the static-cpu baseline.")
        .advanced = true;
    section.number("slo_ms", &E::slo_ms, "ms", 1, 600000,
                   "The service level objective: p95 latency at most this.");
    section.number("latency_weight", &E::latency_weight, "", 0, 100,
                   "Weight of latency_improvement in the reward.");
    section.number("throughput_weight", &E::throughput_weight, "", 0, 100,
                   "Weight of throughput_improvement in the reward.");
    section.number("resource_efficiency_weight", &E::resource_efficiency_weight, "", 0, 100,
                   "Weight of resource_efficiency in the reward.");
    section.number("stability_weight", &E::stability_weight, "", 0, 100,
                   "Weight of stability_bonus in the reward.");
}

}  // namespace trimtab::config
