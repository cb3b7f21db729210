// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/base/expected.h"

namespace trimtab::environment {

/// Shapes an agent needs: Box(observation_size) in, MultiDiscrete(action_sizes) out.
struct Spaces {
    int observation_size = 0;
    std::vector<int> action_sizes;

    friend bool operator==(const Spaces&, const Spaces&) = default;
};

/// Which episode to play: the seed of all its randomness and its load pattern (empty: the environment's own
/// rotation).
struct EpisodeSpec {
    std::uint64_t seed = 0;
    std::string pattern;
    int start_offset_s =
        0;  ///< whole steps; the load and the time begin here, and the episode is that much shorter
};

/// Gymnasium's step result without the observation, which is written into the caller's buffer.
struct StepResult {
    double reward = 0;
    bool terminated = false;
    bool truncated = false;
};

/// (metric id, value) pairs, as telemetry::Row carries them.
using MetricValues = std::vector<std::pair<int, double>>;

/// Gymnasium semantics for the learner: what it sees is already scaled to about [-1, 1] (SIMULATOR 10).
/// One caller at a time.
class Environment {
  public:
    virtual ~Environment() = default;

    [[nodiscard]] virtual const Spaces& spaces() const = 0;

    /// Begins an episode and writes its first input, float32[observation_size].
    [[nodiscard]] virtual Expected<void> reset(const EpisodeSpec& episode, std::span<float> input) = 0;

    /// action: int[action_sizes.size()], each in [0, action_sizes[i]). Writes the next input; after the last
    /// step that is the final observation, and reset() must follow.
    [[nodiscard]] virtual Expected<StepResult> step(std::span<const int> action, std::span<float> input) = 0;

    /// 1 where an action index is allowed now, bool[sum of action_sizes]; default: all.
    virtual void action_mask(std::span<std::uint8_t> mask) const { std::fill(mask.begin(), mask.end(), 1); }

    /// Metrics of the last step, and of the episode so far, for recording; ids of
    /// telemetry/metric_registry.h.
    virtual void append_step_metrics(MetricValues&) const {}
    virtual void append_episode_metrics(MetricValues&) const {}
};

}  // namespace trimtab::environment
