// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "core/base/expected.h"
#include "core/environment/vector_environment.h"

namespace trimtab::training {

/// Everything of a run at an update boundary that is not in the agent: with the agent's weights, moments and
/// counters it decides every later row and weight. Kept as text under the metadata key `trainer` of last.pt.
struct TrainingState {
    std::uint64_t seed = 0;
    std::int64_t steps = 0;
    std::int64_t episodes = 0;
    std::int64_t updates = 0;
    std::int64_t rows = 0;                ///< emitted so far
    std::int64_t checkpoint_episode = 0;  ///< episodes at the last model_episode checkpoint
    std::int64_t evaluation_episode = 0;  ///< episodes at the last evaluation
    std::int64_t evaluated_update = -1;   ///< updates at the last evaluation; -1: none yet
    double best_return = std::numeric_limits<double>::quiet_NaN();
    double wall_s = 0;  ///< of the run so far; wall_s of rows continues from it
    std::vector<environment::EnvironmentPosition> positions;
};

[[nodiscard]] std::string encode_state(const TrainingState& state);

/// `heads`: actions a step. Text that is not encode_state()'s is a parse_error.
[[nodiscard]] Expected<TrainingState> decode_state(const std::string& text, std::size_t heads);

}  // namespace trimtab::training
