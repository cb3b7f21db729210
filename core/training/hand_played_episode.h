// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/agent/policy.h"
#include "core/base/expected.h"
#include "core/base/run_control.h"
#include "core/training/evaluation_result.h"

namespace trimtab::training {

/// One step of an episode that a person plays.
struct HandStep {
    environment::Action action;  ///< that was chosen
    environment::StepInfo info;  ///< after it
    double reward = 0;
};

/// What a policy would have done in one state, and what would have come of it there.
struct Advice {
    std::string policy;
    bool clairvoyant = false;
    cluster::Allocation allocation;  ///< desired at the step's end
    double reward = 0;               ///< of that step
    double latency_p95_ms = 0;
    std::vector<std::vector<double>> probabilities;  ///< per action head; empty for policies without
    double value = 0;                                ///< state value estimate; NaN without
    std::string reason;                              ///< in the policy's own words; may be empty
};

/// An episode in which every action is chosen from outside. Every state is kept, so that any step can be
/// taken back and policies can be asked about it. One caller at a time; states are immutable and may be read
/// by other threads.
class HandPlayedEpisode {
  public:
    using State = std::shared_ptr<const environment::KubernetesEnvironment>;

    /// Begins the episode; `environment` must be over a backend that can be copied.
    [[nodiscard]] static Expected<HandPlayedEpisode> begin(
        std::unique_ptr<environment::KubernetesEnvironment> environment,
        const environment::EpisodeSpec& episode);

    /// Plays one step from the present state. Errors: the episode is over.
    [[nodiscard]] Expected<void> step(const environment::Action& action);
    /// Takes the last step back; false at the beginning.
    bool undo();
    void restart();

    [[nodiscard]] bool over() const { return static_cast<int>(steps_.size()) >= step_count(); }
    [[nodiscard]] int step_count() const { return states_.front()->steps_per_episode(); }
    [[nodiscard]] const environment::EpisodeSpec& episode() const { return episode_; }
    [[nodiscard]] const std::vector<HandStep>& steps() const { return steps_; }
    /// Every state so far, the first before any step; one more than steps().
    [[nodiscard]] const std::vector<State>& states() const { return states_; }
    [[nodiscard]] const environment::KubernetesEnvironment& now() const { return *states_.back(); }
    [[nodiscard]] double episode_return() const;

  private:
    HandPlayedEpisode() = default;

    environment::EpisodeSpec episode_;
    std::vector<State> states_;
    std::vector<HandStep> steps_;
};

/// Asks a policy about the last of `states`, on copies. A policy with a memory has seen the earlier ones in
/// their order; a clairvoyant one plans anew from the last. Blocks; errors: a stop, a policy that does not
/// fit the environment.
[[nodiscard]] Expected<Advice> advise(const agent::Policy& policy,
                                      const std::vector<HandPlayedEpisode::State>& states,
                                      const environment::EpisodeSpec& episode, StopToken stop = {});

/// The whole episode of the chosen actions, scored as every policy's episodes are.
[[nodiscard]] Expected<EpisodeResult> score_hand_played(const HandPlayedEpisode& episode,
                                                        StopToken stop = {});

}  // namespace trimtab::training
