// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/config_checks.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>

#include "core/config/config_value.h"

namespace trimtab::config {
namespace {

/// Whether an address holds a user or a password; it would be written into every run folder.
bool has_user_info(const std::string& url) {
    const std::size_t scheme = url.find("://");
    if (scheme == std::string::npos) return false;
    const std::size_t host = scheme + 3;
    return url.substr(host, url.find_first_of("/?#", host) - host).find('@') != std::string::npos;
}

class Checker {
  public:
    explicit Checker(const Config& config) : config_(config) {}

    std::vector<CrossIssue> run() {
        check_time();
        check_replicas();
        check_reward();
        check_simulator();
        check_load();
        check_buffer();
        check_length();
        check_evaluation();
        check_addresses();
        check_cluster();
        return std::move(issues_);
    }

  private:
    void add(std::string key, std::string message) {
        issues_.push_back({std::move(key), std::move(message)});
    }

    void check_time() {
        const auto& e = config_.environment;
        const bool whole = e.action_interval == std::floor(e.action_interval);
        if (!whole) add("environment.action_interval", "must be whole seconds");
        if (e.warm_up != std::floor(e.warm_up)) add("environment.warm_up", "must be whole seconds");
        if (whole && std::fmod(e.episode_duration, e.action_interval) != 0)
            add("environment.episode_duration", "must be a multiple of environment.action_interval (" +
                                                    format_number(e.action_interval) + " s)");
    }

    void check_replicas() {
        const auto& e = config_.environment;
        if (e.min_replicas > e.max_replicas) {
            add("environment.min_replicas",
                "must be at most environment.max_replicas (" + std::to_string(e.max_replicas) + ")");
            return;
        }
        const std::string bounds =
            "must lie between environment.min_replicas and environment.max_replicas (" +
            std::to_string(e.min_replicas) + " to " + std::to_string(e.max_replicas) + ")";
        const auto within = [&e](int n) { return n >= e.min_replicas && n <= e.max_replicas; };
        if (!within(e.initial_replicas_gpu)) add("environment.initial_replicas_gpu", bounds);
        if (!within(e.initial_replicas_cpu)) add("environment.initial_replicas_cpu", bounds);
    }

    void check_reward() {
        const auto& e = config_.environment;
        if (e.latency_weight + e.throughput_weight + e.resource_efficiency_weight + e.stability_weight <= 0)
            add("environment.latency_weight", "is 0 like all other weights; at least one must be above 0");
    }

    void check_simulator() {
        const auto& s = config_.simulator;
        if (s.think_time_min_s > s.think_time_max_s)
            add("simulator.think_time_min_s",
                "must be at most simulator.think_time_max_s (" + format_number(s.think_time_max_s) + " s)");
        if (s.gpu_power_idle_w > s.gpu_power_full_w)
            add("simulator.gpu_power_idle_w", "must be at most simulator.gpu_power_full_w");
        if (s.vcpu_power_idle_w > s.vcpu_power_full_w)
            add("simulator.vcpu_power_idle_w", "must be at most simulator.vcpu_power_full_w");
    }

    void check_load() {
        const auto& l = config_.load;
        if (l.patterns.empty()) add("load.patterns", "must name at least one pattern");
        if (l.min_users > l.max_users)
            add("load.min_users", "must be at most load.max_users (" + format_number(l.max_users) + ")");
        const auto uses = [](const std::vector<std::string>& list, std::string_view name) {
            return std::find(list.begin(), list.end(), name) != list.end();
        };
        if ((uses(l.patterns, "trace") || uses(config_.evaluation.patterns, "trace")) && l.trace.empty())
            add("load.trace", "must name a file, because pattern trace is used");
        // Tolerates the rounding of sums such as 0.7 + 0.2 + 0.1.
        if (l.trace_train_share + l.trace_validation_share > 1 + 1e-9)
            add("load.trace_train_share", "and load.trace_validation_share must add up to at most 1");
    }

    void check_buffer() {
        const auto& a = config_.agent;
        const int n = config_.training.n_envs;
        if (a.batch_size > a.buffer_size)
            add("agent.batch_size",
                "must be at most agent.buffer_size (" + std::to_string(a.buffer_size) + ")");
        if (a.buffer_size % n == 0) return;
        const int below = a.buffer_size / n * n;
        add("agent.buffer_size", "must be a multiple of training.n_envs (" + std::to_string(n) +
                                     "), such as " + (below > 0 ? std::to_string(below) + " or " : "") +
                                     std::to_string(std::int64_t{below} + n));
    }

    /// A run that would end before its first update trains nothing.
    void check_length() {
        const auto& e = config_.environment;
        const auto& t = config_.training;
        const int interval = config_.agent.update_interval_episodes;
        const double steps_per_episode = std::max(1.0, std::floor(e.episode_duration / e.action_interval));
        const double steps = t.total_episodes > 0 ? static_cast<double>(t.total_episodes) * steps_per_episode
                                                  : static_cast<double>(t.total_steps);
        if (interval == 0 && steps < config_.agent.buffer_size)
            add(t.total_episodes > 0 ? "training.total_episodes" : "training.total_steps",
                "makes a run of " + format_number(steps) +
                    " steps, which would end before its first update; it needs " +
                    std::to_string(config_.agent.buffer_size) +
                    " (agent.buffer_size), or agent.update_interval_episodes above 0");
        const double episodes = std::floor(steps / steps_per_episode);
        if (interval > 0 && episodes < interval)
            add(t.total_episodes > 0 ? "training.total_episodes" : "training.total_steps",
                "makes a run of " + format_number(episodes) +
                    " episodes, which would end before its first update; it needs " +
                    std::to_string(interval) + " (agent.update_interval_episodes)");
    }

    void check_evaluation() {
        refuse_repeats("evaluation.patterns", config_.evaluation.patterns);
        refuse_repeats("evaluation.policies", config_.evaluation.policies);
        if (config_.figures.formats.empty()) add("figures.formats", "must name at least one format");
        if (config_.training.seeds.empty()) add("training.seeds", "must name at least one seed");
    }

    void check_cluster() {
        const auto& c = config_.cluster;
        if (c.backend == BackendKind::replay && c.recording.empty())
            add("cluster.recording", "must name a run folder, because cluster.backend is replay");
        if (c.gpu_deployment.empty() || c.cpu_deployment.empty())
            add(c.gpu_deployment.empty() ? "cluster.gpu_deployment" : "cluster.cpu_deployment",
                "must name a Deployment");
        else if (c.gpu_deployment == c.cpu_deployment)
            add("cluster.cpu_deployment", "must not be the GPU pool's Deployment");
        if (c.placement != PlacementMethod::none && c.placement_object.empty())
            add("cluster.placement_object",
                "must name the object that places traffic, or set cluster.placement to none");
        if (c.placement_gpu_weights.size() != 3)
            add("cluster.placement_gpu_weights",
                "must have three numbers: GPU preferred, balanced, CPU preferred");
        if (c.slo_fallback_samples > 0 && c.slo_fallback_samples < c.slo_guard_samples)
            add("cluster.slo_fallback_samples", "must be at least cluster.slo_guard_samples (" +
                                                    std::to_string(c.slo_guard_samples) + "), or 0");
        const auto asked = [&c](QueryId id) { return !c.queries[static_cast<std::size_t>(id)].empty(); };
        if (c.traffic_source == TrafficSource::prometheus &&
            !(asked(QueryId::latency_p95) && asked(QueryId::throughput)))
            add("cluster.query_latency_p95",
                "and cluster.query_throughput must hold queries, because cluster.traffic_source is "
                "prometheus");
    }

    void check_addresses() {
        const auto& e = config_.environment;
        const std::string refused =
            "must not hold a user or a password, which would be stored with every run: name the user in "
            "cluster.prometheus_user or cluster.locust_user, and give the password as a secret";
        if (has_user_info(e.prometheus_url)) add("environment.prometheus_url", refused);
        if (has_user_info(e.locust_url)) add("environment.locust_url", refused);
        if (has_user_info(config_.cluster.locust_host))
            add("cluster.locust_host",
                "must not hold a user or a password, which would be stored with every run: give them to "
                "Locust's own file");
    }

    void refuse_repeats(const std::string& key, const std::vector<std::string>& list) {
        std::set<std::string> seen;
        for (const std::string& entry : list)
            if (!seen.insert(entry).second) add(key, "names '" + entry + "' twice");
    }

    const Config& config_;
    std::vector<CrossIssue> issues_;
};

}  // namespace

std::vector<CrossIssue> check_across_keys(const Config& config) { return Checker(config).run(); }

}  // namespace trimtab::config
