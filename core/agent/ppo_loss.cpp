// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agent/ppo_loss.h"

#include <algorithm>
#include <cmath>

namespace trimtab::agent {

namespace {

struct PolicyTerm {
    double loss = 0;
    double slope = 0;  ///< d loss / d log pi
    double ratio = 1;
};

/// -min(r A, clip(r) A) and its derivative: 0 where the clipped branch is the smaller one.
PolicyTerm clipped_surrogate(double log_ratio, double advantage, double epsilon) {
    PolicyTerm term;
    term.ratio = std::exp(log_ratio);
    const double plain = term.ratio * advantage;
    const double clipped = std::clamp(term.ratio, 1 - epsilon, 1 + epsilon) * advantage;
    term.loss = -std::min(plain, clipped);
    term.slope = plain <= clipped ? -plain : 0;
    return term;
}

struct ValueTerm {
    double loss = 0;
    double slope = 0;  ///< d loss / d value
};

ValueTerm value_term(double value, double old_value, double target, double clip) {
    const double error = value - target;
    if (clip <= 0) return {0.5 * error * error, error};
    const double move = value - old_value;
    const double clipped_error = old_value + std::clamp(move, -clip, clip) - target;
    if (error * error >= clipped_error * clipped_error) return {0.5 * error * error, error};
    return {0.5 * clipped_error * clipped_error, std::abs(move) < clip ? clipped_error : 0.0};
}

}  // namespace

PpoLoss::PpoLoss(const NetworkLayout& layout)
    : logits_(layout.logits),
      value_column_(layout.value_column),
      output_stride_(layout.output_stride),
      heads_(layout.spaces.action_sizes),
      summaries_(layout.spaces.action_sizes.size()) {}

double PpoLoss::summarise(int row, const std::int32_t* action) {
    const float* shifted = heads_.shifted(row);
    const float* weights = heads_.weights(row);
    double log_prob = 0;
    for (HeadSummary& summary : summaries_) {
        const int size = heads_.sizes()[static_cast<std::size_t>(&summary - summaries_.data())];
        double total = 0;
        double weighted = 0;
        for (int i = 0; i < size; ++i) {
            total += static_cast<double>(weights[i]);
            weighted += static_cast<double>(weights[i]) * static_cast<double>(shifted[i]);
        }
        summary.log_total = std::log(total);
        summary.inverse_total = 1 / total;
        summary.entropy = summary.log_total - weighted * summary.inverse_total;
        log_prob += static_cast<double>(shifted[*action++]) - summary.log_total;
        shifted += size;
        weights += size;
    }
    return log_prob;
}

void PpoLoss::write_logit_gradient(int row, const std::int32_t* action, double log_prob_slope,
                                   double entropy_slope, float* out) const {
    const float* shifted = heads_.shifted(row);
    const float* weights = heads_.weights(row);
    for (const HeadSummary& summary : summaries_) {
        const int size = heads_.sizes()[static_cast<std::size_t>(&summary - summaries_.data())];
        for (int i = 0; i < size; ++i) {
            const double p = static_cast<double>(weights[i]) * summary.inverse_total;
            const double log_p = static_cast<double>(shifted[i]) - summary.log_total;
            // d log p_a / d z_i = [i = a] - p_i and d entropy / d z_i = -p_i (log p_i + entropy).
            const double log_prob_part = (i == *action ? 1.0 : 0.0) - p;
            out[i] = static_cast<float>(log_prob_slope * log_prob_part -
                                        entropy_slope * p * (log_p + summary.entropy));
        }
        ++action;
        shifted += size;
        weights += size;
        out += size;
    }
}

LossStatistics PpoLoss::gradient(const Minibatch& minibatch, int first, int last,
                                 const LossSettings& settings, const float* outputs, float* output_gradient) {
    const auto rows = static_cast<std::size_t>(last - first);
    const std::uint8_t* masks =
        minibatch.masks == nullptr ? nullptr : minibatch.masks + static_cast<std::ptrdiff_t>(first) * logits_;
    heads_.set(outputs, output_stride_, last - first, masks);
    std::fill_n(output_gradient, rows * static_cast<std::size_t>(output_stride_), 0.0F);

    LossStatistics mean;
    const double share = 1.0 / minibatch.rows;
    for (int row = first; row < last; ++row) {
        const std::ptrdiff_t local = row - first;
        const std::int32_t* action = minibatch.actions + static_cast<std::ptrdiff_t>(row) * heads_.heads();
        const double log_prob = summarise(static_cast<int>(local), action);
        const double log_ratio = log_prob - static_cast<double>(minibatch.log_probs[row]);
        const PolicyTerm policy = clipped_surrogate(log_ratio, static_cast<double>(minibatch.advantages[row]),
                                                    settings.clip_epsilon);
        const ValueTerm value =
            value_term(static_cast<double>(outputs[local * output_stride_ + value_column_]),
                       static_cast<double>(minibatch.values[row]),
                       static_cast<double>(minibatch.returns[row]), settings.value_clip);
        float* out = output_gradient + local * output_stride_;
        write_logit_gradient(static_cast<int>(local), action, share * policy.slope,
                             -share * settings.entropy_coef, out);
        out[value_column_] = static_cast<float>(share * settings.value_coef * value.slope);

        mean.policy_loss += share * policy.loss;
        mean.value_loss += share * value.loss;
        for (const HeadSummary& summary : summaries_) mean.entropy += share * summary.entropy;
        mean.approx_kl += share * ((policy.ratio - 1) - log_ratio);
        if (std::abs(policy.ratio - 1) > settings.clip_epsilon) mean.clip_fraction += share;
    }
    return mean;
}

}  // namespace trimtab::agent
