// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/environment/reward.h"

namespace trimtab::environment {

/// One column of the original project's published table (DESIGN 3.2).
struct PublishedBaseline {
    double gpu_p95_ms = 0, gpu_rps = 0;
    double cpu_p95_ms = 0, cpu_rps = 0;
};

/// By pattern; patterns the original did not have get the mean of its four.
[[nodiscard]] const PublishedBaseline& published_baseline(const std::string& pattern);

/// What the original's reward looks at in one step.
struct KisimInput {
    std::string pattern;
    double latency_p95_ms = 0;
    double throughput_rps = 0;
    double cpu_utilization = 0;  ///< percent
    int replicas_gpu = 0;
    int replicas_cpu = 0;
    int step = 0;        ///< within the episode, from 0
    bool error = false;  ///< the metrics could not be read
};

/// The original environment's reward (`kisim`) and its RewardCalculator (`kisim-advanced`), unweighted
/// components; weights are applied by RewardFunction. `kisim` rewards always-max most of all: it exists for
/// comparison.
[[nodiscard]] RewardComponents kisim_components(const KisimInput& input);
[[nodiscard]] RewardComponents kisim_advanced_components(const KisimInput& input);

}  // namespace trimtab::environment
