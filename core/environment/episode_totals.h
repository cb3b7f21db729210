// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cluster/allocation.h"
#include "core/cluster/window_metrics.h"
#include "core/environment/environment.h"
#include "core/environment/reward.h"

namespace trimtab::environment {

/// Sums over the steps of an episode, for its row of metrics. Whole-run percentiles need the histograms and
/// are the evaluator's.
class EpisodeTotals {
  public:
    void add(const cluster::WindowMetrics& metrics, const RewardComponents& reward, bool scaled, int flaps,
             double slo_ms);
    void append(MetricValues& out) const;

  private:
    /// Over the windows that have data.
    struct KnownMean {
        double sum = 0;
        int count = 0;
        void add(double value);
        [[nodiscard]] double of(double total) const;  ///< total over the windows counted; NaN without any
    };

    int steps_ = 0;
    RewardComponents reward_;
    KnownMean latency_, throughput_;
    double successes_ = 0, failures_ = 0;
    bool responses_known_ = true;  ///< a live cluster may not count its failures
    double cost_usd_ = 0, energy_wh_ = 0;
    double ready_gpu_ = 0, ready_cpu_ = 0, gpu_share_ = 0;
    int slo_violations_ = 0;
    int scaling_actions_ = 0;
    int flaps_ = 0;
};

/// The metrics of one step, for its row.
void append_window_metrics(const cluster::WindowMetrics& metrics, const RewardComponents& reward,
                           cluster::Placement placement, MetricValues& out);

}  // namespace trimtab::environment
