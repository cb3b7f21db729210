// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

#include "core/agent/hpa_policy.h"
#include "core/agent/policy_search.h"
#include "core/agent/rule_policy.h"

namespace trimtab::agent {

/// A setting that a search found, and the budget it took.
struct CalibratedStatic {
    cluster::Allocation allocation;
    SearchResult search;
};
/// The best targets and behaviour of the HPA twin, and how they were found.
struct CalibratedHpa {
    HpaPolicyOptions options;
    SearchResult search;
};
/// The best settings of the rule, and how they were found.
struct CalibratedRule {
    RuleOptions options;                            ///< where one setting serves all patterns
    std::map<std::string, RuleOptions> by_pattern;  ///< where each has its own
    SearchResult search;                            ///< mean and sum over patterns where each has its own
};

/// The static allocation that earns the most over all patterns: every one up to max_replicas of each pool
/// (every second one beyond 12, then the neighbours of the best).
[[nodiscard]] Expected<CalibratedStatic> calibrate_static(const SearchSetup& setup);

/// One setting for all patterns: targets 50..90 %, tolerance 0.1 or 0.2, down window 15, 60 or 300 s, prefer
/// GPU or balanced; 300 settings, or calibration_candidates of them.
[[nodiscard]] Expected<CalibratedHpa> calibrate_hpa(const SearchSetup& setup);

/// calibration_candidates settings of the proportional rule, the configured one among them.
[[nodiscard]] Expected<CalibratedRule> calibrate_rule(const SearchSetup& setup, bool per_pattern);

}  // namespace trimtab::agent
