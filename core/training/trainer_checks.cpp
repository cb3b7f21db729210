// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/trainer_checks.h"

#include <string>

namespace trimtab::training {
namespace {

Unexpected<Error> refuse(std::string message) {
    return fail(ErrorCode::invalid_argument, std::move(message));
}

}  // namespace

Expected<void> check_setup(const TrainerSetup& setup) {
    const auto& a = setup.agent;
    const auto& t = setup.training;
    if (t.n_envs < 1) return refuse("training.n_envs must be at least 1");
    if (a.buffer_size < t.n_envs)
        return refuse("agent.buffer_size (" + std::to_string(a.buffer_size) +
                      ") must be at least training.n_envs (" + std::to_string(t.n_envs) +
                      "): every environment needs a step before an update");
    if (t.total_episodes <= 0 && t.total_steps <= 0)
        return refuse("set training.total_steps or training.total_episodes above 0");
    if (a.update_interval_episodes > 0) return {};
    const std::int64_t buffer = static_cast<std::int64_t>(a.buffer_size / t.n_envs) * t.n_envs;
    const std::int64_t steps = t.total_episodes > 0 ? t.total_episodes * setup.episode_steps : t.total_steps;
    const bool known = t.total_episodes <= 0 || setup.episode_steps > 0;
    if (known && steps < buffer)
        return refuse("the run would make no update: its " + std::to_string(steps) +
                      " steps never fill agent.buffer_size (" + std::to_string(a.buffer_size) +
                      "); lower agent.buffer_size, train longer, or set agent.update_interval_episodes");
    return {};
}

Expected<void> check_resume(const TrainerSetup& setup, const TrainingState& state) {
    if (state.seed != setup.training.seed)
        return refuse("the checkpoint's run has seed " + std::to_string(state.seed) + ", not " +
                      std::to_string(setup.training.seed) + "; resume with the run's own configuration");
    if (state.positions.size() != static_cast<std::size_t>(setup.training.n_envs))
        return refuse("the checkpoint's run has " + std::to_string(state.positions.size()) +
                      " environments, not " + std::to_string(setup.training.n_envs) +
                      "; resume with the run's own configuration");
    return {};
}

}  // namespace trimtab::training
