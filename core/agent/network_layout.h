// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/config/agent_config.h"
#include "core/environment/environment.h"

namespace trimtab::agent {

/// One fully connected layer within the flat parameter vector: weight[inputs, outputs] row-major with rows of
/// `stride` floats, then bias[stride]. Padding rows and columns are 0 and stay 0: their gradient is 0.
struct LinearLayer {
    int inputs = 0;
    int outputs = 0;
    int rows = 0;    ///< inputs as stored; padded except in a first layer
    int stride = 0;  ///< outputs as stored: padded(outputs)
    std::size_t weight = 0;
    std::size_t bias = 0;
};

/// A parameter under PyTorch's name and shape. Element (o, i) is at offset + i * stride + o.
struct NamedParameter {
    std::string name;  ///< "trunk.0.weight"
    int outputs = 0;
    int inputs = 0;  ///< 0: a bias, of shape [outputs]
    std::size_t offset = 0;
    int stride = 0;
    double gain = 0;  ///< of the orthogonal initialisation; biases start at 0

    [[nodiscard]] std::int64_t size() const {
        return static_cast<std::int64_t>(outputs) * (inputs == 0 ? 1 : inputs);
    }
    [[nodiscard]] std::size_t index(int output, int input) const {
        return offset + static_cast<std::size_t>(input) * static_cast<std::size_t>(stride) +
               static_cast<std::size_t>(output);
    }
};

/// Where everything of an actor-critic lies in one contiguous float vector (gradients and moments have the
/// same form). Hidden layers are tanh. Shared: one trunk, and one head layer whose last output is the value.
/// Separate: an actor and a critic stack with a head each. A batch of outputs is float32[n, output_stride]:
/// logits from column 0, the value in column value_column.
struct NetworkLayout {
    NetworkLayout() = default;
    NetworkLayout(const config::AgentConfig& config, const environment::Spaces& spaces);

    struct Stack {
        std::vector<LinearLayer> hidden;
        LinearLayer head;
        int output_column = 0;  ///< of the head's first output
    };

    environment::Spaces spaces;
    int logits = 0;  ///< M, the sum of the action sizes
    int hidden_size = 0;
    int output_stride = 0;
    int value_column = 0;
    std::size_t size = 0;  ///< floats of the flat vector, padding included
    std::vector<Stack> stacks;
    std::vector<NamedParameter> parameters;

    [[nodiscard]] std::int64_t parameter_count() const;  ///< without padding
    [[nodiscard]] int input_size() const { return spaces.observation_size; }

    /// Floating-point operations of one update on `rows` rows: forward and both backward products, without
    /// the input gradient of the first layers.
    [[nodiscard]] double update_flops(int rows) const;
};

}  // namespace trimtab::agent
