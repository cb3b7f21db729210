// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/environment/environment.h"

namespace trimtab::agent {

/// One update's experience, time-major: row t * n_envs + env. Columns (T = steps, N = n_envs, D =
/// observation_size, H = action heads, M = sum of action sizes):
///   inputs      float32[T, N, D]  scaled observation the action was chosen on
///   masks       uint8[T, N, M]    allowed action indices; empty when masking is off
///   actions     int32[T, N, H]
///   log_probs   float32[T, N]     of the whole action under the behaviour policy
///   values      float32[T, N]     value estimate when acting
///   rewards     float32[T, N]
///   next_values float32[T, N]     value of the state after the step: 0 where the episode ended and learning
///   does not
///                                 bootstrap, of the final observation where it does
///   episode_end uint8[T, N]       1 where the episode ended with this step: advantages do not flow across
///   advantages, returns float32[T, N]  filled by compute_advantages()
struct RolloutBuffer {
    RolloutBuffer(int capacity_steps, int n_envs, const environment::Spaces& spaces, bool with_masks);

    int capacity = 0;  ///< T at most
    int n_envs = 0;
    int steps = 0;  ///< T filled so far
    int observation_size = 0;
    int heads = 0;
    int mask_size = 0;
    std::vector<float> inputs;
    std::vector<std::uint8_t> masks;
    std::vector<std::int32_t> actions;
    std::vector<float> log_probs;
    std::vector<float> values;
    std::vector<float> rewards;
    std::vector<float> next_values;
    std::vector<std::uint8_t> episode_end;
    std::vector<float> advantages;
    std::vector<float> returns;

    [[nodiscard]] int rows() const { return steps * n_envs; }
    void clear() { steps = 0; }
};

/// Generalised advantage estimation (Schulman et al., arXiv 1506.02438):
/// delta = r + gamma next_value - value, A = delta + gamma lambda (1 - episode_end) A'; returns = A + value.
void compute_advantages(RolloutBuffer& buffer, double gamma, double gae_lambda);

}  // namespace trimtab::agent
