// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/agent/ppo_agent.h"
#include "core/agent/rollout_buffer.h"
#include "core/base/expected.h"
#include "core/environment/vector_environment.h"

namespace trimtab::training {

/// Fills a rollout buffer: the agent acts, the environments step, transitions are stored with the value of
/// what follows. Holds references only; one thread.
class RolloutCollector {
  public:
    /// time_limit_bootstrap: the value after a truncated episode is that of its final observation, else 0.
    RolloutCollector(environment::VectorEnvironment& environments, agent::PpoAgent& agent,
                     agent::RolloutBuffer& buffer, bool time_limit_bootstrap);

    /// One step of every environment. The buffer must have room. NaN or Inf from an environment is a
    /// numeric_error.
    [[nodiscard]] Expected<void> step();

    /// After the last step of a rollout: the values of the states that follow it. The buffer is then
    /// complete.
    void finish();

    [[nodiscard]] double act_s() const { return act_s_; }    ///< wall time spent in the agent so far
    [[nodiscard]] double step_s() const { return step_s_; }  ///< wall time spent in the environments so far

  private:
    void store_next_values(int t, std::span<const float> values_of_next);
    void bootstrap_truncated(int t, const environment::VectorEnvironment::Batch& batch);

    environment::VectorEnvironment& environments_;
    agent::PpoAgent& agent_;
    agent::RolloutBuffer& buffer_;
    const bool bootstrap_;
    const bool masked_;
    agent::ActOutput act_;
    std::vector<int> rows_;      // environments whose episode was cut, of one step
    std::vector<float> inputs_;  // their final observations
    std::vector<float> values_;
    double act_s_ = 0;
    double step_s_ = 0;
};

}  // namespace trimtab::training
