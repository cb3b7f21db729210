// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/agent/actor_critic.h"
#include "core/agent/observation_normalizer.h"
#include "core/agent/ppo_agent.h"
#include "core/base/seeded_draw.h"

namespace trimtab::agent {

/// Runs PPO's epochs of minibatch gradient steps over a rollout. Keeps its buffers between updates; nothing
/// is allocated per minibatch.
class PpoUpdate {
  public:
    /// What an update depends on beside the network and the buffer.
    struct Context {
        double progress = 0;  ///< of the run, 0..1: anneals learning rate and entropy
        std::uint64_t seed = 0;
        std::int64_t update = 0;                            ///< number of this update: addresses its shuffles
        const ObservationNormalizer* normalizer = nullptr;  ///< null: inputs as they are
        StopToken stop;
    };

    /// On an error the network is what it was before.
    [[nodiscard]] Expected<UpdateStatistics> run(ActorCritic& network, const config::AgentConfig& config,
                                                 const RolloutBuffer& buffer, const Context& context);

  private:
    void prepare(const RolloutBuffer& buffer, const Context& context, int batch_size);
    void shuffle(DrawSequence& draws);
    [[nodiscard]] Minibatch gather(const RolloutBuffer& buffer, int first, int rows,
                                   bool normalize_advantage);

    Parameters before_;
    std::vector<float> inputs_;  ///< of the whole buffer, normalised; unused without a normaliser
    const float* all_inputs_ = nullptr;
    std::vector<int> order_;  ///< a permutation of the buffer's rows
    // One minibatch, gathered.
    FloatVector minibatch_inputs_;
    std::vector<std::uint8_t> masks_;
    std::vector<std::int32_t> actions_;
    std::vector<float> log_probs_, values_, advantages_, returns_;
};

/// 1 - var(returns - values) / var(returns); NaN where the returns do not vary.
[[nodiscard]] double explained_variance(const RolloutBuffer& buffer);

}  // namespace trimtab::agent
