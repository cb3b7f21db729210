// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <filesystem>
#include <sstream>

#include "app/commands/commands.h"
#include "app/common_options.h"
#include "app/exit_code.h"
#include "app/offscreen.h"
#include "core/results/comparison_session.h"
#include "core/results/run_folder.h"
#include "ui/figures/figure_set.h"

namespace trimtab::app {
namespace {

const std::vector<std::string> known_formats = {"pdf", "svg", "png", "tex", "csv"};

Expected<std::vector<std::string>> chosen_formats(const std::string& list) {
    std::vector<std::string> formats;
    std::stringstream stream(list);
    for (std::string word; std::getline(stream, word, ',');) {
        if (std::ranges::find(known_formats, word) == known_formats.end())
            return fail(
                ErrorCode::invalid_argument,
                "'" + word.substr(0, 40) + "' is not a figure format; choose of pdf, svg, png, tex, csv");
        formats.push_back(word);
    }
    if (formats.empty())
        return fail(ErrorCode::invalid_argument, "--format needs at least one of pdf, svg, png, tex, csv");
    return formats;
}

/// The figures of --only; all of them without it.
Expected<std::vector<results::FigureSpec>> chosen_figures(std::vector<results::FigureSpec> figures,
                                                          const Arguments& arguments) {
    if (!arguments.has("--only")) return figures;
    std::vector<results::FigureSpec> chosen;
    std::stringstream stream(arguments.text("--only"));
    for (std::string name; std::getline(stream, name, ',');) {
        const auto found = std::ranges::find(figures, name, &results::FigureSpec::name);
        if (found != figures.end()) chosen.push_back(*found);
    }
    if (!chosen.empty()) return chosen;
    std::string names;
    for (const auto& figure : figures) names += (names.empty() ? "" : ", ") + figure.name;
    return fail(ErrorCode::invalid_argument, "--only names no figure of this run; there are " + names);
}

Expected<int> draw(const Arguments& arguments, Session& session) {
    const auto formats = chosen_formats(arguments.text("--format", "pdf"));
    if (!formats) return Unexpected<Error>(formats.error());
    results::FigureOptions options;
    options.preset = arguments.text("--preset", "ieee-column");
    options.anonymous = arguments.has("--anonymous");
    options.grey = arguments.has("--grey");

    start_offscreen_graphics();
    std::vector<std::filesystem::path> trainings;
    for (const std::string& name : arguments.positionals()) {
        const auto run = results::open_run(name);
        if (!run) return Unexpected<Error>(run.error());
        for (const std::string& problem : run->problems) session.console.warning(name + ": " + problem);
        if (run->kind == "training") {
            trainings.push_back(run->folder);
            continue;
        }
        const auto comparison = results::read_comparison(run->folder);
        if (!comparison) return Unexpected<Error>(comparison.error());
        auto all = ui::comparison_figures(*comparison, run->folder);
        if (!all) return Unexpected<Error>(all.error());
        const auto figures = chosen_figures(std::move(*all), arguments);
        if (!figures) return Unexpected<Error>(figures.error());
        const auto files = ui::write_figures(*figures, options, *formats,
                                             arguments.text("--out", (run->folder / "figures").string()));
        if (!files) return Unexpected<Error>(files.error());
        for (const auto& file : *files) session.console.print_line(file.string());
    }
    if (trainings.empty()) return exit_done;
    config::FiguresConfig settings;
    settings.smoothing = arguments.number("--smoothing", settings.smoothing);
    auto all = ui::training_figures(trainings, settings);
    if (!all) return Unexpected<Error>(all.error());
    const auto figures = chosen_figures(std::move(*all), arguments);
    if (!figures) return Unexpected<Error>(figures.error());
    const auto files = ui::write_figures(*figures, options, *formats,
                                         arguments.text("--out", (trainings.front() / "figures").string()));
    if (!files) return Unexpected<Error>(files.error());
    for (const auto& file : *files) session.console.print_line(file.string());
    return exit_done;
}

}  // namespace

Command figures_command() {
    Command command{"figures", "Draws the figures of run folders",
                    "Of training runs: return, components and diagnostics, all runs together. Of evaluations "
                    "and comparisons: "
                    "bars with intervals, differences, radar, performance profile, trade-offs, latency "
                    "distribution. Prints "
                    "the files that it wrote."};
    OptionSpec preset{"--preset", ArgumentKind::choice, "NAME", "Size of the figure."};
    preset.choices = {"ieee-column", "ieee-page", "slide", "screen"};
    preset.default_text = "ieee-column";
    OptionSpec format{"--format", ArgumentKind::text, "LIST",
                      "Of pdf, svg, png, tex, csv, with commas between."};
    format.default_text = "pdf";
    const OptionSpec only{"--only", ArgumentKind::text, "LIST",
                          "Only these figures, by the names of their files, with commas between."};
    OptionSpec out{"--out", ArgumentKind::directory, "DIR", "Where the files go."};
    out.default_text = "figures in the run folder";
    OptionSpec smoothing{"--smoothing", ArgumentKind::number, "W",
                         "Weight of the past in smoothed curves, 0 to 0.999."};
    smoothing.maximum = 0.999;
    smoothing.default_text = "0.9";
    command.options = {preset,
                       format,
                       only,
                       out,
                       smoothing,
                       {"--anonymous", ArgumentKind::flag, "", "Leaves out run names, hash and version."},
                       {"--grey", ArgumentKind::flag, "", "Draws as a grey printer would."}};
    command.positionals = {{"RUN", "Run folders.", ArgumentKind::directory, 1, 200}};
    command.examples = {
        {"trimtab figures rl/training_20260101_120000 --format pdf,csv", "One column of an IEEE paper."},
        {"trimtab figures rl/comparison_20260101_120000 --preset slide --format svg", "For a talk."}};
    command.run = draw;
    return command;
}

}  // namespace trimtab::app
