// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "core/agent/policy.h"
#include "core/base/expected.h"
#include "core/base/run_control.h"
#include "core/config/config.h"
#include "core/telemetry/row.h"

namespace trimtab::results {

/// What one policy would have wanted at one recorded step.
struct CounterfactualChoice {
    cluster::Allocation wanted;
    std::string reason;
    bool no_data = false;  ///< the observation had gaps: it was not asked
};

/// One recorded step, and what each policy would have decided.
struct CounterfactualStep {
    std::int64_t step = 0;
    std::int64_t episode = 0;
    double time_s = 0;
    std::string pattern;
    cluster::WindowMetrics seen;                ///< what the decision rests on
    cluster::Allocation before;                 ///< recorded
    cluster::Allocation recorded;               ///< what the recording did next
    std::vector<CounterfactualChoice> choices;  ///< one a policy
};

/// A recording as other policies would have steered it.
struct Counterfactual {
    std::vector<std::string> policies;
    std::vector<CounterfactualStep> steps;
    /// Share of the steps with data, 0..1, where the policy wanted what the recording did; one a policy. NaN
    /// without any such step.
    std::vector<double> agreement;
    std::int64_t steps_without_data = 0;
};

/// The step rows of a run folder, by episode; episodes of one row, which allow no decision, are left out.
[[nodiscard]] Expected<std::vector<std::vector<telemetry::Row>>> recorded_episodes(
    const std::filesystem::path& folder);

/// Shows every policy each recorded situation and asks what it would do. The situations stay the recorded
/// ones: what a different choice would have led to is not in a recording (for that, fit a simulator to it).
[[nodiscard]] Expected<Counterfactual> replay_policies(
    const config::Config& config, const std::vector<std::vector<telemetry::Row>>& episodes,
    std::span<agent::Policy* const> policies, StopToken stop);

}  // namespace trimtab::results
