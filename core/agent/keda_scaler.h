// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "core/agent/hpa_controller.h"
#include "core/agent/hpa_metrics.h"

namespace trimtab::agent {

/// A KEDA ScaledObject with one external metric per pod (keda.sh, concepts/scaling-deployments).
struct KedaOptions {
    double target_per_pod = 12;
    int polling_interval_s = 30;
    int cooldown_s = 300;
    int min_replicas = 0;
    int max_replicas = 10;
    int fallback_replicas = 3;
    int failure_threshold = 3;
    HpaTolerance tolerance;
};

/// KEDA's two loops: its own one wakes a pool from zero and puts it back after the cool-down; between 1 and
/// the maximum a HorizontalPodAutoscaler follows the metric. After `failure_threshold` failed polls in a row
/// the pool is held at the fallback.
class KedaScaler {
  public:
    explicit KedaScaler(const KedaOptions& options);

    /// True when the metric is due to be read at `now_s`.
    [[nodiscard]] bool poll_due(double now_s) const { return now_s >= next_poll_s_; }
    /// The result of a poll: the metric over all pods, nothing where it failed.
    void polled(double now_s, std::optional<double> metric);
    /// Replicas to set; called at every sync of the autoscaler.
    [[nodiscard]] int sync(double now_s, int current);

  private:
    KedaOptions options_;
    HpaController hpa_;
    double next_poll_s_ = -1e18;
    std::optional<double> metric_;
    int failures_ = 0;
    double last_active_s_ = 0;
    bool seen_ = false;
};

}  // namespace trimtab::agent
