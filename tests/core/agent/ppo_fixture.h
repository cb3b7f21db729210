// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>
#include <vector>

#include "core/agent/actor_critic.h"
#include "core/agent/ppo_agent.h"
#include "core/agent/rollout_buffer.h"
#include "core/base/seeded_draw.h"

namespace trimtab::test {

inline environment::Spaces kubernetes_spaces(int observation_size = 10) {
    return {observation_size, {5, 5, 3}};
}

/// Small enough to be quick, odd enough to meet every padding.
inline config::AgentConfig small_agent() {
    config::AgentConfig config;
    config.hidden_size = 20;
    config.batch_size = 16;
    config.device = config::Device::cpu;
    return config;
}

/// Reproducible numbers of about a standard normal's spread.
class Numbers {
  public:
    explicit Numbers(std::uint64_t seed) : draws_(seed, DrawStream::bootstrap) {}
    float normal() { return static_cast<float>(inverse_normal(draws_.next_uniform())); }
    int below(int bound) { return static_cast<int>(draws_.next_below(static_cast<std::uint64_t>(bound))); }
    template <class Container>
    void fill_normal(Container& values, float scale = 1.0F) {
        for (auto& value : values) value = scale * normal();
    }

  private:
    DrawSequence draws_;
};

/// A full buffer as `agent` would collect it on an environment that answers with noise.
inline agent::RolloutBuffer noise_rollout(agent::PpoAgent& agent, int steps, int n_envs, std::uint64_t seed) {
    Numbers numbers(seed);
    const bool masked = agent.config().action_masking;
    agent::RolloutBuffer buffer(steps, n_envs, agent.spaces(), masked);
    agent::ActOutput out;
    std::vector<float> inputs(static_cast<std::size_t>(n_envs * buffer.observation_size));
    std::vector<std::uint8_t> masks(masked ? static_cast<std::size_t>(n_envs * buffer.mask_size) : 0);
    for (int t = 0; t < steps; ++t) {
        numbers.fill_normal(inputs);
        for (auto& allowed : masks) allowed = numbers.below(3) > 0 ? 1 : 0;
        agent.act(inputs, masks, out);
        const auto row = static_cast<std::size_t>(t * n_envs);
        std::copy(inputs.begin(), inputs.end(),
                  buffer.inputs.begin() +
                      static_cast<std::ptrdiff_t>(row * static_cast<std::size_t>(buffer.observation_size)));
        std::copy(masks.begin(), masks.end(),
                  buffer.masks.begin() + static_cast<std::ptrdiff_t>(
                                             masked ? row * static_cast<std::size_t>(buffer.mask_size) : 0));
        std::copy(out.actions.begin(), out.actions.end(),
                  buffer.actions.begin() +
                      static_cast<std::ptrdiff_t>(row * static_cast<std::size_t>(buffer.heads)));
        for (std::size_t e = 0; e < static_cast<std::size_t>(n_envs); ++e) {
            buffer.log_probs[row + e] = out.log_probs[e];
            buffer.values[row + e] = out.values[e];
            buffer.rewards[row + e] = numbers.normal();
            buffer.next_values[row + e] = numbers.normal();
            buffer.episode_end[row + e] = numbers.below(8) == 0 ? 1 : 0;
        }
        ++buffer.steps;
    }
    agent::compute_advantages(buffer, agent.config().gamma, agent.config().gae_lambda);
    return buffer;
}

}  // namespace trimtab::test
