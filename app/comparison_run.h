// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/command.h"
#include "core/config/config.h"
#include "core/results/comparison.h"
#include "core/training/evaluation_result.h"

namespace trimtab::app {

/// What is compared: models and policies that play now, and policies recorded elsewhere.
struct ComparisonRequest {
    config::Config config;
    std::vector<std::string>
        models;  ///< .pt files or training folders; several are training seeds of one contender
    std::vector<std::string> policies;       ///< by name
    std::vector<std::string> episode_files;  ///< JSON lines of results/comparison_foreign.h
};

struct ComparisonRun {
    training::EvaluationResult evaluation;
    results::ComparisonResult comparison;
};

/// Evaluates everything on the same test episodes and compares; with evaluation.published_improvements also
/// judges the expected improvements of the models in profile `published`. Shows progress.
[[nodiscard]] Expected<ComparisonRun> run_comparison(const ComparisonRequest& request, Session& session);

/// The models, then the policies, as make_policies() of the command line makes them.
[[nodiscard]] Expected<training::EvaluationResult> evaluate_with_progress(
    const config::Config& config, const std::vector<std::string>& models,
    const std::vector<std::string>& policies, Session& session);

}  // namespace trimtab::app
