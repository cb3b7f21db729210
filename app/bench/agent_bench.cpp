// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/agent_bench.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <vector>

#include "core/agent/actor_critic_torch.h"
#include "core/agent/blas.h"
#include "core/agent/kernels.h"
#include "core/agent/network_layout.h"
#include "core/agent/ppo_agent.h"
#include "core/base/seeded_draw.h"

namespace trimtab::app {
namespace {

constexpr int n_envs = 64;
constexpr int rollout_steps = 4;  // 16 minibatches an update: a round short enough to be undisturbed
const environment::Spaces spaces{31, {5, 5, 3}};

/// The shortest time of one call, in microseconds, over rounds of `calls` calls for about `seconds`.
template <class Work>
double best_us(double seconds, int calls, const Work& work) {
    using Clock = std::chrono::steady_clock;
    const auto end = Clock::now() + std::chrono::duration<double>(seconds);
    double best = std::numeric_limits<double>::infinity();
    do {
        const auto start = Clock::now();
        for (int i = 0; i < calls; ++i) work();
        best =
            std::min(best, std::chrono::duration<double, std::micro>(Clock::now() - start).count() / calls);
    } while (Clock::now() < end);
    return best;
}

std::vector<float> random_inputs(int rows) {
    std::vector<float> inputs(static_cast<std::size_t>(rows * spaces.observation_size));
    DrawSequence draws(1, DrawStream::bootstrap);
    for (float& input : inputs) input = static_cast<float>(2 * draws.next_uniform() - 1);
    return inputs;
}

/// A full rollout of random states, so that the update meets real ratios and advantages.
agent::RolloutBuffer random_rollout(agent::PpoAgent& agent) {
    agent::RolloutBuffer buffer(rollout_steps, n_envs, spaces, false);
    buffer.steps = rollout_steps;
    buffer.inputs = random_inputs(buffer.rows());
    agent::ActOutput out;
    agent.act(buffer.inputs, {}, out);
    buffer.actions = out.actions;
    buffer.log_probs = out.log_probs;
    buffer.values = out.values;
    DrawSequence draws(2, DrawStream::bootstrap);
    for (float& reward : buffer.rewards) reward = static_cast<float>(draws.next_uniform());
    agent::compute_advantages(buffer, 0.99, 0.95);
    return buffer;
}

}  // namespace

Expected<AgentBench> run_agent_bench(double seconds, int update_threads) {
    config::AgentConfig config;
    config.device = config::Device::cpu;
    config.learning_rate = config.learning_rate_final = 1e-6;  // the same work at every round
    Expected<agent::PpoAgent> agent = agent::PpoAgent::create(config, spaces, 1);
    if (!agent) return Unexpected(agent.error());
    agent->set_update_threads(update_threads);

    AgentBench bench;
    bench.kernels = agent::kernels().instruction_set;
    bench.blas = agent::blas_name();
    bench.torch = agent::torch_version();
    bench.sgemm_gflops = agent::measure_sgemm_gflops();

    agent::ActOutput out;
    const std::vector<float> inputs = random_inputs(n_envs);
    const std::span<const float> one =
        std::span(inputs).first(static_cast<std::size_t>(spaces.observation_size));
    bench.act_us_b1 = best_us(seconds / 4, 200, [&] { agent->act(one, {}, out); });
    bench.act_us_b64 = best_us(seconds / 4, 50, [&] { agent->act(inputs, {}, out); });

    agent::RolloutBuffer buffer = random_rollout(*agent);
    const int minibatches = config.ppo_epochs * ((buffer.rows() + config.batch_size - 1) / config.batch_size);
    Expected<agent::UpdateStatistics> last = agent->update(buffer, 0);
    if (!last) return Unexpected(last.error());
    const double update_us = best_us(seconds / 2, 1, [&] { last = agent->update(buffer, 0); });
    if (!last) return Unexpected(last.error());
    bench.update_us_mb64 = update_us / minibatches;
    const double flops = agent::NetworkLayout(config, spaces).update_flops(config.batch_size);
    bench.update_floor_ratio = bench.update_us_mb64 / (flops / (bench.sgemm_gflops * 1e3));
    return bench;
}

}  // namespace trimtab::app
