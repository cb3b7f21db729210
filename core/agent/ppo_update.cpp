// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agent/ppo_update.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/base/seeded_draw.h"

namespace trimtab::agent {

namespace {

constexpr double beta1 = 0.9;
constexpr double beta2 = 0.999;

double annealed(double first, double last, double progress) {
    return first + (last - first) * std::clamp(progress, 0.0, 1.0);
}

/// The constants of Adam's step number `t` (from 1) on a gradient that is scaled down to `max_norm`.
AdamStep adam_step(const config::AgentConfig& config, double learning_rate, double norm, std::int64_t t) {
    AdamStep step;
    // The small addend is that of torch.nn.utils.clip_grad_norm_.
    step.gradient_scale = static_cast<float>(std::min(1.0, config.max_grad_norm / (norm + 1e-6)));
    step.step_size = static_cast<float>(learning_rate / (1 - std::pow(beta1, static_cast<double>(t))));
    step.inverse_sqrt_bias2 = static_cast<float>(1 / std::sqrt(1 - std::pow(beta2, static_cast<double>(t))));
    step.beta1 = static_cast<float>(beta1);
    step.beta2 = static_cast<float>(beta2);
    step.epsilon = static_cast<float>(config.adam_epsilon);
    return step;
}

void add(UpdateStatistics& sum, const LossStatistics& loss, double norm) {
    sum.policy_loss += loss.policy_loss;
    sum.value_loss += loss.value_loss;
    sum.entropy += loss.entropy;
    sum.approx_kl += loss.approx_kl;
    sum.clip_fraction += loss.clip_fraction;
    sum.gradient_norm += norm;
}

void divide(UpdateStatistics& sum, int minibatches) {
    for (double* value : {&sum.policy_loss, &sum.value_loss, &sum.entropy, &sum.approx_kl, &sum.clip_fraction,
                          &sum.gradient_norm}) {
        *value /= minibatches;
    }
}

bool finite(const LossStatistics& loss, double norm) {
    return std::isfinite(norm) && std::isfinite(loss.policy_loss) && std::isfinite(loss.value_loss) &&
           std::isfinite(loss.entropy);
}

}  // namespace

Expected<UpdateStatistics> PpoUpdate::run(ActorCritic& network, const config::AgentConfig& config,
                                          const RolloutBuffer& buffer, const Context& context) {
    if (buffer.rows() == 0) {
        return fail(ErrorCode::invalid_argument,
                    "the rollout buffer is empty; collect at least one step before an update");
    }
    UpdateStatistics mean;
    mean.learning_rate = annealed(config.learning_rate, config.learning_rate_final, context.progress);
    mean.entropy_coef = annealed(config.entropy_coef, config.entropy_coef_final, context.progress);
    mean.explained_variance = explained_variance(buffer);
    const LossSettings loss_settings{config.clip_epsilon, config.value_coef, mean.entropy_coef,
                                     config.value_clip};

    network.save(before_);
    prepare(buffer, context, config.batch_size);
    DrawSequence draws(context.seed, DrawStream::minibatch, static_cast<std::uint64_t>(context.update));
    int minibatches = 0;
    for (int epoch = 0; epoch < config.ppo_epochs; ++epoch) {
        shuffle(draws);
        double epoch_kl = 0;
        int epoch_minibatches = 0;
        for (int first = 0; first < buffer.rows(); first += config.batch_size) {
            if (context.stop.stop_requested()) {
                network.load(before_);
                return fail(ErrorCode::cancelled,
                            "stopped within an update; the weights are those before it");
            }
            const int rows = std::min(config.batch_size, buffer.rows() - first);
            const Minibatch minibatch = gather(buffer, first, rows, config.normalize_advantage);
            const LossStatistics loss = network.compute_gradient(minibatch, loss_settings);
            const double norm = network.gradient_norm();
            if (!finite(loss, norm)) {
                network.load(before_);
                return fail(
                    ErrorCode::numeric_error,
                    "the loss or its gradient is not a finite number; the weights are those before this "
                    "update. "
                    "Lower agent.learning_rate or agent.max_grad_norm, or look for NaN in the rewards");
            }
            network.apply_gradient(adam_step(config, mean.learning_rate, norm, network.adam_steps() + 1));
            add(mean, loss, norm);
            epoch_kl += loss.approx_kl;
            ++epoch_minibatches;
        }
        minibatches += epoch_minibatches;
        mean.epochs = epoch + 1;
        if (config.target_kl > 0 && epoch_kl / epoch_minibatches > config.target_kl) break;
    }
    divide(mean, minibatches);
    return mean;
}

void PpoUpdate::prepare(const RolloutBuffer& buffer, const Context& context, int batch_size) {
    const auto rows = static_cast<std::size_t>(buffer.rows());
    const auto batch = static_cast<std::size_t>(batch_size);
    const auto observation_size = static_cast<std::size_t>(buffer.observation_size);
    all_inputs_ = buffer.inputs.data();
    if (context.normalizer != nullptr) {
        inputs_.resize(rows * observation_size);
        context.normalizer->apply(std::span(buffer.inputs).first(inputs_.size()), inputs_);
        all_inputs_ = inputs_.data();
    }
    order_.resize(rows);
    std::iota(order_.begin(), order_.end(), 0);
    minibatch_inputs_.resize(batch * observation_size);
    if (!buffer.masks.empty()) masks_.resize(batch * static_cast<std::size_t>(buffer.mask_size));
    actions_.resize(batch * static_cast<std::size_t>(buffer.heads));
    for (std::vector<float>* column : {&log_probs_, &values_, &advantages_, &returns_}) column->resize(batch);
}

void PpoUpdate::shuffle(DrawSequence& draws) {
    for (std::size_t i = order_.size(); i > 1; --i) std::swap(order_[i - 1], order_[draws.next_below(i)]);
}

Minibatch PpoUpdate::gather(const RolloutBuffer& buffer, int first, int rows, bool normalize_advantage) {
    const auto observation_size = static_cast<std::size_t>(buffer.observation_size);
    const auto heads = static_cast<std::size_t>(buffer.heads);
    const auto mask_size = static_cast<std::size_t>(buffer.mask_size);
    for (std::size_t i = 0; i < static_cast<std::size_t>(rows); ++i) {
        const auto row = static_cast<std::size_t>(order_[static_cast<std::size_t>(first) + i]);
        std::copy_n(all_inputs_ + row * observation_size, observation_size,
                    minibatch_inputs_.data() + i * observation_size);
        std::copy_n(buffer.actions.data() + row * heads, heads, actions_.data() + i * heads);
        if (!buffer.masks.empty())
            std::copy_n(buffer.masks.data() + row * mask_size, mask_size, masks_.data() + i * mask_size);
        log_probs_[i] = buffer.log_probs[row];
        values_[i] = buffer.values[row];
        advantages_[i] = buffer.advantages[row];
        returns_[i] = buffer.returns[row];
    }
    if (normalize_advantage && rows > 1) {
        double mean = 0;
        for (int i = 0; i < rows; ++i) mean += static_cast<double>(advantages_[static_cast<std::size_t>(i)]);
        mean /= rows;
        double squares = 0;
        for (int i = 0; i < rows; ++i) {
            const double d = static_cast<double>(advantages_[static_cast<std::size_t>(i)]) - mean;
            squares += d * d;
        }
        const double scale = 1 / (std::sqrt(squares / (rows - 1)) + 1e-8);
        for (int i = 0; i < rows; ++i) {
            float& advantage = advantages_[static_cast<std::size_t>(i)];
            advantage = static_cast<float>((static_cast<double>(advantage) - mean) * scale);
        }
    }
    return {rows,
            minibatch_inputs_.data(),
            buffer.masks.empty() ? nullptr : masks_.data(),
            actions_.data(),
            log_probs_.data(),
            values_.data(),
            advantages_.data(),
            returns_.data()};
}

double explained_variance(const RolloutBuffer& buffer) {
    const auto rows = static_cast<std::size_t>(buffer.rows());
    double return_mean = 0;
    double error_mean = 0;
    for (std::size_t i = 0; i < rows; ++i) {
        return_mean += static_cast<double>(buffer.returns[i]);
        error_mean += static_cast<double>(buffer.returns[i]) - static_cast<double>(buffer.values[i]);
    }
    return_mean /= static_cast<double>(rows);
    error_mean /= static_cast<double>(rows);
    double return_squares = 0;
    double error_squares = 0;
    for (std::size_t i = 0; i < rows; ++i) {
        const double r = static_cast<double>(buffer.returns[i]) - return_mean;
        const double e =
            static_cast<double>(buffer.returns[i]) - static_cast<double>(buffer.values[i]) - error_mean;
        return_squares += r * r;
        error_squares += e * e;
    }
    return return_squares > 0 ? 1 - error_squares / return_squares : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace trimtab::agent
