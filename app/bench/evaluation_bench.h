// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/expected.h"
#include "core/base/run_control.h"
#include "core/config/config.h"

namespace trimtab::app {

/// Speed of evaluations.
struct EvaluationBench {
    /// Episodes a second of wall time on all cores: eight policies (static-gpu, static-cpu, hold, random,
    /// rule, hpa, keda and a fresh agent) on every configured pattern.
    double evaluation_episodes_per_s = 0;
    double planner_seconds_per_episode = 0;  ///< of one core, patterns in turn
};

/// Each measurement lasts about `seconds`, and at least one episode a pattern. The baseline table is measured
/// before the clock starts.
[[nodiscard]] Expected<EvaluationBench> run_evaluation_bench(const config::Config& config, double seconds,
                                                             StopToken stop = {});

}  // namespace trimtab::app
