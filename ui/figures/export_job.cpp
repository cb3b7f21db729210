// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/export_job.h"

#include <algorithm>

#include "core/base/shell_words.h"
#include "core/results/bundle.h"
#include "core/results/comparison_session.h"
#include "core/results/run_folder.h"
#include "ui/figures/figure_export.h"
#include "ui/figures/figure_set.h"
#include "ui/figures/report_set.h"

namespace trimtab::ui {
namespace {

using Paths = std::vector<std::filesystem::path>;

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) {
        if (!out.empty()) out += ',';
        out += word;
    }
    return out;
}

Expected<Paths> report_of(const std::filesystem::path& folder, bool anonymous) {
    const auto run = results::open_run(folder);
    if (!run) return Unexpected<Error>(run.error());
    if (run->kind == "training") {
        if (auto written = write_training_report(folder, anonymous); !written)
            return Unexpected<Error>(written.error());
        return Paths{folder / "report.html", folder / "report.pdf"};
    }
    const auto comparison = results::read_comparison(folder);
    if (!comparison) return Unexpected<Error>(comparison.error());
    if (auto written = write_reports(*comparison, folder, anonymous); !written)
        return Unexpected<Error>(written.error());
    return Paths{folder / "report.html", folder / "report.pdf", folder / "comparison_table.tex",
                 folder / "methods.txt"};
}

Expected<Paths> write_chosen(const ExportRequest& request, runtime::JobContext& context) {
    auto figures = figures_of_runs(request.runs);
    if (!figures) return Unexpected<Error>(figures.error());
    if (!request.figures.empty())
        std::erase_if(*figures, [&](const results::FigureSpec& figure) {
            return std::ranges::find(request.figures, figure.name) == request.figures.end();
        });
    Paths files;
    for (std::size_t i = 0; i < figures->size(); ++i) {
        if (context.stop().stop_requested()) return fail(ErrorCode::cancelled, "the export was stopped");
        runtime::JobProgress progress;
        progress.fraction = static_cast<double>(i) / static_cast<double>(figures->size());
        progress.text = "drawing " + (*figures)[i].name;
        context.report(progress);
        auto written = write_figures({(*figures)[i]}, request.options, request.formats, request.out);
        if (!written) return Unexpected<Error>(written.error());
        files.insert(files.end(), written->begin(), written->end());
    }
    return files;
}

}  // namespace

Expected<std::vector<results::FigureSpec>> figures_of_runs(const Paths& runs) {
    Paths trainings;
    std::vector<results::FigureSpec> figures;
    const auto add = [&](Expected<std::vector<results::FigureSpec>> made) -> Expected<void> {
        if (!made) return Unexpected<Error>(made.error());
        // The figures of two comparisons must not overwrite each other.
        for (results::FigureSpec& figure : *made) {
            const auto same = std::ranges::count_if(figures, [&](const results::FigureSpec& other) {
                return other.name == figure.name || other.name.starts_with(figure.name + "_");
            });
            if (same > 0) figure.name += "_" + std::to_string(same + 1);
            figures.push_back(std::move(figure));
        }
        return {};
    };
    for (const std::filesystem::path& folder : runs) {
        const auto run = results::open_run(folder);
        if (!run) return Unexpected<Error>(run.error());
        if (run->kind == "training") {
            trainings.push_back(run->folder);
            continue;
        }
        const auto comparison = results::read_comparison(run->folder);
        if (!comparison) return Unexpected<Error>(comparison.error());
        if (auto added = add(comparison_figures(*comparison, run->folder)); !added)
            return Unexpected<Error>(added.error());
    }
    if (!trainings.empty())
        if (auto added = add(training_figures(trainings, config::FiguresConfig())); !added)
            return Unexpected<Error>(added.error());
    std::erase_if(figures, [](const results::FigureSpec& figure) { return !results::check_figure(figure); });
    return figures;
}

std::string export_command_line(const ExportRequest& request) {
    std::vector<std::string> runs;
    for (const auto& run : request.runs) runs.push_back(run.string());
    std::string line;
    if (!request.formats.empty()) {
        std::vector<std::string> words = {"trimtab", "figures"};
        words.insert(words.end(), runs.begin(), runs.end());
        const auto add = [&](const char* option, const std::string& value) {
            words.emplace_back(option);
            words.push_back(value);
        };
        add("--preset", request.options.preset);
        add("--format", joined(request.formats));
        add("--out", request.out.string());
        if (!request.figures.empty()) add("--only", joined(request.figures));
        if (request.options.anonymous) words.emplace_back("--anonymous");
        if (request.options.grey) words.emplace_back("--grey");
        line = shell_line(words);
    }
    if (!request.reports && request.bundle.empty()) return line;
    std::vector<std::string> words = {"trimtab", "report"};
    words.insert(words.end(), runs.begin(), runs.end());
    if (!request.bundle.empty()) {
        words.emplace_back("--bundle");
        words.push_back(request.bundle.string());
    }
    if (request.options.anonymous) words.emplace_back("--anonymous");
    if (!line.empty()) line += " && ";
    line += shell_line(words);
    return line;
}

runtime::Job export_job(ExportRequest request) {
    runtime::Job job{"figures",
                     "Export " + (request.runs.empty() ? std::string("figures")
                                                       : request.runs.front().filename().string()),
                     export_command_line(request),
                     runtime::JobLane::background,
                     {}};
    job.run = [request = std::move(request)](runtime::JobContext& context) -> runtime::JobResult {
        Paths files;
        if (!request.formats.empty()) {
            auto written = write_chosen(request, context);
            if (!written) return Unexpected<Error>(written.error());
            files = std::move(*written);
        }
        // A bundle holds the reports: `trimtab report` writes them first, too.
        if (request.reports || !request.bundle.empty())
            for (const auto& folder : request.runs) {
                auto written = report_of(folder, request.options.anonymous);
                if (!written) return Unexpected<Error>(written.error());
                files.insert(files.end(), written->begin(), written->end());
            }
        if (!request.bundle.empty()) {
            std::error_code ignored;  // write_bundle() tells what is wrong with the folder
            std::filesystem::create_directories(request.bundle.parent_path(), ignored);
            const auto bundle = results::write_bundle(request.runs, request.bundle);
            if (!bundle) return Unexpected<Error>(bundle.error());
            files.push_back(request.bundle);
        }
        return std::any(std::move(files));
    };
    return job;
}

}  // namespace trimtab::ui
