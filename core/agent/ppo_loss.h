// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/agent/actor_critic.h"
#include "core/agent/categorical_heads.h"

namespace trimtab::agent {

/// The PPO loss and its gradient with respect to the network's outputs:
///   policy loss = -mean min(r A, clip(r, 1 - e, 1 + e) A), r = exp(log pi - log pi_old)
///   value loss  = mean 0.5 (v - R)^2; with value_clip c: 0.5 max((v - R)^2, (v_old + clip(v - v_old, -c, c)
///   - R)^2) entropy     = mean of the heads' entropies, summed over heads
/// Keeps its buffers between calls.
class PpoLoss {
  public:
    explicit PpoLoss(const NetworkLayout& layout);

    /// Rows [first, last) of a minibatch. outputs, output_gradient: float32[last - first, output_stride],
    /// beginning with row `first`; all columns of the gradient are written. Means are over minibatch.rows, so
    /// that the statistics of disjoint row ranges add up to the minibatch's.
    LossStatistics gradient(const Minibatch& minibatch, int first, int last, const LossSettings& settings,
                            const float* outputs, float* output_gradient);

  private:
    struct HeadSummary {
        double log_total = 0;  ///< log of the sum of weights
        double inverse_total = 0;
        double entropy = 0;
    };
    /// Fills summaries_ from one row; returns the log probability of the action.
    double summarise(int row, const std::int32_t* action);
    /// d loss / d logits of one row from d loss / d log pi and d loss / d entropy.
    void write_logit_gradient(int row, const std::int32_t* action, double log_prob_slope,
                              double entropy_slope, float* out) const;

    int logits_;
    int value_column_;
    int output_stride_;
    CategoricalHeads heads_;
    std::vector<HeadSummary> summaries_;
};

}  // namespace trimtab::agent
