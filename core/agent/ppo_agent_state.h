// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "core/agent/categorical_heads.h"
#include "core/agent/ppo_agent.h"
#include "core/agent/ppo_update.h"

namespace trimtab::agent {

/// An agent's insides, shared with the checkpoint codec. The first block is all that a checkpoint has to
/// hold.
struct PpoAgent::State {
    State(const config::AgentConfig& agent_config, const environment::Spaces& agent_spaces,
          std::uint64_t agent_seed, std::unique_ptr<ActorCritic> actor_critic);

    config::AgentConfig config;
    environment::Spaces spaces;
    std::uint64_t seed = 0;
    std::int64_t act_calls = 0;  ///< counter of the action stream
    std::int64_t updates = 0;    ///< counter of the minibatch stream
    std::unique_ptr<ActorCritic> network;
    ObservationNormalizer normalizer;

    PpoUpdate update;
    CategoricalHeads heads;
    FloatVector inputs;   ///< normalised copy
    FloatVector outputs;  ///< float32[n, output_stride]
    std::vector<std::int32_t> action;

    /// Runs the network on n raw states into `outputs`; returns n.
    int forward(std::span<const float> raw_inputs);
};

/// The reasons why a network of these settings cannot be made.
[[nodiscard]] Expected<void> validate_agent(const config::AgentConfig& config,
                                            const environment::Spaces& spaces);

/// The network on the configured device. automatic: CUDA where there is one and a minibatch is large enough
/// to pay, else the CPU; see ppo_agent.cpp for the rule.
[[nodiscard]] Expected<std::unique_ptr<ActorCritic>> make_actor_critic(const config::AgentConfig& config,
                                                                       NetworkLayout layout,
                                                                       Parameters parameters);

}  // namespace trimtab::agent
