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
    std::string config_json;  ///< stored in every checkpoint
    std::string provenance;   ///< version, observation layout; stored in every checkpoint
};

/// Shares of the wall time, for finding out where it goes.
struct PhaseTimes {
    double collect_s = 0, act_s = 0, update_s = 0, evaluate_s = 0, output_s = 0;
};

struct TrainingSummary {
    std::int64_t steps = 0;
    std::int64_t episodes = 0;
    std::int64_t updates = 0;
    double wall_s = 0;
    double best_return = 0;       ///< NaN without an evaluation
    bool finished = false;        ///< false: stopped by the user; last.pt continues it
    PhaseTimes phases;
};

/// PPO training: collect, update, evaluate, checkpoint until total_steps or total_episodes. A run is a pure function of
/// (setup, seed) at a given number of update threads. Blocks its thread; steered by the StopToken; a stop writes last.pt.
class Trainer {
  public:
    Trainer(TrainerSetup setup, TrainingOutput& output);
    ~Trainer();

    /// Continues from the bytes of a last.pt: bit for bit what an uninterrupted run does.
    /// Returns how many rows the run had emitted by then; later ones will be emitted again.
    [[nodiscard]] Expected<std::int64_t> resume(const std::string& last_checkpoint);

    [[nodiscard]] Expected<TrainingSummary> run(StopToken stop);

    [[nodiscard]] agent::PpoAgent* agent();  ///< null before run() or resume()

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace trimtab::training
