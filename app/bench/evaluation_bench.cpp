// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/evaluation_bench.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <vector>

#include "core/agent/policy_factory.h"
#include "core/agent/ppo_policy.h"
#include "core/environment/baseline_table.h"
#include "core/environment/make_environment.h"
#include "core/training/evaluator.h"

namespace trimtab::app {
namespace {

using Policies = std::vector<std::unique_ptr<agent::Policy>>;

Expected<Policies> eight_policies(const config::Config& config,
                                  const training::EnvironmentFactory& make_environment) {
    Policies policies;
    for (const char* name : {"static-gpu", "static-cpu", "hold", "random", "rule", "hpa", "keda"}) {
        auto policy = agent::make_policy(name, config);
        if (!policy) return Unexpected<Error>(policy.error());
        policies.push_back(std::move(*policy));
    }
    const auto environment = make_environment();
    if (!environment) return Unexpected<Error>(environment.error());
    auto agent = agent::PpoAgent::create(config.agent, (*environment)->spaces(), 1);
    if (!agent) return Unexpected<Error>(agent.error());
    policies.push_back(std::make_unique<agent::PpoPolicy>(std::move(*agent), "ppo"));
    return policies;
}

/// Seconds an episode: runs are added until the evaluation lasts about `seconds`.
Expected<double> seconds_per_episode(const training::EnvironmentFactory& make_environment,
                                     const Policies& policies, training::EvaluationPlan plan, double seconds,
                                     StopToken stop) {
    std::vector<const agent::Policy*> prototypes;
    for (const auto& policy : policies) prototypes.push_back(policy.get());
    for (plan.runs = 1;;) {
        using Clock = std::chrono::steady_clock;
        const auto start = Clock::now();
        const auto result = training::evaluate(make_environment, prototypes, plan, stop);
        if (!result) return Unexpected<Error>(result.error());
        const double lasted_s = std::chrono::duration<double>(Clock::now() - start).count();
        if (lasted_s >= 0.7 * seconds || plan.runs >= environment::max_runs)
            return lasted_s / static_cast<double>(prototypes.size() * plan.patterns.size() *
                                                  static_cast<std::size_t>(plan.runs));
        const double factor = std::clamp(seconds / lasted_s, 1.5, 20.0);
        plan.runs = std::min(environment::max_runs, static_cast<int>(plan.runs * factor) + 1);
    }
}

}  // namespace

Expected<EvaluationBench> run_evaluation_bench(const config::Config& config, double seconds, StopToken stop) {
    const auto baselines = environment::baselines_for(config);
    if (!baselines) return Unexpected<Error>(baselines.error());
    const training::EnvironmentFactory make_environment = [&] {
        return environment::make_environment(config, *baselines);
    };
    const auto policies = eight_policies(config, make_environment);
    if (!policies) return Unexpected<Error>(policies.error());
    training::EvaluationPlan plan = training::evaluation_plan(config);
    plan.timelines = 0;
    const auto episode_s = seconds_per_episode(make_environment, *policies, plan, seconds, stop);
    if (!episode_s) return Unexpected<Error>(episode_s.error());

    Policies planner;
    auto made = agent::make_policy("planner", config);
    if (!made) return Unexpected<Error>(made.error());
    planner.push_back(std::move(*made));
    plan.threads = 1;
    const auto planner_s = seconds_per_episode(make_environment, planner, plan, seconds, stop);
    if (!planner_s) return Unexpected<Error>(planner_s.error());
    return EvaluationBench{1 / *episode_s, *planner_s};
}

}  // namespace trimtab::app
