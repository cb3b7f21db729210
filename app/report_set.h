// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "app/comparison_run.h"

namespace trimtab::app {

/// Beside an evaluation or comparison: report.html, report.pdf, a LaTeX table (comparison_table.tex) and the
/// methods paragraph (methods.txt); then seals the folder. Needs the folder's manifest.
[[nodiscard]] Expected<void> write_reports(const ComparisonRun& run, const std::filesystem::path& folder,
                                           bool anonymous);

/// evaluation_comparison.png and evaluation_YYYYMMDD_HHMMSS_report.txt in an evaluation's folder; then seals
/// it.
[[nodiscard]] Expected<void> draw_evaluation(const training::EvaluationResult& evaluation,
                                             const config::Config& config,
                                             const std::filesystem::path& folder);

/// report.html and report.pdf of a training run.
[[nodiscard]] Expected<void> write_training_report(const std::filesystem::path& folder, bool anonymous);

/// The evaluation of a folder, compared again as its configuration asks. Expected improvements are judged by
/// `trimtab compare` only, which plays them in their own profile.
[[nodiscard]] Expected<ComparisonRun> read_comparison(const std::filesystem::path& folder);

}  // namespace trimtab::app
