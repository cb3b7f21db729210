// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "core/results/comparison_session.h"

namespace trimtab::ui {

/// Beside an evaluation or comparison: report.html, report.pdf, a LaTeX table (comparison_table.tex) and the
/// methods paragraph (methods.txt); then seals the folder. Needs the folder's manifest.
[[nodiscard]] Expected<void> write_reports(const results::ComparisonRun& run,
                                           const std::filesystem::path& folder, bool anonymous);

/// evaluation_comparison.png and evaluation_YYYYMMDD_HHMMSS_report.txt in an evaluation's folder; then seals
/// it.
[[nodiscard]] Expected<void> draw_evaluation(const training::EvaluationResult& evaluation,
                                             const config::Config& config,
                                             const std::filesystem::path& folder);

/// report.html and report.pdf of a training run.
[[nodiscard]] Expected<void> write_training_report(const std::filesystem::path& folder, bool anonymous);

}  // namespace trimtab::ui
