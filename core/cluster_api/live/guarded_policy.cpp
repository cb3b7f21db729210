// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/live/guarded_policy.h"

namespace trimtab::cluster_api {

Expected<agent::Decision> GuardedPolicy::decide(const environment::KubernetesEnvironment& environment) {
    agent::Decision keep;
    keep.allocation = environment.backend().desired();
    if (policy_ == nullptr || !asks_()) {
        reason_.clear();
        return keep;
    }
    std::string missing = live_.missing();
    // What is remembered of earlier windows may have gaps too.
    if (missing.empty()) missing = environment.missing();
    if (!missing.empty()) {
        reason_ = "not asked: no data for " + missing;
        keep.reason = reason_;
        return keep;
    }
    auto decision = policy_->decide(environment);
    if (!decision) return decision;
    reason_ = decision->reason;
    if (!decision->action && !decision->allocation) decision->allocation = keep.allocation;
    return decision;
}

}  // namespace trimtab::cluster_api
