// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/config/config.h"
#include "core/environment/environment.h"
#include "core/environment/vector_environment.h"

namespace trimtab::environment {

/// What an episode's seed may be used for (SIMULATOR 8). Of one pattern, no two uses ever share a seed:
///   test         1000 p + i             what is reported
///   baseline     1000 p + 5000 + i      the reward's baseline table
///   calibration  1000 p + 10000 + i     search of rules and autoscalers
///   validation   500000 + 1000 p + i    choice of best_model.pt while training
///   training     from 1,000,000 up      training_plan()
/// with p the load::pattern_index and i < max_runs.
enum class SeedUse { test, baseline, calibration, validation };

inline constexpr int max_runs = 1000;
inline constexpr std::uint64_t first_training_seed = 1'000'000;

/// Run i of a pattern, 0 <= i < max_runs.
[[nodiscard]] EpisodeSpec planned_episode(SeedUse use, const std::string& pattern, int run);

/// Runs 0..runs-1 of every pattern, pattern by pattern.
[[nodiscard]] std::vector<EpisodeSpec> planned_episodes(SeedUse use, const std::vector<std::string>& patterns,
                                                        int runs);

/// The training episodes of a run: pattern (env + k) mod P, seeds drawn from training.seed. With
/// training.stagger_starts the first episode of every environment begins at a random step.
[[nodiscard]] EpisodePlan training_plan(const config::Config& config);

}  // namespace trimtab::environment
