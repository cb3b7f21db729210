// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <memory>
#include <string>
#include <vector>

#include "core/agent/policy.h"
#include "core/base/parallel_for.h"
#include "core/environment/baseline_table.h"
#include "core/environment/make_environment.h"
#include "core/environment/seed_plan.h"

namespace trimtab::agent::test {

struct Score {
    double mean = 0;
    double se = 0;        ///< standard error of the mean return
    double cost_usd = 0;  ///< mean of an episode
};

/// Plays runs test episodes of a pattern on two threads.
inline Score score(const config::Config& config, const Policy& policy, const std::string& pattern, int runs) {
    using namespace environment;
    const BaselineSet baselines = baselines_for(config).value();
    const std::vector<EpisodeSpec> specs = planned_episodes(SeedUse::test, {pattern}, runs);
    std::vector<double> returns(specs.size());
    std::vector<double> costs(specs.size());
    std::vector<std::unique_ptr<KubernetesEnvironment>> environments;
    std::vector<std::unique_ptr<Policy>> policies;
    for (int i = 0; i < 2; ++i) {
        environments.push_back(std::move(make_environment(config, baselines)).value());
        policies.push_back(policy.clone());
    }
    const config::EnvironmentConfig& e = config.environment;
    parallel_for(runs, 2, [&](int run, int worker) {
        KubernetesEnvironment& env = *environments[static_cast<std::size_t>(worker)];
        Policy& player = *policies[static_cast<std::size_t>(worker)];
        const auto slot = static_cast<std::size_t>(run);
        const cluster::Allocation start = player.initial_allocation().value_or(
            cluster::Allocation{e.initial_replicas_gpu, e.initial_replicas_cpu, e.initial_placement});
        if (!env.reset_at(specs[slot], start)) std::abort();
        player.begin_episode(env, specs[slot].seed);
        for (bool running = true; running;) {
            const auto result = play_step(player, env);
            if (!result) std::abort();
            returns[slot] += result->reward;
            costs[slot] += env.info().metrics.cost_usd;
            running = !result->truncated;
        }
    });
    Score out;
    const double n = runs;
    for (const double value : returns) out.mean += value / n;
    for (const double value : costs) out.cost_usd += value / n;
    for (const double value : returns) out.se += (value - out.mean) * (value - out.mean) / (n - 1) / n;
    out.se = std::sqrt(out.se);
    return out;
}

/// The profile of SIMULATOR 9.
inline config::Config day_config() {
    config::Config config;
    config.environment.profile = "day";
    config.environment.episode_duration = 3600;
    config.environment.max_replicas = 20;
    config.environment.throughput_bound = 200;
    config.environment.users_scale = 250;
    config.environment.baseline_static_gpu_replicas = 6;
    config.environment.baseline_static_cpu_replicas = 6;
    config.simulator.gpu_quota = 20;
    config.load.patterns = {"day"};
    config.policies.rule_gain = 0.7;
    config.policies.rule_trend_gain = 0;
    config.policies.rule_placement = config::Placement::prefer_gpu;
    return config;
}

}  // namespace trimtab::agent::test
