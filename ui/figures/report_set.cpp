// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/report_set.h"

#include "core/config/config.h"
#include "core/results/atomic_file.h"
#include "core/results/comparison_json.h"
#include "core/results/evaluation_folder.h"
#include "core/results/figure_evaluation.h"
#include "core/results/figure_training.h"
#include "core/results/manifest.h"
#include "core/results/report_evaluation.h"
#include "core/results/run_folder.h"
#include "ui/figures/figure_export.h"
#include "ui/figures/report_export.h"

namespace trimtab::ui {
namespace {

Expected<void> write_pages(const results::Report& report, bool anonymous,
                           const std::filesystem::path& folder) {
    const results::FigureOptions options{.preset = "ieee-page", .anonymous = anonymous};
    for (const char* name : {"report.html", "report.pdf"})
        if (auto written = write_report(report, options, folder / name); !written) return written;
    return results::seal_folder(folder);
}

}  // namespace

Expected<void> write_reports(const results::ComparisonRun& run, const std::filesystem::path& folder,
                             bool anonymous) {
    const auto manifest = results::read_manifest(folder);
    if (!manifest) return Unexpected<Error>(manifest.error());
    const results::ReportSource source = results::report_source(*manifest, anonymous);
    if (auto written = results::write_file_atomically(folder / "comparison_table.tex",
                                                      results::comparison_latex_table(run.comparison));
        !written)
        return written;
    if (auto written = results::write_file_atomically(
            folder / "methods.txt", results::methods_paragraph(run.comparison, source) + "\n");
        !written)
        return written;
    return write_pages(results::evaluation_report(run.evaluation, run.comparison, source), anonymous, folder);
}

Expected<void> draw_evaluation(const training::EvaluationResult& evaluation, const config::Config& config,
                               const std::filesystem::path& folder) {
    const auto comparison = results::compare(
        evaluation,
        {.confidence = config.evaluation.confidence, .resamples = config.evaluation.bootstrap_resamples});
    if (!comparison) return Unexpected<Error>(comparison.error());
    const auto manifest = results::read_manifest(folder);
    if (!manifest) return Unexpected<Error>(manifest.error());
    const results::ReportSource source = results::report_source(*manifest, config.figures.anonymous);
    results::FigureSpec bars = results::evaluation_bars_figure(*comparison);
    bars.provenance = source.provenance();
    if (auto drawn = render_figure(bars, {.preset = "screen", .titled = true, .png_dpi = 144},
                                   folder / "evaluation_comparison.png");
        !drawn)
        return drawn;
    const std::string report = folder.filename().string() + "_report.txt";
    if (auto written = results::write_file_atomically(
            folder / report,
            results::report_to_text(results::evaluation_report(evaluation, *comparison, source)));
        !written)
        return written;
    return results::seal_folder(folder);
}

Expected<void> write_training_report(const std::filesystem::path& folder, bool anonymous) {
    const auto manifest = results::read_manifest(folder);
    if (!manifest) return Unexpected<Error>(manifest.error());
    const auto metrics = results::read_metrics(folder);
    if (!metrics) return Unexpected<Error>(metrics.error());
    const std::string name = folder.filename().string();
    return write_pages(results::training_report(results::training_rows(name, name, metrics->rows),
                                                results::report_source(*manifest, anonymous),
                                                config::FiguresConfig().smoothing),
                       anonymous, folder);
}

}  // namespace trimtab::ui
