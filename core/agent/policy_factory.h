// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/agent/policy.h"
#include "core/base/expected.h"
#include "core/base/run_control.h"
#include "core/config/config.h"

namespace trimtab::agent {

/// One policy that can be asked for by name.
struct PolicyEntry {
    std::string name;
    std::string description;  ///< one line
    bool searched = false;    ///< made by a search that takes seconds
};

/// Every name that make_policy() knows, baselines first, the planner last.
[[nodiscard]] const std::vector<PolicyEntry>& policy_table();

/// How a search may run; none of it changes the result.
struct MakePolicyOptions {
    int threads = 0;  ///< 0: one a core
    StopToken stop;
};

/// A policy by name, with the options of section `policies`. best-static, hpa-calibrated and rule-calibrated
/// are searched on the calibration seeds of the configured patterns first; clone() the result rather than
/// make it twice. Its summary() tells what was found and the budget. Fails on an unknown name and on a stop.
[[nodiscard]] Expected<std::unique_ptr<Policy>> make_policy(const std::string& name,
                                                            const config::Config& config,
                                                            const MakePolicyOptions& options = {});

}  // namespace trimtab::agent
