// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <filesystem>

#include "app/commands/commands.h"
#include "app/exit_code.h"
#include "app/offscreen.h"
#include "app/verification.h"
#include "core/results/bundle.h"
#include "core/results/comparison_session.h"
#include "core/results/run_folder.h"
#include "ui/figures/report_set.h"

namespace trimtab::app {
namespace {

Expected<void> report_run(const std::filesystem::path& name, bool anonymous, Session& session) {
    const auto run = results::open_run(name);
    if (!run) return Unexpected<Error>(run.error());
    for (const std::string& problem : run->problems) session.console.warning(name.string() + ": " + problem);
    start_offscreen_graphics();
    if (run->kind == "training") return ui::write_training_report(run->folder, anonymous);
    const auto comparison = results::read_comparison(run->folder);
    if (!comparison) return Unexpected<Error>(comparison.error());
    return ui::write_reports(*comparison, run->folder, anonymous);
}

Expected<void> check_bundle_name(const Arguments& arguments) {
    std::error_code ignored;
    const std::filesystem::path bundle = arguments.text("--bundle");
    if (!arguments.has("--bundle") || arguments.has("--force") || !std::filesystem::exists(bundle, ignored))
        return {};
    return fail(ErrorCode::invalid_argument,
                bundle.string() + " exists; choose another name, or replace it with --force");
}

/// verify needs the models that the packed evaluations played: their training folders are packed with them.
void add_training_folders(std::vector<std::filesystem::path>& folders, Session& session) {
    for (const std::filesystem::path& model : bundled_models(folders)) {
        const std::filesystem::path training = model.parent_path();
        std::error_code ignored;
        const auto packed = [&](const std::filesystem::path& folder) {
            return std::filesystem::equivalent(folder, training, ignored);
        };
        if (std::ranges::any_of(folders, packed)) continue;
        if (const auto run = results::open_run(training); run && std::filesystem::exists(model, ignored)) {
            session.console.info("packing " + training.string() + " as well, the model comes from there");
            folders.push_back(training);
        } else {
            session.console.warning("the model " + model.string() +
                                    " is not in a run folder that could be packed; verify will say that it "
                                    "is missing");
        }
    }
}

Expected<int> report(const Arguments& arguments, Session& session) {
    if (auto free = check_bundle_name(arguments); !free) return Unexpected<Error>(free.error());
    std::vector<std::filesystem::path> folders;
    for (const std::string& name : arguments.positionals()) {
        if (auto reported = report_run(name, arguments.has("--anonymous"), session); !reported)
            return Unexpected<Error>(reported.error());
        folders.emplace_back(name);
        session.console.print_line((folders.back() / "report.pdf").string());
    }
    if (!arguments.has("--bundle")) return exit_done;
    add_training_folders(folders, session);
    const auto bundle = results::write_bundle(folders, arguments.text("--bundle"));
    if (!bundle) return Unexpected<Error>(bundle.error());
    session.console.print_line(arguments.text("--bundle"));
    session.console.info("packed " + std::to_string(bundle->files) + " files, " +
                         format_bytes(static_cast<double>(bundle->bytes)));
    return exit_done;
}

}  // namespace

Command report_command() {
    Command command{
        "report", "Writes reports of run folders, and bundles for reviewers",
        "Writes report.html and report.pdf into every folder; beside an evaluation or comparison "
        "also a LaTeX "
        "table and a methods paragraph. --bundle packs the folders with hashes for trimtab "
        "verify, and the training folders of the models that they compare. Prints what it wrote."};
    command.options = {
        {"--bundle", ArgumentKind::file, "ZIP", "Packs the folders and their hashes into this new file."},
        {"--force", ArgumentKind::flag, "", "Replaces a bundle of that name."},
        {"--anonymous", ArgumentKind::flag, "",
         "Leaves run names, hash, command line and versions out of the reports."}};
    command.positionals = {{"RUN", "Run folders.", ArgumentKind::directory, 1, 200}};
    command.examples = {
        {"trimtab report rl/comparison_20260101_120000", "For a reader."},
        {"trimtab report rl/comparison_20260101_120000 rl/training_20260101_110000 --bundle artefact.zip",
         "For artefact evaluation."}};
    command.run = report;
    return command;
}

}  // namespace trimtab::app
