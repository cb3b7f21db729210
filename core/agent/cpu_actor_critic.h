// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "core/agent/actor_critic.h"
#include "core/agent/parallel_team.h"
#include "core/agent/ppo_loss.h"

namespace trimtab::agent {

/// The network on the CPU, forward and backward written out on Kernels. All buffers grow to the largest batch
/// seen and stay: nothing is allocated per minibatch. With several threads each takes a contiguous range of a
/// minibatch's rows; their gradients are added in order, so results depend on the number of threads only.
class CpuActorCritic final : public ActorCritic {
  public:
    CpuActorCritic(NetworkLayout layout, Parameters parameters);

    [[nodiscard]] const NetworkLayout& layout() const override { return layout_; }
    [[nodiscard]] std::string device() const override { return "cpu"; }
    void forward(const float* inputs, int rows, float* outputs) override;
    LossStatistics compute_gradient(const Minibatch& minibatch, const LossSettings& settings) override;
    [[nodiscard]] double gradient_norm() override;
    void apply_gradient(const AdamStep& step) override;
    void read_gradient(FloatVector& gradient) const override { gradient = parts_.front().gradient; }
    void save(Parameters& parameters) const override { parameters = parameters_; }
    void load(const Parameters& parameters) override { parameters_ = parameters; }
    [[nodiscard]] std::int64_t adam_steps() const override { return parameters_.adam_steps; }
    void set_threads(int threads) override;

  private:
    /// What one thread needs for its rows.
    struct Part {
        explicit Part(const NetworkLayout& layout) : loss(layout), gradient(layout.size) {}
        void reserve(const NetworkLayout& layout, int rows);

        PpoLoss loss;
        LossStatistics statistics;
        FloatVector gradient;
        int capacity = 0;                              ///< rows
        std::vector<std::vector<FloatVector>> hidden;  ///< [stack][layer] float32[rows, stride], after tanh
        FloatVector outputs;                           ///< float32[rows, output_stride]
        FloatVector output_gradient;
        FloatVector delta, next_delta;  ///< gradients at a hidden layer, float32[rows, stride]
    };

    void forward_part(Part& part, const float* inputs, int rows, float* outputs) const;
    void backward_part(Part& part, const float* inputs, int rows) const;
    /// Transposed copies of every weight that passes a gradient back, for this minibatch.
    void transpose_weights(int part, int parts);

    NetworkLayout layout_;
    Parameters parameters_;
    FloatVector transposed_;  ///< each weight[inputs, outputs] as [outputs, inputs], at its own offset
    std::vector<Part> parts_;
    std::unique_ptr<ParallelTeam> team_;
};

}  // namespace trimtab::agent
