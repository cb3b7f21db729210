// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/environment/environment.h"

namespace trimtab::environment {

/// Which episode environment `env` plays as its k-th (k = 0, 1, ...): a pure function, so that results do not
/// depend on threads or on which environment finishes first.
using EpisodePlan = std::function<EpisodeSpec(int env, std::int64_t k)>;

/// An episode that ended in the last step.
struct FinishedEpisode {
    int env = 0;
    std::int64_t k = 0;  ///< the environment's k-th
    EpisodeSpec spec;
    double episode_return = 0;  ///< plain sum of rewards
    int length = 0;             ///< steps
    MetricValues metrics;       ///< Environment::append_episode_metrics at its end
};

/// Where one environment stands: its k-th episode and the actions taken in it. Replaying them restores it
/// exactly, so a checkpoint holds this instead of the environment's insides.
struct EnvironmentPosition {
    std::int64_t k = 0;
    std::vector<int> actions;  ///< int[steps so far, heads]
};

/// N environments stepped together, each reset at once when its episode ends (Gymnasium's same-step
/// autoreset). Row-major buffers; env i owns row i. One caller at a time; the environments are stepped by
/// `threads` threads of the vector's own, and the result does not depend on how many.
class VectorEnvironment {
  public:
    /// Rows of one step, valid until the next.
    struct Batch {
        std::span<const float> inputs;  ///< float32[n, observation_size], of the next episode where one ended
        std::span<const double> rewards;           ///< [n]
        std::span<const std::uint8_t> terminated;  ///< [n]
        std::span<const std::uint8_t> truncated;   ///< [n]
        std::span<const float>
            final_inputs;  ///< [n, observation_size]; row i is valid where terminated or truncated
        std::span<const std::uint8_t> masks;        ///< [n, sum of action_sizes], of the next state
        std::span<const FinishedEpisode> finished;  ///< in order of env
        std::span<const std::pair<int, double>>
            first_env_metrics;  ///< step metrics of environment 0, before any reset
    };

    VectorEnvironment(std::vector<std::unique_ptr<Environment>> environments, EpisodePlan plan, int threads);
    ~VectorEnvironment();

    [[nodiscard]] int size() const;
    [[nodiscard]] const Spaces& spaces() const;
    [[nodiscard]] Expected<void> reset();

    /// actions: int[n, heads].
    [[nodiscard]] Expected<void> step(std::span<const int> actions);
    [[nodiscard]] Batch batch() const;

    /// Memory of the caller's that steps write into from now on, instead of the vector's own; spans have the
    /// sizes of the batch's and outlive the vector. What the batch holds now moves along.
    struct Storage {
        std::span<float> inputs;
        std::span<double> rewards;
        std::span<std::uint8_t> terminated;
        std::span<std::uint8_t> truncated;
        std::span<float> final_inputs;
    };
    [[nodiscard]] Expected<void> write_into(const Storage& storage);

    [[nodiscard]] std::vector<EnvironmentPosition> positions() const;
    /// Instead of reset(): replays every environment to where positions() said it was.
    [[nodiscard]] Expected<void> restore(std::span<const EnvironmentPosition> positions);
    [[nodiscard]] Environment& at(int env);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace trimtab::environment
