// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/results/comparison_session.h"
#include "core/runtime/job.h"

namespace trimtab::runtime {

/// What is evaluated or compared, as the command line says it.
struct EvaluationRequest {
    std::vector<std::string> models;     ///< .pt files or training folders
    std::vector<std::string> policies;   ///< by name; empty in a comparison: those of the configuration
    std::vector<std::string> overrides;  ///< "evaluation.runs=20"
    std::string config_file;             ///< empty: what the first model was trained with, else the defaults
    std::string results_dir = "rl";
};

/// "trimtab compare --model ... --policy ...": the command that does the same; command: compare or evaluate.
[[nodiscard]] std::string evaluation_command_line(const std::string& command,
                                                  const EvaluationRequest& request);

/// Adds pictures and reports to a folder that was written; called from the job's thread; may be empty.
using DrawComparison = std::function<Expected<void>(const results::ComparisonRun&, const config::Config&,
                                                    const std::filesystem::path& folder)>;
using DrawEvaluation = std::function<Expected<void>(const training::EvaluationResult&, const config::Config&,
                                                    const std::filesystem::path& folder)>;

/// What `trimtab compare` does. The result is the comparison's folder (std::filesystem::path).
[[nodiscard]] Job compare_job(EvaluationRequest request, DrawComparison draw);

/// What `trimtab evaluate` does. The result is the evaluation's folder (std::filesystem::path).
[[nodiscard]] Job evaluate_job(EvaluationRequest request, DrawEvaluation draw);

}  // namespace trimtab::runtime
