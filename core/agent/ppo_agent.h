// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/agent/rollout_buffer.h"
#include "core/base/expected.h"
#include "core/base/run_control.h"
#include "core/config/agent_config.h"
#include "core/environment/environment.h"

namespace trimtab::agent {

/// What one update reports; means over its minibatches (Stable-Baselines3's definitions unless noted).
struct UpdateStatistics {
    double policy_loss = 0;
    double value_loss = 0;  ///< mean of 0.5 (v - R)^2: half of Stable-Baselines3's
    double entropy = 0;     ///< positive, nats, summed over heads
    double approx_kl = 0;   ///< mean of (r - 1) - log r (Schulman's k3)
    double clip_fraction = 0;
    double explained_variance = 0;
    double gradient_norm = 0;  ///< before clipping
    double learning_rate = 0;
    double entropy_coef = 0;
    int epochs = 0;  ///< done; fewer than configured when target_kl stopped it
};

/// Buffers of a batch of n states that act() fills; resized on demand.
struct ActOutput {
    std::vector<std::int32_t> actions;  ///< int32[n, heads]
    std::vector<float> log_probs;       ///< float32[n], of the whole action
    std::vector<float> values;          ///< float32[n]
    std::vector<float> probabilities;   ///< float32[n, M], heads one after another; act_greedy() only
};

/// Proximal policy optimisation with categorical heads (arXiv 1707.06347). Every random number is a counted
/// draw, so the agent's whole state is weights, optimiser moments, normaliser and two counters. Not
/// thread-safe.
class PpoAgent {
  public:
    /// Fresh weights (orthogonal, gains sqrt 2 trunk, 0.01 policy heads, 1 value head) from `seed`.
    [[nodiscard]] static Expected<PpoAgent> create(const config::AgentConfig& config,
                                                   const environment::Spaces& spaces, std::uint64_t seed);
    /// Another agent in the same state: weights, moments, normaliser, counters.
    [[nodiscard]] Expected<PpoAgent> copy() const;

    PpoAgent(PpoAgent&&) noexcept;
    PpoAgent& operator=(PpoAgent&&) noexcept;
    ~PpoAgent();

    /// Samples an action for each of n states. inputs: float32[n, D]; masks: uint8[n, M] or empty.
    /// Row i of call number c draws from (seed, action, i, c): the result does not depend on batching of
    /// threads.
    void act(std::span<const float> inputs, std::span<const std::uint8_t> masks, ActOutput& out);

    /// The most probable action of each head; out.log_probs is of that action. Draws nothing.
    void act_greedy(std::span<const float> inputs, std::span<const std::uint8_t> masks, ActOutput& out);

    /// Value estimates, float32[n].
    void evaluate_values(std::span<const float> inputs, std::span<float> values);

    /// Probabilities per head of one state, float[M], heads one after another.
    void probabilities(std::span<const float> input, std::span<const std::uint8_t> mask,
                       std::span<float> out);

    /// One PPO update over the buffer, whose advantages are computed. progress in [0, 1] anneals learning
    /// rate and entropy; target_kl ends it after the first epoch whose mean approx_kl is above. Afterwards
    /// the buffer's inputs enter the observation normaliser, which therefore never changes between acting and
    /// learning. `numeric_error` on NaN or Inf (the weights are then those before the update), `cancelled` on
    /// a stop between minibatches (likewise).
    [[nodiscard]] Expected<UpdateStatistics> update(RolloutBuffer& buffer, double progress,
                                                    StopToken stop = {});

    [[nodiscard]] const config::AgentConfig& config() const;
    [[nodiscard]] const environment::Spaces& spaces() const;
    [[nodiscard]] std::string device() const;  ///< "cpu" or "cuda"
    [[nodiscard]] std::int64_t parameter_count() const;
    /// Threads that share each minibatch of an update; results are reproducible at a given number.
    void set_update_threads(int threads);

    /// Copies the weights and the normaliser of `other`; an error where the layouts differ.
    [[nodiscard]] Expected<void> copy_weights(const PpoAgent& other);

  private:
    friend class CheckpointCodec;
    friend class TorchScriptExport;
    struct State;
    explicit PpoAgent(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace trimtab::agent
