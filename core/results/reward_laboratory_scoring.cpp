// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/reward_laboratory_scoring.h"

#include <algorithm>
#include <utility>

#include "core/environment/reward_function.h"

namespace trimtab::results {
namespace {

using config::EnvironmentConfig;
using training::EpisodeResult;

double weighted(const EpisodeResult& episode, const EnvironmentConfig& weights) {
    return weights.latency_weight * episode.latency_improvement +
           weights.throughput_weight * episode.throughput_improvement +
           weights.resource_efficiency_weight * episode.resource_efficiency +
           weights.stability_weight * episode.stability_bonus;
}

// Whether the unweighted components of a step are the same under both; they differ in the reward alone.
bool same_components(const config::Config& a, const config::Config& b) {
    if (a.environment.reward != b.environment.reward) return false;
    if (a.environment.reward != config::RewardForm::standard) return true;
    const auto reference = [](const config::Config& c) {
        const auto& e = c.environment;
        const auto& s = c.simulator;
        return std::tuple(e.slo_ms, e.baseline, e.baseline_static_gpu_replicas,
                          e.baseline_static_cpu_replicas, s.gpu_price_per_hour, s.cpu_price_per_hour);
    };
    return reference(a) == reference(b);
}

void score_steps(EpisodeResult& episode, const environment::RewardFunction& reward) {
    environment::RewardComponents sum;
    for (std::size_t i = 0; i < episode.steps.size(); ++i) {
        const training::StepRecord& step = episode.steps[i];
        environment::RewardInput input;
        input.metrics.latency_p95_ms = step.latency_p95_ms;
        input.metrics.throughput_rps = step.throughput_rps;
        input.metrics.cpu_utilization = step.cpu_utilization;
        input.executed.replicas_gpu = step.desired_gpu;
        input.executed.replicas_cpu = step.desired_cpu;
        input.pattern = episode.pattern;
        input.step = static_cast<int>(i);
        const auto components = reward(input, environment::Baseline{});
        sum.latency_improvement += components.latency_improvement;
        sum.throughput_improvement += components.throughput_improvement;
        sum.resource_efficiency += components.resource_efficiency;
        sum.stability_bonus += components.stability_bonus;
        sum.total += components.total;
    }
    episode.episode_return = sum.total;
    episode.latency_improvement = sum.latency_improvement;
    episode.throughput_improvement = sum.throughput_improvement;
    episode.resource_efficiency = sum.resource_efficiency;
    episode.stability_bonus = sum.stability_bonus;
}

}  // namespace

Expected<training::EvaluationResult> rescore(const RecordedEvaluation& recorded, const config::Config& reward,
                                             ScoringMethod& method) {
    training::EvaluationResult out = recorded.evaluation;
    if (same_components(recorded.config, reward)) {
        method = ScoringMethod::recorded_components;
        for (auto& policy : out.policies) {
            for (EpisodeResult& episode : policy.episodes) {
                // What the components do not explain is the kisim forms' penalty, which has no weight.
                const double penalty =
                    episode.episode_return - weighted(episode, recorded.config.environment);
                episode.episode_return = weighted(episode, reward.environment) + penalty;
            }
        }
        return out;
    }
    const bool steps = std::all_of(out.policies.begin(), out.policies.end(), [](const auto& policy) {
        return std::all_of(policy.episodes.begin(), policy.episodes.end(),
                           [](const EpisodeResult& episode) { return !episode.steps.empty(); });
    });
    if (reward.environment.reward == config::RewardForm::standard || !steps)
        return fail(ErrorCode::unsupported,
                    "the recorded evaluation cannot be scored under this reward (another SLO, baseline or "
                    "price, or no "
                    "recorded steps): evaluate the policies again under it");
    method = ScoringMethod::recorded_steps;
    const environment::RewardFunction function(reward);
    for (auto& policy : out.policies)
        for (EpisodeResult& episode : policy.episodes) score_steps(episode, function);
    return out;
}

}  // namespace trimtab::results
