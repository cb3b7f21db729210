// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <system_error>

#include "app/commands/commands.h"
#include "app/common_options.h"
#include "app/control_observer.h"
#include "app/exit_code.h"
#include "app/offscreen.h"
#include "core/agent/blas.h"
#include "core/cluster_api/live/live_training.h"
#include "core/results/training_session.h"
#include "core/runtime/command_line_secrets.h"
#include "core/telemetry/metric_registry.h"
#include "ui/figures/training_progress_picture.h"

namespace trimtab::app {
namespace {

/// Runs shorter than this are not worth a probe that tells how long they take.
constexpr double long_run_steps = 200000;

/// Tells the updates and evaluations of a run on standard error, for --log-level debug.
class DebugRows final : public telemetry::RowSink {
  public:
    explicit DebugRows(Console& console) : console_(console) {}

    void accept(const telemetry::Row& row) override {
        if (row.kind == telemetry::RowKind::step || row.kind == telemetry::RowKind::episode) return;
        std::string text = "step " + std::to_string(row.step) + " " + row.label;
        for (const auto& [id, value] : row.values) {
            text.append(" ").append(telemetry::metric_info(id).name).append("=");
            text += format_fixed(value, 5);
        }
        console_.debug(text);
    }

  private:
    Console& console_;
};

double planned_steps(const config::Config& config) {
    const double episode_steps = config.environment.episode_duration / config.environment.action_interval;
    return config.training.total_episodes > 0
               ? static_cast<double>(config.training.total_episodes) * episode_steps
               : static_cast<double>(config.training.total_steps);
}

Expected<void> tell_estimate(const config::Config& config, const std::filesystem::path& results_dir,
                             Session& session) {
    // What a live cluster takes is its own time.
    if (config.cluster.backend != config::BackendKind::simulated || planned_steps(config) < long_run_steps ||
        !session.console.shows(LogLevel::info))
        return {};
    const auto estimate = results::estimate_training(config, session.stop);
    if (!estimate) return Unexpected<Error>(estimate.error());
    session.console.info("about " + format_duration(estimate->wall_s) + " at " +
                         format_fixed(estimate->steps_per_s, 0) + " steps/s, and " +
                         format_bytes(static_cast<double>(estimate->disk_bytes)) + " on disk");
    std::error_code error;
    const auto beside = std::filesystem::absolute(results_dir, error).parent_path();
    const auto space =
        std::filesystem::space(std::filesystem::exists(results_dir, error) ? results_dir : beside, error);
    if (!error && space.available < estimate->disk_bytes)
        session.console.warning("only " + format_bytes(static_cast<double>(space.available)) +
                                " are free there");
    return {};
}

void tell_cautions(const config::Config& config, Session& session) {
    if (const std::string warning = agent::blas_warning(); !warning.empty()) session.console.warning(warning);
    if (config.environment.reward != config::RewardForm::standard)
        session.console.warning(
            "this reward is the original project's form; it rewards the most replicas most of all");
}

Expected<results::TrainingRequest> training_request(const Arguments& arguments, Session& session) {
    results::TrainingRequest request;
    request.results_dir = arguments.text("--results-dir", "rl");
    request.command_line = session.command_line;
    request.resume = arguments.text("--resume");
    if (arguments.has("--resume")) {
        for (const char* option :
             {"--config", "--profile", "--set", "--seed", "--init-from", "--results-dir"})
            if (arguments.has(option))
                return fail(ErrorCode::invalid_argument, std::string(option) +
                                                             " does not go with --resume: a run goes on "
                                                             "with its own configuration, in its folder");
        return request;
    }
    std::vector<std::string> more;
    if (arguments.has("--seed")) more.push_back("training.seed=" + arguments.text("--seed"));
    if (arguments.has("--init-from")) more.push_back("training.init_from=" + arguments.text("--init-from"));
    auto config = configuration(arguments, more);
    if (!config) return Unexpected<Error>(config.error());
    request.config = std::move(*config);
    tell_cautions(request.config, session);
    if (auto told = tell_estimate(request.config, request.results_dir, session); !told)
        return Unexpected<Error>(told.error());
    return request;
}

std::string progress_text(const results::TrainingStatus& status) {
    std::string text =
        std::to_string(status.steps) + " steps  return " + format_fixed(status.recent_return, 2);
    if (std::isfinite(status.best_return)) text += "  best " + format_fixed(status.best_return, 2);
    if (status.steps_per_s > 0) text += "  " + format_fixed(status.steps_per_s, 0) + " steps/s";
    return text;
}

std::string summary_json(const results::TrainingRunResult& run) {
    return nlohmann::ordered_json{{"run", run.folder.string()},
                                  {"finished", run.summary.finished},
                                  {"steps", run.summary.steps},
                                  {"episodes", run.summary.episodes},
                                  {"updates", run.summary.updates},
                                  {"wall_s", run.summary.wall_s},
                                  {"best_return", run.summary.best_return}}
        .dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

/// On a real cluster; what the shield and the cluster say goes to the log.
Expected<results::TrainingRunResult> train_on_cluster(const results::TrainingRequest& request,
                                                      Session& session, const results::TrainingHooks& hooks) {
    start_offscreen_graphics();
    cluster_api::ControlDesk desk;
    const ControlObserver observer(session.console, desk,
                                   {.json = false, .views = false, .decisions = false});
    const auto secrets = runtime::command_line_secrets(
        [&](const std::string& text) { session.console.warning(text); }, session.stop);
    return cluster_api::train_live(request, secrets, cluster_api::Journal::default_folder(), desk,
                                   session.stop, hooks);
}

Expected<int> train(const Arguments& arguments, Session& session) {
    const auto request = training_request(arguments, session);
    if (!request) return Unexpected<Error>(request.error());
    Console& console = session.console;
    DebugRows debug_rows(console);
    results::TrainingHooks hooks;
    if (console.shows(LogLevel::debug)) hooks.display = &debug_rows;
    hooks.began = [&](const std::filesystem::path& folder) {
        console.info("training in " + folder.string());
    };
    hooks.progress = [&](const results::TrainingStatus& status) {
        console.progress(status.fraction, status.eta_s, progress_text(status));
    };
    hooks.draw_progress = [](const results::TrainingProgress& progress, const std::filesystem::path& png) {
        start_offscreen_graphics();
        return ui::draw_training_progress(progress, png);
    };
    if (request->resume.empty() && request->config.cluster.backend == config::BackendKind::replay)
        return fail(ErrorCode::unsupported,
                    "a recording cannot be trained on; fit the embedded cluster to it with trimtab fit");
    const bool live = request->config.cluster.backend == config::BackendKind::live;
    const auto run = live ? train_on_cluster(*request, session, hooks)
                          : results::run_training(*request, session.stop, hooks);
    if (!run) return Unexpected<Error>(run.error());
    console.end_progress();
    const std::string folder = run->folder.string();
    if (!run->summary.finished) console.info("stopped; go on with: trimtab train --resume " + folder);
    if (arguments.has("--json")) console.print_line(summary_json(*run));
    console.print_line(folder);
    return run->summary.finished ? exit_done : exit_interrupted;
}

}  // namespace

Command train_command() {
    Command command{"train", "Trains an agent and leaves a run folder",
                    "Trains a PPO agent on the configured cluster. The last line on standard output is the "
                    "run folder, with "
                    "checkpoints, metrics, a picture and a manifest. Ctrl+C writes a checkpoint and stops; "
                    "--resume goes on."};
    command.options = joined_options(
        config_options(),
        {seed_option("Seed of the run, over the configuration's.", ""),
         results_dir_option(),
         {"--resume", ArgumentKind::directory, "RUN", "Goes on with a run that was stopped or killed."},
         {"--init-from", ArgumentKind::file, "FILE", "Starts from the weights of a checkpoint or a run."},
         {"--json", ArgumentKind::flag, "", "Prints a summary as one line of JSON before the folder."}});
    command.examples = {
        {"trimtab train --config configs/quick.yaml", "A first run of some seconds."},
        {"trimtab train --config configs/default.yaml --seed 2 --set agent.gamma=0.98",
         "The reference experiment with another seed and discount."},
        {"trimtab train --resume rl/training_20260101_120000", "Goes on where a run was stopped."}};
    command.run = train;
    return command;
}

}  // namespace trimtab::app
