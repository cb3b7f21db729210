// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/base/expected.h"
#include "core/base/run_control.h"
#include "core/config/config.h"
#include "core/results/comparison.h"
#include "core/results/model_policies.h"
#include "core/training/evaluation_result.h"

namespace trimtab::results {

/// What is compared: models and policies that play now, and policies recorded elsewhere.
struct ComparisonRequest {
    config::Config config;
    std::vector<std::string>
        models;  ///< .pt files or training folders; several are training seeds of one contender
    std::vector<std::string> policies;       ///< by name
    std::vector<std::string> episode_files;  ///< JSON lines of results/comparison_foreign.h
};

/// The episodes, and what they say.
struct ComparisonRun {
    training::EvaluationResult evaluation;
    ComparisonResult comparison;
};

/// What the caller wants to see; every member may be empty. Called from the calling thread.
struct EvaluationHooks {
    PolicyNotes notes;
    std::function<void(const std::string&)> remark;     ///< a line for a log
    std::function<void(int done, int total)> progress;  ///< episodes; begins anew for a second evaluation
};

/// Plays the models, then the policies, as make_policies() makes them, on the configured test episodes.
/// Blocks its thread; a stop gives `cancelled`.
[[nodiscard]] Expected<training::EvaluationResult> evaluate_policies(const config::Config& config,
                                                                     const std::vector<std::string>& models,
                                                                     const std::vector<std::string>& policies,
                                                                     StopToken stop,
                                                                     const EvaluationHooks& hooks = {});

/// Evaluates everything on the same test episodes and compares; with evaluation.published_improvements also
/// judges the expected improvements of the models in profile `published`. Blocks its thread.
[[nodiscard]] Expected<ComparisonRun> run_comparison(const ComparisonRequest& request, StopToken stop,
                                                     const EvaluationHooks& hooks = {});

/// The evaluation of a folder, compared again as its configuration asks. Expected improvements are judged by
/// run_comparison() only, which plays them in their own profile; here they are read.
[[nodiscard]] Expected<ComparisonRun> read_comparison(const std::filesystem::path& folder);

}  // namespace trimtab::results
