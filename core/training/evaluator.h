// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/agent/policy.h"
#include "core/base/expected.h"
#include "core/base/run_control.h"
#include "core/config/config.h"
#include "core/environment/seed_plan.h"
#include "core/training/evaluation_result.h"

namespace trimtab::training {

/// Which episodes every policy plays: runs 0..runs-1 of every pattern, the same seeds for each policy.
struct EvaluationPlan {
    std::vector<std::string> patterns;
    int runs = 100;
    environment::SeedUse seeds = environment::SeedUse::test;
    int threads = 0;          ///< 0: one a core. Never changes the result.
    bool keep_steps = false;  ///< timelines of every episode
    int timelines = 0;        ///< of the first N runs of each pattern; keep_steps: of all
};

/// The plan of section `evaluation`: its patterns (else those of `load`), runs, threads and timelines, test
/// seeds.
[[nodiscard]] EvaluationPlan evaluation_plan(const config::Config& config);

/// Episodes done of all; called from the thread that called evaluate().
using EvaluationProgress = std::function<void(int done, int total)>;

using EnvironmentFactory = std::function<Expected<std::unique_ptr<environment::KubernetesEnvironment>>()>;

/// Plays every policy on every planned episode, in parallel over episodes, in a result of fixed order.
/// `policies` are prototypes: each thread plays on clones. The first error ends it; a stop gives `cancelled`.
[[nodiscard]] Expected<EvaluationResult> evaluate(const EnvironmentFactory& make_environment,
                                                  std::span<const agent::Policy* const> policies,
                                                  const EvaluationPlan& plan, StopToken stop = {},
                                                  const EvaluationProgress& progress = {});

/// The same in the environment of a configuration, with the baselines it asks for.
[[nodiscard]] Expected<EvaluationResult> evaluate(const config::Config& config,
                                                  std::span<const agent::Policy* const> policies,
                                                  const EvaluationPlan& plan, StopToken stop = {},
                                                  const EvaluationProgress& progress = {});

}  // namespace trimtab::training
