// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agent/hpa_metrics.h"

#include <algorithm>
#include <cmath>

namespace trimtab::agent {
namespace {

constexpr double initialization_period_s = 300;   // --horizontal-pod-autoscaler-cpu-initialization-period
constexpr double initial_readiness_delay_s = 30;  // --horizontal-pod-autoscaler-initial-readiness-delay

bool set_aside(const HpaPod& pod, double window_s) {
    if (pod.age_s < initialization_period_s)
        return !pod.ready || pod.since_transition_s - pod.sample_age_s < window_s;
    return !pod.ready && pod.age_s - pod.since_transition_s < initial_readiness_delay_s;
}

bool within(double ratio, const HpaTolerance& tolerance) {
    return 1.0 - tolerance.down <= ratio && ratio <= 1.0 + tolerance.up;
}

/// Whole percent over `pods` pods, as the controller's integer division gives it.
int whole_percent(double total, int pods) { return static_cast<int>(std::floor(total * 100 / pods + 1e-9)); }

/// Sums over the groups of groupPods.
struct Groups {
    double metered_total = 0;
    int metered = 0;
    int unready = 0;
    int missing = 0;
};

Groups group(const HpaMetric& metric, std::span<const HpaPod> pods) {
    Groups out;
    for (const HpaPod& pod : pods) {
        if (pod.terminal) continue;
        if (pod.pending) {
            ++out.unready;
        } else if (!pod.has_sample) {
            ++out.missing;
        } else if (metric.kind == HpaMetricKind::resource && set_aside(pod, metric.window_s)) {
            ++out.unready;
        } else {
            ++out.metered;
            out.metered_total += pod.utilization;
        }
    }
    return out;
}

}  // namespace

std::optional<int> replicas_for_metric(const HpaMetric& metric, std::span<const HpaPod> pods, int current,
                                       const HpaTolerance& tolerance) {
    const Groups groups = group(metric, pods);
    if (groups.metered == 0) return std::nullopt;
    const double target = metric.target_percent;
    const double ratio = whole_percent(groups.metered_total, groups.metered) / target;
    const bool up_with_unready = groups.unready > 0 && ratio > 1;
    if (!up_with_unready && groups.missing == 0)
        return within(ratio, tolerance) ? current : static_cast<int>(std::ceil(ratio * groups.metered));

    // Second look, with what is not known filled in against the direction of the change.
    double total = groups.metered_total;
    int counted = groups.metered;
    if (ratio != 1) counted += groups.missing;
    if (ratio < 1) {
        const double fallback_percent =
            metric.kind == HpaMetricKind::resource ? std::max(100.0, target) : target;
        total += groups.missing * fallback_percent / 100;
    }
    if (up_with_unready) counted += groups.unready;
    const double corrected = whole_percent(total, counted) / target;
    const bool flipped = (ratio < 1 && corrected > 1) || (ratio > 1 && corrected < 1);
    if (within(corrected, tolerance) || flipped) return current;
    const int wanted = static_cast<int>(std::ceil(corrected * counted));
    const bool against = (corrected < 1 && wanted > current) || (corrected > 1 && wanted < current);
    return against ? current : wanted;
}

int replicas_for_external(double usage, double target_per_pod, int current, const HpaTolerance& tolerance) {
    if (current > 0 && within(usage / (target_per_pod * current), tolerance)) return current;
    return static_cast<int>(std::ceil(usage / target_per_pod - 1e-9));
}

std::vector<HpaPod> hpa_pods(const cluster::PoolSnapshot& pool) {
    std::vector<HpaPod> out;
    out.reserve(pool.pods.size());
    for (const cluster::PodSnapshot& pod : pool.pods) {
        if (pod.phase == cluster::PodPhase::draining) continue;
        HpaPod seen;
        seen.pending = pod.phase == cluster::PodPhase::pending;
        seen.ready = pod.phase == cluster::PodPhase::ready;
        seen.has_sample = pod.has_sample;
        seen.age_s = pod.age_s;
        seen.since_transition_s = seen.ready ? pod.ready_for_s : pod.age_s;
        seen.utilization = pod.utilization;
        out.push_back(seen);
    }
    return out;
}

}  // namespace trimtab::agent
