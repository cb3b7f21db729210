// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agent/rollout_buffer.h"

#include <numeric>

namespace trimtab::agent {

RolloutBuffer::RolloutBuffer(int capacity_steps, int environments, const environment::Spaces& spaces,
                             bool with_masks)
    : capacity(capacity_steps),
      n_envs(environments),
      observation_size(spaces.observation_size),
      heads(static_cast<int>(spaces.action_sizes.size())),
      mask_size(std::accumulate(spaces.action_sizes.begin(), spaces.action_sizes.end(), 0)) {
    const auto rows = static_cast<std::size_t>(capacity) * static_cast<std::size_t>(n_envs);
    inputs.resize(rows * static_cast<std::size_t>(observation_size));
    if (with_masks) masks.resize(rows * static_cast<std::size_t>(mask_size));
    actions.resize(rows * static_cast<std::size_t>(heads));
    for (std::vector<float>* column : {&log_probs, &values, &rewards, &next_values, &advantages, &returns}) {
        column->resize(rows);
    }
    episode_end.resize(rows);
}

void compute_advantages(RolloutBuffer& buffer, double gamma, double gae_lambda) {
    for (int env = 0; env < buffer.n_envs; ++env) {
        double advantage = 0;
        for (int step = buffer.steps - 1; step >= 0; --step) {
            const auto row = static_cast<std::size_t>(step) * static_cast<std::size_t>(buffer.n_envs) +
                             static_cast<std::size_t>(env);
            const auto value = static_cast<double>(buffer.values[row]);
            const double delta = static_cast<double>(buffer.rewards[row]) +
                                 gamma * static_cast<double>(buffer.next_values[row]) - value;
            const double flow = buffer.episode_end[row] != 0 ? 0.0 : gamma * gae_lambda;
            advantage = delta + flow * advantage;
            buffer.advantages[row] = static_cast<float>(advantage);
            buffer.returns[row] = static_cast<float>(advantage + value);
        }
    }
}

}  // namespace trimtab::agent
