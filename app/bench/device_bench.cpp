// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/device_bench.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>

#include "core/agent/actor_critic_torch.h"
#include "core/agent/ppo_agent.h"
#include "core/base/parallel_for.h"
#include "core/base/seeded_draw.h"

namespace trimtab::app {
namespace {

const environment::Spaces spaces{31, {5, 5, 3}};
constexpr int widths[] = {64, 256, 1024};
constexpr int batches[] = {64, 512, 4096};

/// Two minibatches of random states with real ratios and advantages.
agent::RolloutBuffer random_rollout(agent::PpoAgent& agent, int batch_size) {
    agent::RolloutBuffer buffer(2, batch_size, spaces, false);
    buffer.steps = 2;
    DrawSequence draws(1, DrawStream::bootstrap);
    buffer.inputs.resize(static_cast<std::size_t>(buffer.rows() * spaces.observation_size));
    for (float& input : buffer.inputs) input = static_cast<float>(2 * draws.next_uniform() - 1);
    agent::ActOutput out;
    agent.act(buffer.inputs, {}, out);
    buffer.actions = out.actions;
    buffer.log_probs = out.log_probs;
    buffer.values = out.values;
    for (float& reward : buffer.rewards) reward = static_cast<float>(draws.next_uniform());
    agent::compute_advantages(buffer, 0.99, 0.95);
    return buffer;
}

Expected<double> minibatch_us(config::Device device, int width, int batch_size, double seconds) {
    using Clock = std::chrono::steady_clock;
    config::AgentConfig config;
    config.device = device;
    config.hidden_size = width;
    config.batch_size = batch_size;
    config.ppo_epochs = 1;
    config.learning_rate = config.learning_rate_final = 1e-6;  // the same work at every round
    auto agent = agent::PpoAgent::create(config, spaces, 1);
    if (!agent) return Unexpected<Error>(agent.error());
    agent->set_update_threads(resolve_threads(0));
    agent::RolloutBuffer buffer = random_rollout(*agent, batch_size);
    double best = std::numeric_limits<double>::infinity();
    const auto end = Clock::now() + std::chrono::duration<double>(seconds);
    int round = 0;
    do {
        const auto start = Clock::now();
        if (auto updated = agent->update(buffer, 0); !updated) return Unexpected<Error>(updated.error());
        const double us = std::chrono::duration<double, std::micro>(Clock::now() - start).count();
        if (round++ > 0) best = std::min(best, us / 2);  // the first one makes the device ready
    } while (Clock::now() < end || round < 3);
    return best;
}

}  // namespace

std::string DeviceBench::conclusion() const {
    if (!cuda)
        return "no CUDA device: LibTorch was built without CUDA or finds none; agent.device auto is the "
               "processor";
    const DeviceTiming* least = nullptr;
    for (const DeviceTiming& timing : timings)
        if (timing.cuda_us < timing.cpu_us &&
            (least == nullptr ||
             static_cast<double>(timing.hidden_size) * timing.hidden_size * timing.batch_size <
                 static_cast<double>(least->hidden_size) * least->hidden_size * least->batch_size))
            least = &timing;
    if (least == nullptr) return "the processor was faster for every network and minibatch that was tried";
    return "the GPU pays from about agent.hidden_size " + std::to_string(least->hidden_size) +
           " with agent.batch_size " + std::to_string(least->batch_size) + " on";
}

Expected<DeviceBench> run_device_bench(double seconds, StopToken stop) {
    DeviceBench bench;
    bench.cuda = agent::cuda_available();
    const double each =
        seconds / static_cast<double>(std::size(widths) * std::size(batches) * (bench.cuda ? 2 : 1));
    for (const int width : widths)
        for (const int batch : batches) {
            if (stop.stop_requested()) return fail(ErrorCode::cancelled, "stopped while measuring");
            DeviceTiming timing{width, batch, 0, std::numeric_limits<double>::quiet_NaN()};
            const auto cpu = minibatch_us(config::Device::cpu, width, batch, each);
            if (!cpu) return Unexpected<Error>(cpu.error());
            timing.cpu_us = *cpu;
            if (bench.cuda) {
                const auto gpu = minibatch_us(config::Device::cuda, width, batch, each);
                if (!gpu) return Unexpected<Error>(gpu.error());
                timing.cuda_us = *gpu;
            }
            bench.timings.push_back(timing);
        }
    return bench;
}

}  // namespace trimtab::app
