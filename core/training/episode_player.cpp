// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/episode_player.h"

#include <limits>
#include <vector>

namespace trimtab::training {
namespace {

constexpr double not_known = std::numeric_limits<double>::quiet_NaN();

/// Adds one window to the sums of `e`; the caller divides the means.
void add_step(EpisodeResult& e, const environment::StepInfo& info, double reward, double slo_ms) {
    const cluster::WindowMetrics& m = info.metrics;
    e.episode_return += reward;
    e.latency_improvement += info.reward.latency_improvement;
    e.throughput_improvement += info.reward.throughput_improvement;
    e.resource_efficiency += info.reward.resource_efficiency;
    e.stability_bonus += info.reward.stability_bonus;
    e.mean_window_p95_ms += m.latency_p95_ms;
    e.throughput_rps += m.throughput_rps;
    e.slo_violations += m.latency_p95_ms > slo_ms ? 1.0 : 0.0;
    e.cost_usd += m.cost_usd;
    e.energy_wh += m.energy_wh;
    e.flaps += info.flaps;
    e.mean_ready_gpu += m.mean_ready_gpu;
    e.mean_ready_cpu += m.mean_ready_cpu;
    const double ready = m.mean_ready_gpu + m.mean_ready_cpu;
    e.gpu_share += ready > 0 ? m.mean_ready_gpu / ready : 0.0;
}

}  // namespace

StepRecord step_record(const environment::StepInfo& info, double reward, agent::Decision&& decision) {
    const cluster::WindowMetrics& m = info.metrics;
    StepRecord r;
    r.step = info.step;
    r.time_s = info.time_s;
    r.reward = reward;
    r.latency_improvement = info.reward.latency_improvement;
    r.throughput_improvement = info.reward.throughput_improvement;
    r.resource_efficiency = info.reward.resource_efficiency;
    r.stability_bonus = info.reward.stability_bonus;
    r.latency_p95_ms = m.latency_p95_ms;
    r.throughput_rps = m.throughput_rps;
    r.arrivals_rps = m.arrivals_rps;
    r.mean_users = m.mean_users;
    r.cpu_utilization = m.cpu_utilization;
    r.memory_utilization = m.memory_utilization;
    r.gpu_utilization = m.gpu_utilization;
    r.desired_gpu = m.desired_gpu;
    r.desired_cpu = m.desired_cpu;
    r.ready_gpu = m.ready_gpu;
    r.ready_cpu = m.ready_cpu;
    r.pending_gpu = m.pending_gpu;
    r.pending_cpu = m.pending_cpu;
    r.placement = static_cast<int>(info.executed.placement);
    r.probabilities = std::move(decision.probabilities);
    r.value = decision.value.value_or(not_known);
    r.reason = std::move(decision.reason);
    return r;
}

Expected<EpisodeResult> play_episode(agent::Policy& policy, environment::KubernetesEnvironment& environment,
                                     const environment::EpisodeSpec& spec, bool keep_steps, StopToken stop) {
    Expected<void> begun;
    if (const auto initial = policy.initial_allocation()) {
        begun = environment.reset_at(spec, *initial);
    } else {
        std::vector<float> input(static_cast<std::size_t>(environment.spaces().observation_size));
        begun = environment.reset(spec, input);
    }
    if (!begun) return Unexpected(begun.error());
    policy.begin_episode(environment, spec.seed);

    const double slo_ms = environment.config().environment.slo_ms;
    EpisodeResult episode;
    episode.pattern = spec.pattern;
    episode.seed = spec.seed;
    std::int64_t successes = 0, failures = 0;
    int steps = 0;
    for (bool over = false; !over;) {
        if (stop.stop_requested()) return fail(ErrorCode::cancelled, "the evaluation was stopped");
        const cluster::Allocation before = environment.info().executed;
        agent::Decision decision;
        auto result = agent::play_step(policy, environment, &decision);
        if (!result) return Unexpected(result.error());
        const environment::StepInfo& info = environment.info();
        add_step(episode, info, result->reward, slo_ms);
        successes += info.metrics.successes;
        failures += info.metrics.failures;
        if (info.executed.replicas_gpu != before.replicas_gpu ||
            info.executed.replicas_cpu != before.replicas_cpu)
            ++episode.scaling_actions;
        episode.latencies.merge(environment.backend().latencies());
        if (keep_steps) episode.steps.push_back(step_record(info, result->reward, std::move(decision)));
        ++steps;
        over = result->terminated || result->truncated;
    }
    for (double* mean : {&episode.mean_window_p95_ms, &episode.throughput_rps, &episode.slo_violations,
                         &episode.mean_ready_gpu, &episode.mean_ready_cpu, &episode.gpu_share})
        *mean /= steps;
    episode.latency_p95_ms = episode.latencies.empty() ? not_known : episode.latencies.quantile(0.95);
    const std::int64_t responses = successes + failures;
    episode.served_share =
        responses > 0 ? static_cast<double>(successes) / static_cast<double>(responses) : not_known;
    return episode;
}

}  // namespace trimtab::training
