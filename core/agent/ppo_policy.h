// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/agent/policy.h"
#include "core/agent/ppo_agent.h"

namespace trimtab::agent {

/// A trained agent as a policy: the most probable action of each head, with every probability and the value
/// estimate in the decision. Draws nothing, so the seed of an episode does not matter to it.
class PpoPolicy final : public Policy {
  public:
    PpoPolicy(PpoAgent agent, std::string name);

    /// With a copy of the agent's present weights; the agent may go on learning.
    [[nodiscard]] static Expected<std::unique_ptr<PpoPolicy>> from_agent(const PpoAgent& agent,
                                                                         const std::string& name);

    [[nodiscard]] std::string name() const override { return name_; }
    void begin_episode(const environment::KubernetesEnvironment&, std::uint64_t) override {}

    /// `invalid_argument` where the environment's observation or action layout is not the model's.
    [[nodiscard]] Expected<Decision> decide(const environment::KubernetesEnvironment& environment) override;
    [[nodiscard]] std::unique_ptr<Policy> clone() const override;

    [[nodiscard]] const PpoAgent& agent() const { return agent_; }

  private:
    PpoAgent agent_;
    std::string name_;
    std::vector<float> input_;
    std::vector<std::uint8_t> mask_;  ///< empty where masking is off
    ActOutput output_;
};

}  // namespace trimtab::agent
