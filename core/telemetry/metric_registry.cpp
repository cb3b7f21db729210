// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/metric_registry.h"

#include <array>
#include <limits>
#include <map>

namespace trimtab::telemetry {
namespace {

constexpr double inf = std::numeric_limits<double>::infinity();
using G = MetricGroup;

// The name is made from the enumerator, so that the two cannot differ.
#define TRIMTAB_METRIC(id, unit, minimum, maximum, group, meaning) \
    Metric { metric::id, #id, unit, minimum, maximum, group, meaning }

constexpr std::array table{
    TRIMTAB_METRIC(cpu_utilization, "%", 0, 100, G::observation, "Busy share of the ready CPU servers"),
    TRIMTAB_METRIC(memory_utilization, "%", 0, 100, G::observation,
                   "Memory in use over what the pods request"),
    TRIMTAB_METRIC(gpu_utilization, "%", 0, 100, G::observation, "Busy share of the ready GPU pods"),
    TRIMTAB_METRIC(current_latency_p95, "ms", 0, 10000, G::observation,
                   "95th percentile of latency as the agent observes it"),
    TRIMTAB_METRIC(current_throughput, "req/s", 0, inf, G::observation,
                   "Successful requests a second as the agent observes it"),
    TRIMTAB_METRIC(current_replicas_gpu, "pods", 0, inf, G::observation, "Desired GPU replicas"),
    TRIMTAB_METRIC(current_replicas_cpu, "pods", 0, inf, G::observation, "Desired CPU replicas"),
    TRIMTAB_METRIC(load_trend, "", -1, 1, G::observation, "Relative change of the arrival rate over 20 s"),
    TRIMTAB_METRIC(load_variance, "", 0, 1, G::observation, "Spread of the arrival rate over its mean"),
    TRIMTAB_METRIC(time_in_episode, "", 0, 1, G::observation, "Share of the episode that has passed"),

    TRIMTAB_METRIC(latency_p95_ms, "ms", 0, inf, G::window,
                   "95th percentile of latency, failures counted as the timeout"),
    TRIMTAB_METRIC(throughput_rps, "req/s", 0, inf, G::window, "Successful requests a second"),
    TRIMTAB_METRIC(arrivals_rps, "req/s", 0, inf, G::window, "Requests that arrived a second"),
    TRIMTAB_METRIC(mean_users, "users", 0, inf, G::window, "Active users, time average"),
    TRIMTAB_METRIC(current_users, "users", 0, inf, G::window, "Active users at the end of the window"),
    TRIMTAB_METRIC(users_change, "", -inf, inf, G::window, "Relative change of users within the window"),
    TRIMTAB_METRIC(mean_ready_gpu, "pods", 0, inf, G::window, "Ready GPU pods, time average"),
    TRIMTAB_METRIC(mean_ready_cpu, "pods", 0, inf, G::window, "Ready CPU pods, time average"),
    TRIMTAB_METRIC(cost_usd, "USD", 0, inf, G::window, "Price of the pods that started or were ready"),
    TRIMTAB_METRIC(energy_wh, "Wh", 0, inf, G::window, "Estimated energy of the pods"),
    TRIMTAB_METRIC(successes, "requests", 0, inf, G::window, "Requests answered in time"),
    TRIMTAB_METRIC(failures, "requests", 0, inf, G::window, "Requests that timed out"),

    TRIMTAB_METRIC(desired_gpu, "pods", 0, inf, G::allocation, "GPU replicas asked for"),
    TRIMTAB_METRIC(desired_cpu, "pods", 0, inf, G::allocation, "CPU replicas asked for"),
    TRIMTAB_METRIC(ready_gpu, "pods", 0, inf, G::allocation, "GPU pods that serve"),
    TRIMTAB_METRIC(ready_cpu, "pods", 0, inf, G::allocation, "CPU pods that serve"),
    TRIMTAB_METRIC(pending_gpu, "pods", 0, inf, G::allocation, "GPU pods that wait for quota or start"),
    TRIMTAB_METRIC(pending_cpu, "pods", 0, inf, G::allocation, "CPU pods that start"),
    TRIMTAB_METRIC(placement, "", 0, 2, G::allocation,
                   "Where traffic prefers to go: 0 GPU, 1 balanced, 2 CPU"),

    TRIMTAB_METRIC(reward, "", -inf, inf, G::reward, "Weighted sum of the four components"),
    TRIMTAB_METRIC(latency_improvement, "", -inf, inf, G::reward,
                   "Latency against the baseline of the pattern"),
    TRIMTAB_METRIC(throughput_improvement, "", -inf, inf, G::reward,
                   "Served share against the baseline of the pattern"),
    TRIMTAB_METRIC(resource_efficiency, "", -inf, inf, G::reward,
                   "Cost against the baseline, and utilisation"),
    TRIMTAB_METRIC(stability_bonus, "", -inf, inf, G::reward,
                   "1 for a quiet allocation, less for changes and flaps"),

    TRIMTAB_METRIC(episode_return, "", -inf, inf, G::episode, "Sum of the rewards of an episode"),
    TRIMTAB_METRIC(episode_length, "steps", 0, inf, G::episode, "Steps of an episode"),
    TRIMTAB_METRIC(served_share, "", 0, 1, G::episode, "Successes over responses"),
    TRIMTAB_METRIC(slo_violations, "", 0, 1, G::episode, "Share of windows whose p95 exceeds the SLO"),
    TRIMTAB_METRIC(scaling_actions, "steps", 0, inf, G::episode, "Steps that changed a replica count"),
    TRIMTAB_METRIC(flaps, "", 0, inf, G::episode, "Changes against the previous one within three steps"),
    TRIMTAB_METRIC(gpu_share, "", 0, 1, G::episode, "Ready GPU pods over ready pods, mean"),
    TRIMTAB_METRIC(mean_window_p95_ms, "ms", 0, inf, G::episode, "Mean of the windows' 95th percentiles"),

    TRIMTAB_METRIC(policy_loss, "", -inf, inf, G::update, "Clipped surrogate loss, mean over minibatches"),
    TRIMTAB_METRIC(value_loss, "", 0, inf, G::update,
                   "Squared error of the value estimate, mean over minibatches"),
    TRIMTAB_METRIC(entropy, "nats", 0, inf, G::update, "Entropy of the policy, summed over the action heads"),
    TRIMTAB_METRIC(approx_kl, "nats", -inf, inf, G::update,
                   "Estimated KL divergence from the policy that collected"),
    TRIMTAB_METRIC(clip_fraction, "", 0, 1, G::update,
                   "Share of samples whose probability ratio was clipped"),
    TRIMTAB_METRIC(explained_variance, "", -inf, 1, G::update,
                   "Share of the returns' variance that the value estimate explains"),
    TRIMTAB_METRIC(gradient_norm, "", 0, inf, G::update,
                   "Gradient norm before clipping, mean over minibatches"),
    TRIMTAB_METRIC(learning_rate, "", 0, inf, G::update, "Learning rate of this update"),
    TRIMTAB_METRIC(entropy_coef, "", 0, inf, G::update, "Weight of the entropy bonus in this update"),
    TRIMTAB_METRIC(epochs, "", 0, inf, G::update, "Epochs done in this update"),
    TRIMTAB_METRIC(steps_per_s, "steps/s", 0, inf, G::update,
                   "Environment steps a second since the previous update"),

    TRIMTAB_METRIC(evaluation_return, "", -inf, inf, G::evaluation, "Mean return of the greedy policy"),
    TRIMTAB_METRIC(evaluation_return_std, "", 0, inf, G::evaluation,
                   "Standard deviation of the return over episodes"),
    TRIMTAB_METRIC(evaluation_latency_p95_ms, "ms", 0, inf, G::evaluation,
                   "95th percentile over all requests of the evaluation"),
    TRIMTAB_METRIC(evaluation_served_share, "", 0, 1, G::evaluation, "Mean successes over responses"),
    TRIMTAB_METRIC(evaluation_slo_violations, "", 0, 1, G::evaluation,
                   "Mean share of windows whose p95 exceeds the SLO"),
    TRIMTAB_METRIC(evaluation_cost_usd, "USD", 0, inf, G::evaluation, "Mean cost of an episode"),
    TRIMTAB_METRIC(evaluation_scaling_actions, "steps", 0, inf, G::evaluation,
                   "Mean number of steps that changed a replica count"),
    TRIMTAB_METRIC(best_return, "", -inf, inf, G::evaluation, "Best mean return of an evaluation so far"),

    TRIMTAB_METRIC(startup_s, "s", 0, inf, G::allocation, "Time from a pod's creation until it is ready"),
};
#undef TRIMTAB_METRIC

constexpr bool ordered() {
    for (std::size_t i = 0; i < table.size(); ++i)
        if (table[i].id != static_cast<int>(i)) return false;
    return true;
}
static_assert(table.size() == metric::count && ordered(),
              "one entry for every id, in the order of the enumeration");

}  // namespace

std::span<const Metric> metric_table() { return table; }

const Metric& metric_info(int id) { return table[static_cast<std::size_t>(id)]; }

std::optional<int> find_metric(std::string_view name) {
    static const auto index = [] {
        std::map<std::string_view, int> by_name;
        for (const Metric& m : table) by_name.emplace(m.name, m.id);
        return by_name;
    }();
    const auto found = index.find(name);
    if (found == index.end()) return std::nullopt;
    return found->second;
}

std::string_view group_name(MetricGroup group) {
    switch (group) {
        case G::observation:
            return "observation";
        case G::window:
            return "window";
        case G::allocation:
            return "allocation";
        case G::reward:
            return "reward";
        case G::episode:
            return "episode";
        case G::update:
            return "update";
        case G::evaluation:
            return "evaluation";
    }
    return "window";
}

}  // namespace trimtab::telemetry
