// SPDX-License-Identifier: GPL-3.0-or-later
#include <ATen/ATen.h>
#include <c10/core/GradMode.h>
#include <torch/cuda.h>
#include <torch/version.h>

#include <cmath>
#include <cstring>
#include <exception>
#include <utility>

#include "core/agent/torch_exports.h"

namespace trimtab::agent::libtorch {

namespace {

at::Tensor to_device(const float* data, at::IntArrayRef sizes, const at::Device& device) {
    return at::from_blob(const_cast<float*>(data), sizes, at::kFloat)
        .to(device, at::kFloat, /*non_blocking=*/false,
            /*copy=*/true);
}

void copy_to(const at::Tensor& tensor, FloatVector& out) {
    const at::Tensor host = tensor.detach().to(at::kCPU).contiguous();
    out.resize(static_cast<std::size_t>(host.numel()));
    std::memcpy(out.data(), host.data_ptr<float>(), out.size() * sizeof(float));
}

/// Every parameter is a view of one flat leaf tensor, so that clipping and Adam are a few operations on one
/// tensor.
class TorchActorCritic final : public ActorCritic {
  public:
    TorchActorCritic(NetworkLayout layout, const Parameters& parameters, const at::Device& device)
        : layout_(std::move(layout)), device_(device) {
        load(parameters);
    }

    [[nodiscard]] const NetworkLayout& layout() const override { return layout_; }
    [[nodiscard]] std::string device() const override { return device_.is_cuda() ? "cuda" : "cpu"; }

    void forward(const float* inputs, int rows, float* outputs) override {
        const c10::NoGradGuard no_gradient;
        const at::Tensor result =
            outputs_of(to_device(inputs, {rows, layout_.input_size()}, device_)).to(at::kCPU).contiguous();
        std::memcpy(outputs, result.data_ptr<float>(),
                    static_cast<std::size_t>(result.numel()) * sizeof(float));
    }

    LossStatistics compute_gradient(const Minibatch& batch, const LossSettings& settings) override {
        const std::int64_t rows = batch.rows;
        const at::Tensor outputs = outputs_of(to_device(batch.inputs, {rows, layout_.input_size()}, device_));
        const at::Tensor old_log_probs = to_device(batch.log_probs, {rows}, device_);
        const at::Tensor old_values = to_device(batch.values, {rows}, device_);
        const at::Tensor advantages = to_device(batch.advantages, {rows}, device_);
        const at::Tensor returns = to_device(batch.returns, {rows}, device_);
        const auto [log_probs, entropies] = evaluate_actions(outputs, batch);

        const at::Tensor log_ratio = log_probs - old_log_probs;
        const at::Tensor ratio = log_ratio.exp();
        const double e = settings.clip_epsilon;
        const at::Tensor policy_loss =
            -at::min(ratio * advantages, ratio.clamp(1 - e, 1 + e) * advantages).mean();
        const at::Tensor values = outputs.select(1, layout_.value_column);
        at::Tensor squares = (values - returns).pow(2);
        if (settings.value_clip > 0) {
            const at::Tensor clipped =
                old_values + (values - old_values).clamp(-settings.value_clip, settings.value_clip);
            squares = at::max(squares, (clipped - returns).pow(2));
        }
        const at::Tensor value_loss = squares.mean() * 0.5;
        const at::Tensor entropy = entropies.mean();
        const at::Tensor loss =
            policy_loss + value_loss * settings.value_coef - entropy * settings.entropy_coef;
        weights_.mutable_grad() = at::Tensor();
        loss.backward();

        const c10::NoGradGuard no_gradient;
        const at::Tensor clipped_share = (ratio - 1).abs().gt(e).to(at::kFloat).mean();
        const at::Tensor kl = ((ratio - 1) - log_ratio).mean();
        const at::Tensor all = at::stack({policy_loss.detach(), value_loss.detach(), entropy.detach(),
                                          kl.detach(), clipped_share})
                                   .to(at::kCPU, at::kDouble);
        const double* x = all.data_ptr<double>();
        return {x[0], x[1], x[2], x[3], x[4]};
    }

    [[nodiscard]] double gradient_norm() override { return weights_.grad().norm().item<double>(); }

    void apply_gradient(const AdamStep& step) override {
        const c10::NoGradGuard no_gradient;
        ++adam_steps_;
        const at::Tensor gradient = weights_.grad() * step.gradient_scale;
        first_moment_.mul_(step.beta1).add_(gradient, 1.0F - step.beta1);
        second_moment_.mul_(step.beta2).addcmul_(gradient, gradient, 1.0F - step.beta2);
        weights_.sub_(first_moment_ * step.step_size /
                      (second_moment_.sqrt() * step.inverse_sqrt_bias2 + step.epsilon));
    }

    void read_gradient(FloatVector& gradient) const override { copy_to(weights_.grad(), gradient); }

    void save(Parameters& parameters) const override {
        copy_to(weights_, parameters.weights);
        copy_to(first_moment_, parameters.first_moment);
        copy_to(second_moment_, parameters.second_moment);
        parameters.adam_steps = adam_steps_;
    }

    void load(const Parameters& parameters) override {
        const auto size = static_cast<std::int64_t>(layout_.size);
        weights_ = to_device(parameters.weights.data(), {size}, device_).set_requires_grad(true);
        first_moment_ = to_device(parameters.first_moment.data(), {size}, device_);
        second_moment_ = to_device(parameters.second_moment.data(), {size}, device_);
        adam_steps_ = parameters.adam_steps;
    }

    [[nodiscard]] std::int64_t adam_steps() const override { return adam_steps_; }
    void set_threads(int) override {}

  private:
    [[nodiscard]] at::Tensor linear(const LinearLayer& layer, const at::Tensor& x) const {
        const auto weight_size = static_cast<std::int64_t>(layer.rows) * layer.stride;
        const at::Tensor weight = weights_.narrow(0, static_cast<std::int64_t>(layer.weight), weight_size)
                                      .view({layer.rows, layer.stride});
        return at::matmul(x, weight) +
               weights_.narrow(0, static_cast<std::int64_t>(layer.bias), layer.stride);
    }

    [[nodiscard]] at::Tensor outputs_of(const at::Tensor& inputs) const {
        std::vector<at::Tensor> columns;
        for (const NetworkLayout::Stack& stack : layout_.stacks) {
            at::Tensor x = inputs;
            for (const LinearLayer& layer : stack.hidden) x = at::tanh(linear(layer, x));
            columns.push_back(linear(stack.head, x));
        }
        return at::cat(columns, 1);
    }

    /// Log probability of each row's action and entropy of its distribution, both [rows].
    [[nodiscard]] std::pair<at::Tensor, at::Tensor> evaluate_actions(const at::Tensor& outputs,
                                                                     const Minibatch& batch) const {
        const std::int64_t rows = batch.rows;
        const auto heads = static_cast<std::int64_t>(layout_.spaces.action_sizes.size());
        at::Tensor logits = outputs.narrow(1, 0, layout_.logits);
        if (batch.masks != nullptr) {
            const at::Tensor allowed =
                at::from_blob(const_cast<std::uint8_t*>(batch.masks), {rows, layout_.logits}, at::kByte)
                    .to(device_, at::kBool, false, true);
            logits = logits.masked_fill(allowed.logical_not(), -1e9);
        }
        const at::Tensor actions =
            at::from_blob(const_cast<std::int32_t*>(batch.actions), {rows, heads}, at::kInt)
                .to(device_, at::kLong);
        at::Tensor log_probs = at::zeros({rows}, logits.options());
        at::Tensor entropies = at::zeros({rows}, logits.options());
        std::int64_t column = 0;
        for (std::int64_t h = 0; h < heads; ++h) {
            const int size = layout_.spaces.action_sizes[static_cast<std::size_t>(h)];
            const at::Tensor log_p = at::log_softmax(logits.narrow(1, column, size), 1);
            log_probs = log_probs + log_p.gather(1, actions.narrow(1, h, 1)).squeeze(1);
            entropies = entropies - (log_p.exp() * log_p).sum(1);
            column += size;
        }
        return {log_probs, entropies};
    }

    NetworkLayout layout_;
    at::Device device_;
    at::Tensor weights_;
    at::Tensor first_moment_;
    at::Tensor second_moment_;
    std::int64_t adam_steps_ = 0;
};

}  // namespace

std::string version() { return TORCH_VERSION; }

bool cuda_available() {
    try {
        return torch::cuda::is_available();
    } catch (const std::exception&) {
        return false;  // a driver that does not match counts as none
    }
}

Expected<std::unique_ptr<ActorCritic>> make_actor_critic(NetworkLayout layout, const Parameters& parameters,
                                                         const std::string& device) {
    if (device == "cuda" && !cuda_available()) {
        return fail(ErrorCode::unsupported,
                    "agent.device is cuda, but LibTorch finds no CUDA device; set agent.device to auto or "
                    "cpu, or install a "
                    "LibTorch built for CUDA and a matching driver");
    }
    try {
        return std::unique_ptr<ActorCritic>(
            std::make_unique<TorchActorCritic>(std::move(layout), parameters, at::Device(device)));
    } catch (const std::exception& exception) {
        return fail(ErrorCode::internal,
                    std::string("LibTorch could not create the network: ") + exception.what());
    }
}

}  // namespace trimtab::agent::libtorch
