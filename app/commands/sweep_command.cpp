// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>

#include "app/commands/commands.h"
#include "app/common_options.h"
#include "app/exit_code.h"
#include "app/model_options.h"
#include "app/offscreen.h"
#include "app/sweep_kubernetes.h"
#include "app/sweep_processes.h"
#include "app/sweep_slurm.h"
#include "core/base/sha256.h"
#include "core/results/atomic_file.h"
#include "core/results/build_info.h"
#include "core/results/evaluation_folder.h"
#include "core/results/sweep_report.h"
#include "core/results/sweep_session.h"
#include "core/training/sweep_plan.h"
#include "ui/figures/figure_set.h"
#include "ui/figures/report_export.h"
#include "ui/figures/report_set.h"
#include "ui/figures/training_progress_picture.h"

namespace trimtab::app {
namespace {

using training::SweepPlan;
using Path = std::filesystem::path;

/// A sweep that a command works on.
struct Sweep {
    SweepPlan plan;
    Path results_dir;
    Path folder;
};

Expected<Sweep> open_sweep(const Arguments& arguments) {
    auto file = training::read_sweep_file(arguments.positionals().front());
    if (!file) return Unexpected<Error>(file.error());
    for (const std::string& set : arguments.all("--set")) file->overrides.push_back(set);
    auto plan = SweepPlan::make(std::move(*file));
    if (!plan) return Unexpected<Error>(plan.error());
    if (auto checked = results::check_sweep_metric(*plan); !checked)
        return Unexpected<Error>(checked.error());
    const Path results_dir = arguments.text("--results-dir", "rl");
    const Path folder = results::sweep_folder(results_dir, plan->file().name);
    return Sweep{std::move(*plan), results_dir, folder};
}

Expected<void> make_folder(const Path& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (!error) return {};
    return fail(ErrorCode::io_error,
                "cannot be made: " + error.message() + "; name another folder with --results-dir",
                folder.string());
}

/// A submission that was refused leaves no folder; one that holds something stays.
void remove_if_empty(const Sweep& sweep) {
    std::error_code stays;
    std::filesystem::remove(sweep.folder, stays);
    std::filesystem::remove(sweep.results_dir, stays);
}

/// --index: one row in this process.
Expected<int> run_row(const Sweep& sweep, int index, Session& session) {
    if (index >= sweep.plan.rows())
        return fail(ErrorCode::invalid_argument,
                    "--index must be less than the number of runs, " + std::to_string(sweep.plan.rows()));
    if (auto made = make_folder(sweep.folder); !made) return Unexpected<Error>(made.error());
    results::TrainingHooks hooks;
    hooks.progress = [&](const results::TrainingStatus& status) {
        session.console.progress(status.fraction, status.eta_s, std::to_string(status.steps) + " steps");
    };
    hooks.draw_progress = [](const results::TrainingProgress& progress, const Path& png) {
        start_offscreen_graphics();
        return ui::draw_training_progress(progress, png);
    };
    const auto record =
        results::run_sweep_row(sweep.plan, index, sweep.folder, session.command_line, session.stop, hooks);
    session.console.end_progress();
    if (!record) return Unexpected<Error>(record.error());
    session.console.print_line((sweep.folder / record->training).string());
    return exit_done;
}

/// --plan: the table of runs and what is done of them.
Expected<int> show_plan(const Sweep& sweep, const Arguments& arguments, Session& session) {
    const auto start = std::chrono::steady_clock::now();
    const auto keys = training::plan_keys(sweep.plan);
    if (!keys) return Unexpected<Error>(keys.error());
    const std::chrono::duration<double> planning = std::chrono::steady_clock::now() - start;
    const auto records = results::read_sweep_rows(sweep.folder, *keys);
    if (!records) return Unexpected<Error>(records.error());
    if (!arguments.has("--json")) {
        session.console.print(results::sweep_table_csv(sweep.plan, *records));
        return exit_done;
    }
    int finished = 0, failed = 0;
    for (const auto& record : *records) {
        finished += record.state == results::SweepRowState::finished ? 1 : 0;
        failed += record.state == results::SweepRowState::failed ? 1 : 0;
    }
    const nlohmann::ordered_json out = {{"sweep", sweep.plan.file().name},
                                        {"folder", sweep.folder.string()},
                                        {"runs", sweep.plan.rows()},
                                        {"configurations", sweep.plan.cases()},
                                        {"seeds", sweep.plan.file().seeds},
                                        {"patterns", sweep.plan.file().patterns},
                                        {"finished", finished},
                                        {"failed", failed},
                                        {"planning_s", planning.count()}};
    session.console.print_line(out.dump(2));
    return exit_done;
}

/// What the comparison with the baselines rests on: the same runs need no second one.
std::string comparison_signature(const Sweep& sweep, const std::vector<results::SweepRowRecord>& records) {
    std::string text = sweep.plan.file().metric;
    for (const std::string& policy : sweep.plan.file().policies) text += " " + policy;
    for (const auto& record : records)
        if (record.state == results::SweepRowState::finished) text += "\n" + record.key + record.version;
    return sha256_hex(text);
}

/// The folder of the comparison with this signature; empty: there is none.
std::string known_comparison(const Path& note, const std::string& signature) {
    const auto text = results::read_file(note);
    if (!text) return {};
    const auto document = nlohmann::json::parse(*text, nullptr, false);
    if (!document.is_object() || document.value("signature", "") != signature) return {};
    const std::string name = document.value("folder", "");
    return std::filesystem::exists(note.parent_path() / name) ? name : std::string();
}

/// The comparison of the best configurations with the baselines, written beside the runs.
Expected<void> write_comparison(const Sweep& sweep, const results::SweepResult& result,
                                const std::vector<results::SweepRowRecord>& records, Session& session) {
    const Path note = sweep.folder / "comparison.json";
    const std::string signature = comparison_signature(sweep, records);
    if (!known_comparison(note, signature).empty()) return {};
    const auto run = results::compare_sweep(sweep.plan, result, records, sweep.folder, session.stop,
                                            console_hooks(session));
    session.console.end_progress();
    if (!run) return Unexpected<Error>(run.error());
    const auto config = results::sweep_comparison_config(sweep.plan, result);
    if (!config) return Unexpected<Error>(config.error());
    const auto folder = results::write_comparison(sweep.folder, *config, run->evaluation, run->comparison,
                                                  session.command_line);
    if (!folder) return Unexpected<Error>(folder.error());
    start_offscreen_graphics();
    if (auto drawn = ui::draw_comparison(*run, *config, *folder); !drawn) return drawn;
    if (auto written = ui::write_reports(*run, *folder, config->figures.anonymous); !written) return written;
    session.console.info("compared with the baselines in " + folder->string());
    const nlohmann::json document = {{"signature", signature}, {"folder", folder->filename().string()}};
    return results::write_file_atomically(note, document.dump(2) + "\n");
}

/// The result for machines; `use` of the processes that ran for it now.
std::string result_json(const results::SweepResult& result, const std::optional<SlotUse>& use) {
    if (!use) return results::sweep_to_json(result);
    auto document = nlohmann::ordered_json::parse(results::sweep_to_json(result));
    document["processes"] = {{"at_a_time", use->slots},
                             {"wall_s", use->wall_s},
                             {"cpu_s", use->cpu_s},
                             {"occupied_fraction", use->occupied_fraction()},
                             {"cpu_fraction", use->cpu_fraction()}};
    return document.dump(2);
}

Expected<int> tell_result(const Sweep& sweep, const std::vector<results::SweepRowRecord>& records,
                          const std::optional<SlotUse>& use, const Arguments& arguments, Session& session) {
    const auto result = results::write_sweep_result(sweep.plan, records, sweep.folder);
    if (!result) return Unexpected<Error>(result.error());
    const results::Report report = results::sweep_report(*result, results::program_name());
    start_offscreen_graphics();
    for (const char* name : {"sweep_report.html", "sweep_report.pdf"})
        if (auto written = ui::write_report(report, {.preset = "ieee-page"}, sweep.folder / name); !written)
            return Unexpected<Error>(written.error());
    if (!arguments.has("--no-baselines")) {
        auto compared = write_comparison(sweep, *result, records, session);
        if (!compared && compared.error().code != ErrorCode::unsupported)
            return Unexpected<Error>(compared.error());
        if (!compared) session.console.warning(compared.error().to_string());
    }
    if (arguments.has("--json"))
        session.console.print_line(result_json(*result, use));
    else
        session.console.print(results::report_to_text(report));
    session.console.info("written to " + sweep.folder.string());
    return result->partial() ? exit_failed : exit_done;
}

Expected<int> run_here(const Sweep& sweep, const Arguments& arguments, bool only_collect, Session& session) {
    const auto keys = training::plan_keys(sweep.plan);
    if (!keys) return Unexpected<Error>(keys.error());
    if (only_collect && !std::filesystem::exists(sweep.folder))
        return fail(ErrorCode::not_found, "there is no such sweep folder yet; run the sweep first",
                    sweep.folder.string());
    if (auto made = make_folder(sweep.folder); !made) return Unexpected<Error>(made.error());
    const auto lock = results::FolderLock::take(sweep.folder, 0);
    if (!lock) return Unexpected<Error>(lock.error());
    auto records = results::read_sweep_rows(sweep.folder, *keys);
    if (!records) return Unexpected<Error>(records.error());
    std::optional<SlotUse> use;
    if (!only_collect) {
        if (auto written = results::write_sweep_table(sweep.plan, *records, sweep.folder); !written)
            return Unexpected<Error>(written.error());
        const SweepCall call{sweep.plan, *keys, sweep.results_dir, arguments.all("--set"),
                             static_cast<int>(arguments.integer("--parallel", sweep.plan.file().parallel))};
        const auto ran = run_sweep_processes(call, *records, session);
        if (!ran) return Unexpected<Error>(ran.error());
        if (ran->wall_s > 0) use = *ran;
    }
    if (use)
        session.console.info("the runs took " + format_duration(use->wall_s) + "; " +
                             format_fixed(100 * use->occupied_fraction(), 1) + " % of the time of " +
                             std::to_string(use->slots) + " places was used");
    return tell_result(sweep, *records, use, arguments, session);
}

bool all_finished(const std::vector<results::SweepRowRecord>& records) {
    return std::all_of(records.begin(), records.end(),
                       [](const auto& record) { return record.state == results::SweepRowState::finished; });
}

/// --on slurm: rendered, submitted, followed, collected.
Expected<int> run_on_slurm(const Sweep& sweep, const Arguments& arguments, Session& session) {
    const auto keys = training::plan_keys(sweep.plan);
    if (!keys) return Unexpected<Error>(keys.error());
    const auto records = results::read_sweep_rows(sweep.folder, *keys);
    if (!records) return Unexpected<Error>(records.error());
    const std::vector<std::string> overrides = arguments.all("--set");
    const SlurmSweep there{sweep.plan,
                           *keys,
                           *records,
                           sweep.results_dir,
                           sweep.folder,
                           overrides,
                           static_cast<int>(arguments.integer("--parallel", 0))};
    if (arguments.has("--render")) {
        const auto script = render_sweep(there);
        if (!script) return Unexpected<Error>(script.error());
        session.console.print(*script);
        return exit_done;
    }
    if (!arguments.has("--collect") && !all_finished(*records)) {
        if (auto made = make_folder(sweep.folder); !made) return Unexpected<Error>(made.error());
        if (auto written = results::write_sweep_table(sweep.plan, *records, sweep.folder); !written)
            return Unexpected<Error>(written.error());
        const auto ended = run_sweep_on_slurm(there, arguments.has("--detach"), session);
        if (!ended) return Unexpected<Error>(ended.error());
        if (!*ended) return exit_done;
    }
    return run_here(sweep, arguments, true, session);
}

/// --on kubernetes: rendered, submitted, followed, collected.
Expected<int> run_on_kubernetes(const Sweep& sweep, const Arguments& arguments, Session& session) {
    start_offscreen_graphics();  // the connection needs its event loop, the report its fonts
    const auto keys = training::plan_keys(sweep.plan);
    if (!keys) return Unexpected<Error>(keys.error());
    auto records = results::read_sweep_rows(sweep.folder, *keys);
    if (!records) return Unexpected<Error>(records.error());
    const ClusterSweep there{sweep.plan,
                             *keys,
                             *records,
                             sweep.folder,
                             arguments.text("--kubeconfig"),
                             arguments.text("--context")};
    if (arguments.has("--render")) {
        const auto manifest = render_sweep(there);
        if (!manifest) return Unexpected<Error>(manifest.error());
        session.console.print(*manifest);
        return exit_done;
    }
    if (auto made = make_folder(sweep.folder); !made) return Unexpected<Error>(made.error());
    if (arguments.has("--collect")) {
        if (auto got = download_sweep(sweep.plan, sweep.folder, session); !got)
            return Unexpected<Error>(got.error());
        return run_here(sweep, arguments, true, session);
    }
    if (!all_finished(*records)) {
        const auto ended = run_sweep_on_kubernetes(there, arguments.has("--detach"), session);
        if (!ended) {
            remove_if_empty(sweep);
            return Unexpected<Error>(ended.error());
        }
        if (!*ended) return exit_done;
    }
    return run_here(sweep, arguments, true, session);
}

Expected<int> run_sweep(const Arguments& arguments, Session& session) {
    const auto sweep = open_sweep(arguments);
    if (!sweep) return Unexpected<Error>(sweep.error());
    if (arguments.has("--plan")) return show_plan(*sweep, arguments, session);
    if (arguments.has("--index"))
        return run_row(*sweep, static_cast<int>(arguments.integer("--index", 0)), session);
    const std::string place = arguments.text("--on", "local");
    if (place == "slurm") return run_on_slurm(*sweep, arguments, session);
    if (place == "kubernetes") return run_on_kubernetes(*sweep, arguments, session);
    if (arguments.has("--render"))
        return fail(ErrorCode::invalid_argument, "--render goes with --on kubernetes or --on slurm");
    return run_here(*sweep, arguments, arguments.has("--collect"), session);
}

}  // namespace

Command sweep_command() {
    Command command{
        "sweep", "Trains seeds x configurations x patterns and finds the best by its interval",
        "Runs every combination of a sweep file as a training run with an evaluation, in parallel processes "
        "on "
        "this machine, as an Indexed Job on Kubernetes or as an array job on Slurm, and compares the "
        "configurations: mean and interval over "
        "training seeds, differences to the best, then the best against the baselines. The same command "
        "continues an interrupted sweep; finished runs are never repeated."};
    OptionSpec on{"--on", ArgumentKind::choice, "PLACE", "Where the runs run."};
    on.choices = {"local", "kubernetes", "slurm"};
    on.default_text = "local";
    OptionSpec parallel{"--parallel", ArgumentKind::integer, "N",
                        "Runs at a time on this machine or on Slurm."};
    parallel.minimum = 1;
    parallel.maximum = 10000;
    parallel.default_text = "sweep.parallel, else one a core";
    OptionSpec index{"--index", ArgumentKind::integer, "N",
                     "Runs one row here: what a cluster's task calls."};
    index.maximum = training::most_sweep_rows;
    OptionSpec set{"--set", ArgumentKind::config_key, "KEY=VALUE",
                   "Overrides a key of every configuration, before the grid."};
    set.repeatable = true;
    command.options = {
        on,
        parallel,
        {"--plan", ArgumentKind::flag, "", "Prints the table of runs as CSV and runs nothing."},
        {"--render", ArgumentKind::flag, "", "Prints what would be submitted, for review."},
        {"--detach", ArgumentKind::flag, "", "Submits to Kubernetes or Slurm and does not wait for the end."},
        {"--collect", ArgumentKind::flag, "", "Runs nothing; reports on the runs that are finished."},
        index,
        {"--kubeconfig", ArgumentKind::file, "FILE", "Instead of KUBECONFIG or ~/.kube/config."},
        {"--context", ArgumentKind::text, "NAME", "A context of the kubeconfig instead of its current one."},
        {"--no-baselines", ArgumentKind::flag, "", "Leaves out the comparison with the baselines."},
        results_dir_option(),
        set,
        json_option()};
    command.positionals = {{"FILE", "A sweep in YAML.", ArgumentKind::file, 1, 1}};
    command.examples = {{"trimtab sweep configs/sweeps/entropy.yaml", "Runs it, or goes on with it."},
                        {"trimtab sweep configs/sweeps/entropy.yaml --plan", "What would run?"},
                        {"trimtab sweep mine.yaml --on kubernetes --render", "What would be submitted?"},
                        {"trimtab sweep configs/sweeps/entropy.yaml --on slurm",
                         "Submits an array job, follows it, collects."}};
    command.run = run_sweep;
    return command;
}

}  // namespace trimtab::app
