// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/cluster/allocation.h"
#include "core/cluster/window_metrics.h"
#include "core/config/config.h"
#include "core/environment/reward.h"

namespace trimtab::environment {

/// What a step's reward depends on: nothing that a live cluster could not tell.
struct RewardInput {
    cluster::WindowMetrics metrics;
    cluster::Allocation executed;
    std::string pattern;
    int delta_gpu = 0;  ///< net change of the desired replicas in this step
    int delta_cpu = 0;
    int flaps = 0;
    int step = 0;  ///< within the episode, from 0
};

/// The configured form, weights and prices applied to a step (SIMULATOR 6). Immutable, any thread.
class RewardFunction {
  public:
    explicit RewardFunction(const config::Config& config);

    [[nodiscard]] RewardComponents operator()(const RewardInput& input, const Baseline& baseline) const;

    /// No step in the embedded cluster that runs `after` all along can earn more; infinite for the kisim
    /// forms.
    [[nodiscard]] double upper_bound(const cluster::Allocation& after, int delta_gpu, int delta_cpu,
                                     int flaps, const Baseline& baseline) const;

    /// The window's cost in CPU pods.
    [[nodiscard]] double cost_units(const cluster::WindowMetrics& metrics) const;
    /// Successes over demand of a window: closed loop by users, open loop by arrivals.
    [[nodiscard]] double served_share(const cluster::WindowMetrics& metrics) const;
    [[nodiscard]] double demand_rps(const cluster::WindowMetrics& metrics) const;

  private:
    [[nodiscard]] RewardComponents standard(const RewardInput& input, const Baseline& baseline) const;

    config::EnvironmentConfig environment_;
    double gpu_price_per_hour_;
    double cpu_price_per_hour_;
    double mean_think_s_;
    double minimum_units_;
    int gpu_quota_;
};

}  // namespace trimtab::environment
