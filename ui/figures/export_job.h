// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/results/figure_style.h"
#include "core/runtime/job.h"

namespace trimtab::ui {

/// Everything that an export dialog asks for.
struct ExportRequest {
    std::vector<std::filesystem::path> runs;  ///< run folders
    std::vector<std::string> figures;         ///< by name; empty: all
    std::vector<std::string> formats = {"pdf"};
    results::FigureOptions options;
    std::filesystem::path out;  ///< folder of the figures
    bool reports = false;       ///< HTML and PDF in every run folder, beside a comparison LaTeX and methods
    std::filesystem::path bundle;  ///< a zip of the run folders; empty: none
};

/// The figures of the runs: of trainings all together, of every evaluation or comparison its own. Any thread.
[[nodiscard]] Expected<std::vector<results::FigureSpec>> figures_of_runs(
    const std::vector<std::filesystem::path>& runs);

/// `trimtab figures ...`, and `&& trimtab report ...` where a report or bundle is asked for; empty where
/// nothing is.
[[nodiscard]] std::string export_command_line(const ExportRequest& request);

/// Draws and writes in the background. The result is the list of files that were written
/// (std::vector<std::filesystem::path>).
[[nodiscard]] runtime::Job export_job(ExportRequest request);

}  // namespace trimtab::ui
