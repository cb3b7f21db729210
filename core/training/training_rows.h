// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/agent/ppo_agent.h"
#include "core/environment/vector_environment.h"
#include "core/telemetry/row.h"
#include "core/training/evaluation_result.h"

namespace trimtab::training {

/// The label of an evaluation row over all patterns.
inline constexpr const char* all_patterns = "all";

/// Rows of a run without their position (step, episode, wall_s), which the trainer fills in.
[[nodiscard]] telemetry::Row episode_row(const environment::FinishedEpisode& finished);
[[nodiscard]] telemetry::Row update_row(const agent::UpdateStatistics& statistics, double steps_per_s);

/// One row a pattern, then one over all of them, of the first policy of `result`.
[[nodiscard]] std::vector<telemetry::Row> evaluation_rows(const EvaluationResult& result);

/// Mean return over every episode of the first policy; NaN without an episode.
[[nodiscard]] double mean_return(const EvaluationResult& result);

}  // namespace trimtab::training
