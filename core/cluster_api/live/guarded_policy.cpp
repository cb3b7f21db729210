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
        if (const std::string why = live_.why_missing(); !why.empty()) reason_ += " (" + why + ")";
        keep.reason = reason_;
        return keep;
    }
    auto decision = policy_->decide(environment);
    if (!decision) return decision;
    reason_ = decision->reason;
    // A fixed allocation is set when an episode starts; a live cluster is brought there in the shield's
    // steps.
    if (!decision->action && !decision->allocation) {
        const auto fixed = policy_->initial_allocation();
        decision->allocation = fixed ? fixed : keep.allocation;
    }
    return decision;
}

}  // namespace trimtab::cluster_api
