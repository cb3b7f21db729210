// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <filesystem>

#include "app/commands/commands.h"
#include "app/common_options.h"
#include "app/exit_code.h"
#include "app/model_options.h"
#include "app/offscreen.h"
#include "app/pipeline_state.h"
#include "app/training_processes.h"
#include "core/base/usable_cores.h"
#include "core/config/config_reader.h"
#include "core/config/config_writer.h"
#include "core/results/atomic_file.h"
#include "core/results/comparison_report.h"
#include "core/results/comparison_session.h"
#include "core/results/evaluation_folder.h"
#include "core/results/run_folder.h"
#include "ui/figures/figure_set.h"
#include "ui/figures/report_set.h"

namespace trimtab::app {
namespace {

/// The newest unfinished run of this seed and configuration; empty: none, train anew.
std::string unfinished_run(const std::filesystem::path& results_dir, const config::Config& config) {
    const std::string hash = config::config_hash(config);
    for (const results::RunInfo& run : results::list_runs(results_dir)) {
        if (run.kind != "training" || !run.manifest || run.manifest->config_hash != hash) continue;
        const bool resumable =
            run.state == results::RunState::stopped || run.state == results::RunState::dead;
        if (resumable && std::filesystem::exists(run.folder / "last.pt")) return run.folder.string();
    }
    return {};
}

std::vector<std::string> train_arguments(const Arguments& arguments, const config::Config& config,
                                         std::uint64_t seed, const std::filesystem::path& results_dir) {
    config::Config of_seed = config;
    of_seed.training.seed = seed;
    of_seed.training.threads = 1;
    if (const std::string folder = unfinished_run(results_dir, of_seed); !folder.empty())
        return {"train", "--resume", folder};
    std::vector<std::string> words = {
        "train",         "--config",          arguments.positionals().front(), "--seed", std::to_string(seed),
        "--results-dir", results_dir.string()};
    for (const std::string& set : arguments.all("--set")) {
        words.push_back("--set");
        words.push_back(set);
    }
    words.push_back("--set");
    words.push_back("training.threads=1");
    return words;
}

Expected<void> train_all(const Arguments& arguments, const config::Config& config,
                         const std::filesystem::path& results_dir, PipelineState& state, Session& session) {
    std::vector<TrainingProcess> processes;
    std::vector<std::uint64_t> seeds;
    for (const std::uint64_t seed : config.training.seeds)
        if (!state.trained.contains(seed) || !std::filesystem::exists(state.trained.at(seed))) {
            processes.push_back(
                {"seed " + std::to_string(seed), train_arguments(arguments, config, seed, results_dir), {}});
            seeds.push_back(seed);
        }
    if (processes.empty()) return {};
    const int parallel = usable_cores();
    session.console.info("training " + std::to_string(processes.size()) + " seeds, " +
                         std::to_string(parallel) + " at a time");
    const std::size_t total = processes.size();
    auto done = run_training_processes(
        processes, parallel, session.stop,
        [&](std::size_t index, const Expected<std::string>& folder) -> Expected<void> {
            if (!folder) return Unexpected<Error>(folder.error());
            state.trained[seeds[index]] = *folder;
            session.console.info(processes[index].name + " trained: " + *folder);
            return write_pipeline_state(results_dir, state);
        },
        [&](std::size_t ended) {
            session.console.progress(
                static_cast<double>(ended) / static_cast<double>(total), -1,
                std::to_string(ended) + " of " + std::to_string(total) + " seeds trained");
        });
    session.console.end_progress();
    if (!done) return Unexpected<Error>(done.error());
    return {};
}

Expected<void> compare_all(const config::Config& config, const std::filesystem::path& results_dir,
                           PipelineState& state, Session& session) {
    if (!state.comparison.empty() && std::filesystem::exists(state.comparison)) return {};
    results::ComparisonRequest request{config, {}, config.evaluation.policies, {}};
    for (const std::uint64_t seed : config.training.seeds) request.models.push_back(state.trained.at(seed));
    const auto run = results::run_comparison(request, session.stop, console_hooks(session));
    session.console.end_progress();
    if (!run) return Unexpected<Error>(run.error());
    const auto folder = results::write_comparison(results_dir, config, run->evaluation, run->comparison,
                                                  session.command_line);
    if (!folder) return Unexpected<Error>(folder.error());
    start_offscreen_graphics();
    if (auto drawn = ui::draw_comparison(*run, config, *folder); !drawn) return drawn;
    std::vector<std::filesystem::path> trainings;
    for (const std::string& model : request.models) trainings.emplace_back(model);
    auto curves = ui::training_figures(trainings, config.figures);
    if (!curves) return Unexpected<Error>(curves.error());
    const results::FigureOptions options{.preset = config.figures.preset,
                                         .anonymous = config.figures.anonymous};
    if (auto files = ui::write_figures(*curves, options, config.figures.formats, *folder / "figures"); !files)
        return Unexpected<Error>(files.error());
    if (auto reported = ui::write_reports(*run, *folder, config.figures.anonymous); !reported)
        return reported;
    state.comparison = folder->string();
    return write_pipeline_state(results_dir, state);
}

Expected<int> run_pipeline(const Arguments& arguments, Session& session) {
    const auto config = config::load_config({arguments.positionals().front(), arguments.all("--set")});
    if (!config) return Unexpected<Error>(config.error());
    const std::filesystem::path results_dir = arguments.text("--results-dir", "rl");
    std::error_code made;
    std::filesystem::create_directories(results_dir, made);
    if (made)
        return fail(ErrorCode::io_error,
                    "cannot make the results folder: " + made.message() +
                        "; name another with "
                        "--results-dir",
                    results_dir.string());
    auto state = read_pipeline_state(results_dir, config::config_hash(*config));
    if (!state) return Unexpected<Error>(state.error());
    if (auto trained = train_all(arguments, *config, results_dir, *state, session); !trained)
        return Unexpected<Error>(trained.error());
    if (auto compared = compare_all(*config, results_dir, *state, session); !compared)
        return Unexpected<Error>(compared.error());
    const auto summary =
        results::read_file(std::filesystem::path(state->comparison) / results::comparison_report_file);
    if (!summary) return Unexpected<Error>(summary.error());
    session.console.print(*summary);
    session.console.print_line("report: " + state->comparison + "/report.pdf");
    return exit_done;
}

}  // namespace

Command pipeline_command() {
    Command command{
        "pipeline", "Trains over seeds, compares with baselines, draws and reports",
        "Trains every seed of training.seeds in parallel processes, calibrates the baselines, evaluates and "
        "compares everything on the same test episodes, draws the figures and writes the report. The same "
        "command continues an interrupted pipeline."};
    OptionSpec set{"--set", ArgumentKind::config_key, "KEY=VALUE", "Overrides a key of the configuration."};
    set.repeatable = true;
    command.options = {results_dir_option(), set};
    command.positionals = {{"CONFIG", "A configuration in YAML or JSON.", ArgumentKind::file, 1, 1}};
    command.examples = {{"trimtab pipeline configs/quick.yaml", "A first report within a few minutes."}};
    command.run = run_pipeline;
    return command;
}

}  // namespace trimtab::app
