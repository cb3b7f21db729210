// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "core/agent/aligned_vector.h"
#include "core/agent/kernels.h"
#include "core/agent/network_layout.h"

namespace trimtab::agent {

/// Weights and Adam's moments, each flat as NetworkLayout says.
struct Parameters {
    FloatVector weights;
    FloatVector first_moment;
    FloatVector second_moment;
    std::int64_t adam_steps = 0;
};

/// The rows of one gradient step, gathered; row-major, D inputs, H heads, M logits.
struct Minibatch {
    int rows = 0;
    const float* inputs = nullptr;          ///< float32[rows, D], normalised where that is on
    const std::uint8_t* masks = nullptr;    ///< uint8[rows, M] or null
    const std::int32_t* actions = nullptr;  ///< int32[rows, H]
    const float* log_probs = nullptr;       ///< of the behaviour policy
    const float* values = nullptr;          ///< estimates when acting; for value clipping
    const float* advantages = nullptr;      ///< normalised where that is on
    const float* returns = nullptr;
};

/// Weights of the PPO loss (Schulman et al., arXiv 1707.06347, equation 9).
struct LossSettings {
    double clip_epsilon = 0.2;
    double value_coef = 0.5;
    double entropy_coef = 0.01;
    double value_clip = 0;  ///< 0: none
};

/// Means over a minibatch; definitions in UpdateStatistics.
struct LossStatistics {
    double policy_loss = 0;
    double value_loss = 0;
    double entropy = 0;
    double approx_kl = 0;
    double clip_fraction = 0;
};

/// The port to a network that is trained by PPO: parameters, forward pass, gradient of the loss, Adam.
/// Implemented by hand for the CPU and with LibTorch's autograd for CUDA; the second verifies the first in
/// tests. Not thread-safe.
class ActorCritic {
  public:
    virtual ~ActorCritic() = default;

    [[nodiscard]] virtual const NetworkLayout& layout() const = 0;
    [[nodiscard]] virtual std::string device() const = 0;  ///< "cpu" or "cuda"

    /// inputs: float32[rows, D]; outputs: float32[rows, layout().output_stride].
    virtual void forward(const float* inputs, int rows, float* outputs) = 0;

    /// The gradient of policy loss + value_coef * value loss - entropy_coef * entropy, kept for the two
    /// functions below.
    virtual LossStatistics compute_gradient(const Minibatch& minibatch, const LossSettings& settings) = 0;
    [[nodiscard]] virtual double gradient_norm() = 0;  ///< global L2; NaN or Inf where an element is
    virtual void apply_gradient(const AdamStep& step) = 0;
    virtual void read_gradient(FloatVector& gradient) const = 0;

    virtual void save(Parameters& parameters) const = 0;
    virtual void load(const Parameters& parameters) = 0;
    [[nodiscard]] virtual std::int64_t adam_steps() const = 0;

    /// Threads that share a minibatch's rows; results are reproducible at a given number. A hint.
    virtual void set_threads(int threads) = 0;
};

}  // namespace trimtab::agent
