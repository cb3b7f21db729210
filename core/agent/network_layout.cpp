// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agent/network_layout.h"

#include <cmath>
#include <numbers>
#include <numeric>

#include "core/agent/kernels.h"

namespace trimtab::agent {

namespace {

constexpr double policy_gain = 0.01;
constexpr double value_gain = 1.0;

LinearLayer append_layer(NetworkLayout& layout, int inputs, int outputs, bool first) {
    LinearLayer layer;
    layer.inputs = inputs;
    layer.outputs = outputs;
    layer.rows = first ? inputs : padded(inputs);
    layer.stride = padded(outputs);
    layer.weight = layout.size;
    layout.size += static_cast<std::size_t>(layer.rows) * static_cast<std::size_t>(layer.stride);
    layer.bias = layout.size;
    layout.size += static_cast<std::size_t>(layer.stride);
    // Kernels may read whole cache lines of a flat vector: keep every layer on one.
    layout.size = (layout.size + column_padding - 1) / column_padding * column_padding;
    return layer;
}

void append_names(NetworkLayout& layout, const std::string& name, const LinearLayer& layer, int first_output,
                  int outputs, double gain) {
    const auto column = static_cast<std::size_t>(first_output);
    layout.parameters.push_back(
        {name + ".weight", outputs, layer.inputs, layer.weight + column, layer.stride, gain});
    layout.parameters.push_back({name + ".bias", outputs, 0, layer.bias + column, 0, 0});
}

NetworkLayout::Stack append_hidden(NetworkLayout& layout, const std::string& name, int num_layers) {
    NetworkLayout::Stack stack;
    for (int i = 0; i < num_layers; ++i) {
        const bool first = i == 0;
        stack.hidden.push_back(append_layer(layout, first ? layout.input_size() : layout.hidden_size,
                                            layout.hidden_size, first));
        // In torch.nn.Sequential(Linear, Tanh, Linear, Tanh) the layers have even numbers.
        append_names(layout, name + "." + std::to_string(2 * i), stack.hidden.back(), 0, layout.hidden_size,
                     std::numbers::sqrt2);
    }
    return stack;
}

}  // namespace

NetworkLayout::NetworkLayout(const config::AgentConfig& config, const environment::Spaces& network_spaces)
    : spaces(network_spaces),
      logits(std::accumulate(network_spaces.action_sizes.begin(), network_spaces.action_sizes.end(), 0)),
      hidden_size(config.hidden_size) {
    if (config.shared_network) {
        Stack trunk = append_hidden(*this, "trunk", config.num_layers);
        trunk.head = append_layer(*this, hidden_size, logits + 1, false);
        append_names(*this, "policy", trunk.head, 0, logits, policy_gain);
        append_names(*this, "value", trunk.head, logits, 1, value_gain);
        output_stride = trunk.head.stride;
        value_column = logits;
        stacks.push_back(std::move(trunk));
        return;
    }
    Stack actor = append_hidden(*this, "actor", config.num_layers);
    actor.head = append_layer(*this, hidden_size, logits, false);
    append_names(*this, "policy", actor.head, 0, logits, policy_gain);
    Stack critic = append_hidden(*this, "critic", config.num_layers);
    critic.head = append_layer(*this, hidden_size, 1, false);
    append_names(*this, "value", critic.head, 0, 1, value_gain);
    critic.output_column = actor.head.stride;
    value_column = critic.output_column;
    output_stride = actor.head.stride + critic.head.stride;
    stacks.push_back(std::move(actor));
    stacks.push_back(std::move(critic));
}

std::int64_t NetworkLayout::parameter_count() const {
    std::int64_t count = 0;
    for (const NamedParameter& parameter : parameters) count += parameter.size();
    return count;
}

double NetworkLayout::update_flops(int rows) const {
    const auto product = [rows](const LinearLayer& layer) {
        return 2.0 * rows * layer.inputs * layer.outputs;
    };
    double flops = 0;
    for (const Stack& stack : stacks) {
        for (std::size_t i = 0; i < stack.hidden.size(); ++i)
            flops += (i == 0 ? 2 : 3) * product(stack.hidden[i]);
        flops += 3 * product(stack.head);
    }
    return flops;
}

}  // namespace trimtab::agent
