// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agent/hpa_controller.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace trimtab::agent {

using config::ScalingSelect;

int HpaController::sync(double now_s, int current, std::span<const std::optional<int>> proposals) {
    forget(now_s);
    if (recommendations_.empty()) recommendations_.push_back({now_s, current});
    const int wanted = desired(now_s, current, proposals);
    if (wanted > current) added_.push_back({now_s, wanted - current});
    if (wanted < current) removed_.push_back({now_s, current - wanted});
    return wanted;
}

int HpaController::desired(double now_s, int current, std::span<const std::optional<int>> proposals) {
    if (current > options_.max_replicas) return options_.max_replicas;
    if (current < options_.min_replicas) return options_.min_replicas;
    int recommended = -1;
    bool invalid = proposals.empty();
    for (const std::optional<int>& proposal : proposals) {
        if (proposal)
            recommended = std::max(recommended, *proposal);
        else
            invalid = true;
    }
    if (invalid && recommended < current) return current;
    const int wanted = stabilised(now_s, current, recommended);
    recommendations_.push_back({now_s, recommended});
    return limited(now_s, current, wanted);
}

int HpaController::stabilised(double now_s, int current, int recommended) const {
    int lowest = recommended;
    int highest = recommended;
    for (const Entry& entry : recommendations_) {
        const double age_s = now_s - entry.time_s;
        if (age_s < options_.up.window_s) lowest = std::min(lowest, entry.replicas);
        if (age_s < options_.down.window_s) highest = std::max(highest, entry.replicas);
    }
    if (!options_.behavior) return highest;
    if (current < lowest) return lowest;
    if (current > highest) return highest;
    return current;
}

int HpaController::limited(double now_s, int current, int wanted) const {
    int most = options_.max_replicas;
    int least = options_.min_replicas;
    if (!options_.behavior) {
        most = std::min(most, std::max(2 * current, 4));
    } else if (wanted > current) {
        most = std::min(most, std::max(up_limit(now_s, current), current));
    } else if (wanted < current) {
        least = std::max(least, std::min(down_limit(now_s, current), current));
    }
    return std::max(least, std::min(most, wanted));
}

int HpaController::up_limit(double now_s, int current) const {
    const ScalingRules& rules = options_.up;
    if (rules.select == ScalingSelect::disabled) return current;
    const bool largest = rules.select == ScalingSelect::max;
    int result = largest ? std::numeric_limits<int>::min() : std::numeric_limits<int>::max();
    for (const ScalingPolicy& policy : rules.policies) {
        const int start = current - changed_within(added_, now_s, policy.period_s) +
                          changed_within(removed_, now_s, policy.period_s);
        const int limit = policy.kind == ScalingPolicy::Kind::pods
                              ? start + policy.value
                              : static_cast<int>(std::ceil(start * (1 + policy.value / 100.0)));
        result = largest ? std::max(result, limit) : std::min(result, limit);
    }
    return result;
}

int HpaController::down_limit(double now_s, int current) const {
    const ScalingRules& rules = options_.down;
    if (rules.select == ScalingSelect::disabled) return current;
    const bool largest = rules.select == ScalingSelect::max;
    int result = largest ? std::numeric_limits<int>::max() : std::numeric_limits<int>::min();
    for (const ScalingPolicy& policy : rules.policies) {
        const int start = current - changed_within(added_, now_s, policy.period_s) +
                          changed_within(removed_, now_s, policy.period_s);
        const int limit = policy.kind == ScalingPolicy::Kind::pods
                              ? start - policy.value
                              : static_cast<int>(start * (1 - policy.value / 100.0));
        result = largest ? std::min(result, limit) : std::max(result, limit);
    }
    return result;
}

int HpaController::changed_within(const std::vector<Entry>& events, double now_s, int period_s) {
    int changed = 0;
    for (const Entry& event : events)
        if (now_s - event.time_s < period_s) changed += event.replicas;
    return changed;
}

void HpaController::forget(double now_s) {
    // Kubernetes allows windows of at most one hour and periods of half an hour.
    const auto old = [now_s](const Entry& entry) { return now_s - entry.time_s > 3600; };
    for (std::vector<Entry>* entries : {&recommendations_, &added_, &removed_})
        entries->erase(std::remove_if(entries->begin(), entries->end(), old), entries->end());
}

}  // namespace trimtab::agent
