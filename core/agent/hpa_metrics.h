// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "core/cluster/pool_snapshot.h"

namespace trimtab::agent {

/// A pod as Kubernetes' replica calculator groups it (pkg/controller/podautoscaler/replica_calculator.go,
/// groupPods).
struct HpaPod {
    bool terminal = false;  ///< failed or being deleted: ignored
    bool pending = false;   ///< unready whatever the metric
    bool ready = true;
    bool has_sample = true;
    double age_s = 1e9;               ///< since its start
    double since_transition_s = 1e9;  ///< since its Ready condition last changed
    double sample_age_s = 0;          ///< age of its newest sample
    double utilization = 0;           ///< of what it requests, 0..1 and beyond
};

/// How far from the target is close enough, relative; per direction.
struct HpaTolerance {
    double up = 0.1;
    double down = 0.1;
};

/// resource: CPU utilisation, where young or unready pods are set aside; pods: a custom metric, where only
/// Pending ones are.
enum class HpaMetricKind { resource, pods };

/// One entry of `spec.metrics`: a target in percent of what the pods request.
struct HpaMetric {
    HpaMetricKind kind = HpaMetricKind::resource;
    int target_percent = 70;
    double window_s = 15;  ///< length of a sample
};

/// The replicas one metric asks for (SIMULATOR 7, steps 2 to 4); nothing where it is invalid: no pods, or no
/// sample of a pod that counts.
[[nodiscard]] std::optional<int> replicas_for_metric(const HpaMetric& metric, std::span<const HpaPod> pods,
                                                     int current, const HpaTolerance& tolerance);

/// An external metric with a target per pod (what KEDA feeds): `usage` in its unit, over all pods.
[[nodiscard]] int replicas_for_external(double usage, double target_per_pod, int current,
                                        const HpaTolerance& tolerance);

/// The pods of a pool as the autoscaler sees them; draining ones are terminal and left out.
[[nodiscard]] std::vector<HpaPod> hpa_pods(const cluster::PoolSnapshot& pool);

}  // namespace trimtab::agent
