// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/training_progress_picture.h"

#include "core/results/build_info.h"
#include "core/results/figure_training.h"
#include "ui/figures/figure_export.h"

namespace trimtab::ui {

Expected<void> draw_training_progress(const results::TrainingProgress& progress,
                                      const std::filesystem::path& png) {
    const auto run = results::training_rows(png.parent_path().filename().string(), progress);
    results::FigureSpec figure = results::training_progress_figure(run);
    if (figure.panels.empty()) return {};
    figure.provenance.version = results::program_name();
    results::FigureOptions options;
    options.preset = "screen";
    options.titled = true;
    options.png_dpi = 144;
    return render_figure(figure, options, png);
}

}  // namespace trimtab::ui
