// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace trimtab::config {

/// Section `training`.
struct TrainingConfig {
    std::int64_t total_steps = 1000000;  ///< over all environments; ignored where total_episodes > 0
    std::int64_t total_episodes = 0;
    int n_envs = 64;
    std::uint64_t seed = 1;
    std::vector<std::uint64_t> seeds = {1, 2, 3};  ///< of `pipeline` and `sweep`
    int checkpoint_interval_episodes = 10;
    int evaluation_interval_episodes = 20;
    int evaluation_runs = 10;     ///< episodes a pattern, greedy, on validation seeds; chooses best_model.pt
    int keep_checkpoints = 0;     ///< the newest N of model_episode_*.pt; 0: all
    int threads = 0;              ///< collecting threads; 0: one a core. Never changes the result.
    int update_threads = 1;       ///< threads of the update; part of what makes a run reproducible
    bool stagger_starts = false;  ///< spreads the phases of the environments over the first episode
    std::string init_from;        ///< a checkpoint whose weights the run starts from
};

}  // namespace trimtab::config
