// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agent/cpu_actor_critic.h"

#include <algorithm>
#include <cmath>

namespace trimtab::agent {

namespace {

/// Part `part` of [0, size) in `parts` nearly equal ranges whose bounds are multiples of `grain`.
struct Range {
    std::size_t first = 0;
    std::size_t last = 0;
};

Range part_range(std::size_t size, int part, int parts, std::size_t grain) {
    const std::size_t grains = (size + grain - 1) / grain;
    const auto bound = [&](int p) {
        return std::min(size, grains * static_cast<std::size_t>(p) / static_cast<std::size_t>(parts) * grain);
    };
    return {bound(part), bound(part + 1)};
}

/// target[rows, stride] = source[rows, inputs] weight + bias
void apply_layer(const LinearLayer& layer, const float* weights, const float* source,
                 std::ptrdiff_t source_stride, int rows, float* target, std::ptrdiff_t target_stride) {
    kernels().multiply(rows, layer.stride, layer.inputs, source, source_stride, 1, weights + layer.weight,
                       layer.stride, weights + layer.bias, target, target_stride);
}

/// gradient of weight = source^T delta, of bias = column sums of delta
void weight_gradient(const LinearLayer& layer, const float* source, std::ptrdiff_t source_stride,
                     const float* delta, std::ptrdiff_t delta_stride, int rows, float* gradient) {
    kernels().multiply(layer.rows, layer.stride, rows, source, 1, source_stride, delta, delta_stride, nullptr,
                       gradient + layer.weight, layer.stride);
    kernels().column_sums(rows, layer.stride, delta, delta_stride, gradient + layer.bias);
}

}  // namespace

CpuActorCritic::CpuActorCritic(NetworkLayout layout, Parameters parameters)
    : layout_(std::move(layout)), parameters_(std::move(parameters)), transposed_(layout_.size) {
    set_threads(1);
}

void CpuActorCritic::set_threads(int threads) {
    const auto count = static_cast<std::size_t>(std::max(1, threads));
    if (count == parts_.size()) return;
    team_ = std::make_unique<ParallelTeam>(static_cast<int>(count));
    while (parts_.size() < count) parts_.emplace_back(layout_);
    parts_.erase(parts_.begin() + static_cast<std::ptrdiff_t>(count), parts_.end());
}

void CpuActorCritic::Part::reserve(const NetworkLayout& layout, int rows) {
    if (rows <= capacity) return;
    capacity = rows;
    const auto n = static_cast<std::size_t>(rows);
    const auto width = static_cast<std::size_t>(padded(layout.hidden_size));
    hidden.resize(layout.stacks.size());
    for (std::size_t s = 0; s < hidden.size(); ++s) {
        hidden[s].assign(layout.stacks[s].hidden.size(), FloatVector(n * width));
    }
    outputs.resize(n * static_cast<std::size_t>(layout.output_stride));
    output_gradient.resize(outputs.size());
    delta.resize(n * width);
    next_delta.resize(n * width);
}

void CpuActorCritic::forward_part(Part& part, const float* inputs, int rows, float* outputs) const {
    const float* weights = parameters_.weights.data();
    for (std::size_t s = 0; s < layout_.stacks.size(); ++s) {
        const NetworkLayout::Stack& stack = layout_.stacks[s];
        const float* source = inputs;
        std::ptrdiff_t stride = layout_.input_size();
        for (std::size_t i = 0; i < stack.hidden.size(); ++i) {
            const LinearLayer& layer = stack.hidden[i];
            float* target = part.hidden[s][i].data();
            apply_layer(layer, weights, source, stride, rows, target, layer.stride);
            kernels().tanh(static_cast<std::size_t>(rows) * static_cast<std::size_t>(layer.stride), target);
            source = target;
            stride = layer.stride;
        }
        apply_layer(stack.head, weights, source, stride, rows, outputs + stack.output_column,
                    layout_.output_stride);
    }
}

void CpuActorCritic::backward_part(Part& part, const float* inputs, int rows) const {
    const float* transposed = transposed_.data();
    float* gradient = part.gradient.data();
    for (std::size_t s = 0; s < layout_.stacks.size(); ++s) {
        const NetworkLayout::Stack& stack = layout_.stacks[s];
        const LinearLayer* above = &stack.head;
        const float* above_delta = part.output_gradient.data() + stack.output_column;
        std::ptrdiff_t above_stride = layout_.output_stride;
        for (std::size_t i = stack.hidden.size(); i-- > 0;) {
            const LinearLayer& layer = stack.hidden[i];
            const float* activation = part.hidden[s][i].data();
            weight_gradient(*above, activation, layer.stride, above_delta, above_stride, rows, gradient);
            kernels().multiply(rows, above->rows, above->outputs, above_delta, above_stride, 1,
                               transposed + above->weight, above->rows, nullptr, part.next_delta.data(),
                               layer.stride);
            kernels().tanh_gradient(static_cast<std::size_t>(rows) * static_cast<std::size_t>(layer.stride),
                                    activation, part.next_delta.data());
            std::swap(part.delta, part.next_delta);
            above = &layer;
            above_delta = part.delta.data();
            above_stride = layer.stride;
        }
        weight_gradient(*above, inputs, layout_.input_size(), above_delta, above_stride, rows, gradient);
    }
}

void CpuActorCritic::transpose_weights(int part, int parts) {
    const auto transpose_rows = [&](const LinearLayer& layer) {
        const Range range = part_range(static_cast<std::size_t>(layer.rows), part, parts, column_padding);
        kernels().transpose(
            static_cast<int>(range.last - range.first), layer.stride,
            parameters_.weights.data() + layer.weight + range.first * static_cast<std::size_t>(layer.stride),
            layer.stride, transposed_.data() + layer.weight + range.first, layer.rows);
    };
    for (const NetworkLayout::Stack& stack : layout_.stacks) {
        for (std::size_t i = 1; i < stack.hidden.size(); ++i) transpose_rows(stack.hidden[i]);
        transpose_rows(stack.head);
    }
}

void CpuActorCritic::forward(const float* inputs, int rows, float* outputs) {
    parts_.front().reserve(layout_, rows);
    forward_part(parts_.front(), inputs, rows, outputs);
}

LossStatistics CpuActorCritic::compute_gradient(const Minibatch& minibatch, const LossSettings& settings) {
    const int parts = team_->size();
    if (parts > 1) team_->run([&](int p) { transpose_weights(p, parts); });
    team_->run([&](int p) {
        Part& part = parts_[static_cast<std::size_t>(p)];
        const Range rows = part_range(static_cast<std::size_t>(minibatch.rows), p, parts, 1);
        const int first = static_cast<int>(rows.first);
        const int count = static_cast<int>(rows.last - rows.first);
        part.reserve(layout_, std::max(1, count));
        const float* inputs = minibatch.inputs + static_cast<std::ptrdiff_t>(first) * layout_.input_size();
        if (parts == 1) transpose_weights(0, 1);
        forward_part(part, inputs, count, part.outputs.data());
        part.statistics = part.loss.gradient(minibatch, first, first + count, settings, part.outputs.data(),
                                             part.output_gradient.data());
        backward_part(part, inputs, count);
    });

    LossStatistics total = parts_.front().statistics;
    for (std::size_t p = 1; p < parts_.size(); ++p) {
        const LossStatistics& part = parts_[p].statistics;
        total.policy_loss += part.policy_loss;
        total.value_loss += part.value_loss;
        total.entropy += part.entropy;
        total.approx_kl += part.approx_kl;
        total.clip_fraction += part.clip_fraction;
    }
    if (parts > 1) {
        team_->run([&](int p) {
            const Range range = part_range(layout_.size, p, parts, column_padding);
            float* sum = parts_.front().gradient.data() + range.first;
            for (std::size_t other = 1; other < parts_.size(); ++other) {
                kernels().add(range.last - range.first, parts_[other].gradient.data() + range.first, sum);
            }
        });
    }
    return total;
}

double CpuActorCritic::gradient_norm() {
    return std::sqrt(kernels().sum_of_squares(layout_.size, parts_.front().gradient.data()));
}

void CpuActorCritic::apply_gradient(const AdamStep& step) {
    ++parameters_.adam_steps;
    const int parts = team_->size();
    team_->run([&](int p) {
        const Range range = part_range(layout_.size, p, parts, column_padding);
        kernels().adam(range.last - range.first, step, parts_.front().gradient.data() + range.first,
                       parameters_.weights.data() + range.first,
                       parameters_.first_moment.data() + range.first,
                       parameters_.second_moment.data() + range.first);
    });
}

}  // namespace trimtab::agent
