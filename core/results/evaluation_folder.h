// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "core/base/expected.h"
#include "core/config/config.h"
#include "core/results/comparison_values.h"
#include "core/training/evaluation_result.h"

namespace trimtab::results {

/// Writes a finished evaluation to a new `<results_dir>/evaluation_YYYYMMDD_HHMMSS`:
/// comprehensive_evaluation.json, config.yaml, manifest.json. Returns the folder; pictures and reports are
/// added by their own writers, after which seal_folder() brings the manifest's hashes up to date.
[[nodiscard]] Expected<std::filesystem::path> write_evaluation(const std::filesystem::path& results_dir,
                                                               const config::Config& config,
                                                               const training::EvaluationResult& result,
                                                               const std::string& command_line);

/// The same for a comparison: a new `comparison_YYYYMMDD_HHMMSS` with rl_comparison_data.json and
/// rl_comparison_report.txt beside the evaluation that they rest on.
[[nodiscard]] Expected<std::filesystem::path> write_comparison(const std::filesystem::path& results_dir,
                                                               const config::Config& config,
                                                               const training::EvaluationResult& evaluation,
                                                               const ComparisonResult& comparison,
                                                               const std::string& command_line);

/// The evaluation of a folder of either kind.
[[nodiscard]] Expected<training::EvaluationResult> read_evaluation(const std::filesystem::path& folder);

/// Hashes the folder's files into its manifest again.
[[nodiscard]] Expected<void> seal_folder(const std::filesystem::path& folder);

}  // namespace trimtab::results
