// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace trimtab::telemetry {

/// Ids of every metric of the product. The enumerator is also the C++ field, the CSV column, the key in
/// metrics.jsonl and what a chart's axis says. Append only: order is not stored anywhere, names are.
namespace metric {
enum Id : int {
    // The ten observations, in the order of DESIGN 3.1 (raw units).
    cpu_utilization,
    memory_utilization,
    gpu_utilization,
    current_latency_p95,
    current_throughput,
    current_replicas_gpu,
    current_replicas_cpu,
    load_trend,
    load_variance,
    time_in_episode,
    // One window (SIMULATOR 5).
    latency_p95_ms,
    throughput_rps,
    arrivals_rps,
    mean_users,
    current_users,
    users_change,
    mean_ready_gpu,
    mean_ready_cpu,
    cost_usd,
    energy_wh,
    successes,
    failures,
    // What was asked of the cluster and what runs.
    desired_gpu,
    desired_cpu,
    ready_gpu,
    ready_cpu,
    pending_gpu,
    pending_cpu,
    placement,
    // Reward of one step (SIMULATOR 6); in episode rows their sums.
    reward,
    latency_improvement,
    throughput_improvement,
    resource_efficiency,
    stability_bonus,
    // One episode.
    episode_return,
    episode_length,
    served_share,
    slo_violations,
    scaling_actions,
    flaps,
    gpu_share,
    mean_window_p95_ms,
    // One PPO update.
    policy_loss,
    value_loss,
    entropy,
    approx_kl,
    clip_fraction,
    explained_variance,
    gradient_norm,
    learning_rate,
    entropy_coef,
    epochs,
    steps_per_s,
    // One evaluation: means over its episodes.
    evaluation_return,
    evaluation_return_std,
    evaluation_latency_p95_ms,
    evaluation_served_share,
    evaluation_slo_violations,
    evaluation_cost_usd,
    evaluation_scaling_actions,
    best_return,
    // One pod of a live cluster.
    startup_s,
    count
};
}  // namespace metric

enum class MetricGroup { observation, window, allocation, reward, episode, update, evaluation };

/// One metric as a person and a chart need it. Unbounded sides of the range are infinite.
struct Metric {
    int id = 0;
    std::string_view name;
    std::string_view unit;  ///< "ms", "req/s", "%", "pods", "USD" ... or empty for a plain number
    double minimum = 0;
    double maximum = 0;
    MetricGroup group = MetricGroup::window;
    std::string_view meaning;  ///< one line
};

/// Every metric; entry i has id i.
[[nodiscard]] std::span<const Metric> metric_table();

/// id in [0, metric::count).
[[nodiscard]] const Metric& metric_info(int id);

/// The id of a name, or nothing.
[[nodiscard]] std::optional<int> find_metric(std::string_view name);

/// "observation", "window" ...: the tag prefix in event files and the heading in lists.
[[nodiscard]] std::string_view group_name(MetricGroup group);

}  // namespace trimtab::telemetry
