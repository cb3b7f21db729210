// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agent/keda_scaler.h"

#include <algorithm>
#include <array>

namespace trimtab::agent {
namespace {

HpaOptions autoscaler(const KedaOptions& options) {
    HpaOptions out;
    out.min_replicas = std::max(1, options.min_replicas);
    out.max_replicas = options.max_replicas;
    return out;
}

}  // namespace

KedaScaler::KedaScaler(const KedaOptions& options) : options_(options), hpa_(autoscaler(options)) {}

void KedaScaler::polled(double now_s, std::optional<double> metric) {
    // The cool-down counts from the first poll where there never was any load.
    if (!seen_) last_active_s_ = now_s;
    seen_ = true;
    next_poll_s_ = now_s + options_.polling_interval_s;
    if (!metric) {
        ++failures_;
        return;
    }
    failures_ = 0;
    metric_ = metric;
    if (*metric > 0) last_active_s_ = now_s;
}

int KedaScaler::sync(double now_s, int current) {
    if (failures_ >= options_.failure_threshold)
        return std::clamp(options_.fallback_replicas, std::max(1, options_.min_replicas),
                          options_.max_replicas);
    if (!metric_) return current;
    if (*metric_ <= 0 && options_.min_replicas == 0) {
        if (current == 0 || now_s - last_active_s_ >= options_.cooldown_s) return 0;
    }
    if (current == 0) return std::max(1, options_.min_replicas);
    // While a poll fails the autoscaler has no metric and may not scale down.
    std::array<std::optional<int>, 1> proposals;
    if (failures_ == 0)
        proposals[0] = replicas_for_external(*metric_, options_.target_per_pod, current, options_.tolerance);
    return hpa_.sync(now_s, current, proposals);
}

}  // namespace trimtab::agent
