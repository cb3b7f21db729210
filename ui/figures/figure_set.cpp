// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/figure_set.h"

#include "core/config/config_writer.h"
#include "core/results/build_info.h"
#include "core/results/evaluation_folder.h"
#include "core/results/figure_evaluation.h"
#include "core/results/figure_training.h"
#include "core/results/manifest.h"
#include "core/results/report_evaluation.h"
#include "core/results/run_folder.h"
#include "ui/figures/figure_export.h"

namespace trimtab::ui {
namespace {

/// Runs that differ in their seed only are repetitions of each other. The hash tells other groups of one
/// profile apart.
std::string group_of(config::Config config) {
    config.training.seed = 0;
    return config.environment.profile + " " + config::config_hash(config).substr(0, 4);
}

}  // namespace

Expected<std::vector<results::FigureSpec>> comparison_figures(const results::ComparisonRun& run,
                                                              const std::filesystem::path& folder) {
    const auto manifest = results::read_manifest(folder);
    if (!manifest) return Unexpected<Error>(manifest.error());
    return results::evaluation_figures(run.evaluation, run.comparison, results::report_source(*manifest));
}

Expected<std::vector<results::FigureSpec>> training_figures(const std::vector<std::filesystem::path>& folders,
                                                            const config::FiguresConfig& settings) {
    std::vector<results::TrainingRows> runs;
    results::FigureProvenance provenance;
    provenance.version = results::program_name();
    for (const std::filesystem::path& folder : folders) {
        const auto config = results::read_run_config(folder);
        if (!config) return Unexpected<Error>(config.error());
        const auto metrics = results::read_metrics(folder);
        if (!metrics) return Unexpected<Error>(metrics.error());
        const std::string name = folder.filename().string();
        runs.push_back(results::training_rows(name, group_of(*config), metrics->rows));
        provenance.run_ids.push_back(name);
        provenance.config_hash = config::config_hash(*config).substr(0, 12);
    }
    const results::CurveOptions options{.smoothing = settings.smoothing};
    std::vector<results::FigureSpec> figures = {results::reward_curve_figure(runs, options),
                                                results::reward_components_figure(runs.front(), options),
                                                results::training_diagnostics_figure(runs)};
    for (results::FigureSpec& figure : figures) figure.provenance = provenance;
    return figures;
}

Expected<std::vector<std::filesystem::path>> write_figures(const std::vector<results::FigureSpec>& figures,
                                                           const results::FigureOptions& options,
                                                           const std::vector<std::string>& formats,
                                                           const std::filesystem::path& folder) {
    std::error_code made;
    std::filesystem::create_directories(folder, made);
    if (made)
        return fail(ErrorCode::io_error,
                    "cannot make the folder: " + made.message() + "; choose another folder", folder.string());
    std::vector<std::filesystem::path> files;
    for (const results::FigureSpec& figure : figures)
        for (const std::string& format : formats) {
            files.push_back(folder / (figure.name + "." + format));
            if (const auto written = render_figure(figure, options, files.back()); !written)
                return Unexpected<Error>(written.error());
        }
    return files;
}

Expected<void> draw_comparison(const results::ComparisonRun& run, const config::Config& config,
                               const std::filesystem::path& folder) {
    auto figures = comparison_figures(run, folder);
    if (!figures) return Unexpected<Error>(figures.error());
    results::FigureSpec bars = results::evaluation_bars_figure(run.comparison);
    bars.provenance = figures->front().provenance;
    const results::FigureOptions overview{.preset = "screen", .titled = true, .png_dpi = 144};
    bars.name = "rl_comparison_plots";
    if (const auto drawn = write_figures({bars}, overview, {"png"}, folder); !drawn)
        return Unexpected<Error>(drawn.error());
    const results::FigureOptions options{.preset = config.figures.preset,
                                         .anonymous = config.figures.anonymous};
    const auto files = write_figures(*figures, options, config.figures.formats, folder / "figures");
    if (!files) return Unexpected<Error>(files.error());
    return results::seal_folder(folder);
}

}  // namespace trimtab::ui
