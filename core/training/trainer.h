// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "core/agent/ppo_agent.h"
#include "core/config/config.h"
#include "core/environment/vector_environment.h"
#include "core/training/training_output.h"

namespace trimtab::training {

/// What a run needs from outside. Tests train on CartPole with the same trainer.
struct TrainerSetup {
    config::AgentConfig agent;
    config::TrainingConfig training;
    std::function<Expected<std::unique_ptr<environment::Environment>>(int env)> make_environment;
    environment::EpisodePlan episode_plan;
    /// Scores the greedy agent; best_model.pt has the highest mean return. Empty: no evaluation.
    std::function<Expected<EvaluationResult>(agent::PpoAgent&, StopToken)> evaluate;
    /// Changes the fresh agent before the first step: weights of another run, say. May be empty; not called
    /// on resume.
    std::function<Expected<void>(agent::PpoAgent&)> initialise;
    int episode_steps =
        0;  ///< length of an episode where it is fixed, else 0; checks and staggered starts use it
    double step_s = 1;                      ///< simulated seconds a step; only for time_s of step rows
    double last_checkpoint_interval_s = 5;  ///< wall time between writes of last.pt; never changes a result
    std::string config_json;                ///< stored in every checkpoint
    std::string provenance;                 ///< version, observation layout; stored in every checkpoint
};

/// Shares of the wall time, for finding out where it goes.
struct PhaseTimes {
    double collect_s = 0, act_s = 0, update_s = 0, evaluate_s = 0, output_s = 0;
};

/// How a training ended.
struct TrainingSummary {
    std::int64_t steps = 0;
    std::int64_t episodes = 0;
    std::int64_t updates = 0;
    double wall_s = 0;
    double best_return = 0;  ///< NaN without an evaluation
    bool finished = false;   ///< false: stopped by the user; last.pt continues it
    PhaseTimes phases;
};

/// Where a resumed run takes up: rows emitted and steps done by then.
struct ResumePoint {
    std::int64_t rows = 0;
    std::int64_t steps = 0;
};

/// PPO training: collect, update, evaluate, checkpoint until total_steps or total_episodes. A run is a pure
/// function of (setup, seed) at a given number of update threads. Blocks its thread; steered by the
/// StopToken; a stop writes last.pt.
///
/// Evaluations and checkpoints happen at update boundaries, once where several multiples of their interval
/// were crossed, and at the end. The last rollout is as long as total_steps asks for; left with less than a
/// minibatch it is not learnt from. last.pt always holds a boundary: experience since then is collected
/// again, the same, after resuming.
class Trainer {
  public:
    Trainer(TrainerSetup setup, TrainingOutput& output);
    ~Trainer();

    /// Continues from the bytes of a last.pt: bit for bit what an uninterrupted run does.
    /// Rows that the run emitted after that point will be emitted again.
    [[nodiscard]] Expected<ResumePoint> resume(const std::string& last_checkpoint);

    /// Makes the environments and the agent, and writes nothing: what cannot train (a device that is not
    /// there, a checkpoint of other sizes) is refused here. run() does it where it was not called.
    [[nodiscard]] Expected<void> prepare();

    [[nodiscard]] Expected<TrainingSummary> run(StopToken stop);

    [[nodiscard]] agent::PpoAgent* agent();  ///< null before prepare(), run() or resume()

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace trimtab::training
