// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/results/comparison_session.h"
#include "core/results/figure_spec.h"
#include "core/results/figure_style.h"

namespace trimtab::ui {

/// Every figure of an evaluation or comparison folder that has data.
[[nodiscard]] Expected<std::vector<results::FigureSpec>> comparison_figures(
    const results::ComparisonRun& run, const std::filesystem::path& folder);

/// Of training runs, read from their folders: return over all of them (runs whose configurations differ in
/// their seed only are one group with a band), diagnostics, and the first run's reward components.
[[nodiscard]] Expected<std::vector<results::FigureSpec>> training_figures(
    const std::vector<std::filesystem::path>& folders, const config::FiguresConfig& settings);

/// Writes every figure in every format to `folder`, which is made where it is missing; returns the files.
[[nodiscard]] Expected<std::vector<std::filesystem::path>> write_figures(
    const std::vector<results::FigureSpec>& figures, const results::FigureOptions& options,
    const std::vector<std::string>& formats, const std::filesystem::path& folder);

/// rl_comparison_plots.png in a comparison's folder and the single figures, as section `figures` asks, in its
/// folder `figures`; then seals the folder.
[[nodiscard]] Expected<void> draw_comparison(const results::ComparisonRun& run, const config::Config& config,
                                             const std::filesystem::path& folder);

}  // namespace trimtab::ui
