// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "app/common_options.h"
#include "app/control_observer.h"
#include "app/exit_code.h"
#include "app/model_options.h"
#include "app/offscreen.h"
#include "core/agent/policy_factory.h"
#include "core/cluster_api/live/control_run.h"
#include "core/runtime/command_line_secrets.h"

namespace trimtab::app {
namespace {

Expected<int> restore(const Arguments& arguments, Session& session) {
    auto config = configuration(arguments, {});
    if (!config) return Unexpected<Error>(config.error());
    const auto restored = cluster_api::restore_all(
        *config, cluster_api::Journal::default_folder(), arguments.has("--force"),
        [&](const std::string& line) { session.console.print_line(line); }, session.stop);
    if (!restored) return Unexpected<Error>(restored.error());
    if (*restored == 0) session.console.print_line("nothing to restore");
    return exit_done;
}

Expected<int> control(const Arguments& arguments, Session& session) {
    start_event_loop();
    if (arguments.has("--restore")) return restore(arguments, session);
    if (arguments.has("--model") && arguments.has("--policy"))
        return fail(ErrorCode::invalid_argument, "one session has one policy: give --model or --policy");
    cluster_api::ControlRequest request;
    std::vector<std::string> more;
    if (arguments.has("--mode")) more.push_back("cluster.mode=" + arguments.text("--mode"));
    // A model brings the configuration that it was trained with, its kind of observation above all.
    auto config = evaluation_configuration(arguments, more);
    if (!config) return Unexpected<Error>(config.error());
    request.config = std::move(*config);
    request.model = arguments.text("--model");
    request.policy = arguments.text("--policy");
    request.results_dir = arguments.text("--results-dir", "rl");
    request.record = !arguments.has("--no-recording");
    request.command_line = session.command_line;
    request.max_steps = arguments.integer("--steps", 0);
    request.secrets = runtime::command_line_secrets(
        [&](const std::string& text) { session.console.warning(text); }, session.stop);
    cluster_api::ControlDesk desk;
    const ControlObserver observer(session.console, desk,
                                   {.json = arguments.has("--json"), .views = false, .decisions = true});
    session.console.info("mode " + cluster_api::mode_name(request.config.cluster.mode) +
                         "; Ctrl+C restores the replicas and ends");
    const auto run = cluster_api::run_control(request, desk, session.stop);
    if (!run) return Unexpected<Error>(run.error());
    const auto& summary = run->summary;
    session.console.info(std::to_string(summary.steps) + " steps, " + std::to_string(summary.writes) +
                         " changes, " + std::to_string(summary.held_decisions) +
                         " decisions held for want of data");
    if (!summary.left_alone.empty()) session.console.warning("left alone: " + summary.left_alone);
    if (!run->folder.empty()) session.console.print_line(run->folder.string());
    return session.stop.stop_requested() ? exit_interrupted : exit_done;
}

}  // namespace

Command control_command() {
    Command command{"control", "Lets a policy run a live cluster",
                    "Runs a policy on the configured Deployments, headless. Mode observe reads, shadow "
                    "decides and logs, confirm "
                    "asks before every change, auto acts. The shield limits every change, the original "
                    "replicas are journalled "
                    "before the first one and restored at the end, also at the next start after a crash. "
                    "Where somebody else scales, or the Lease is lost, it pauses and says why; g and Enter "
                    "goes on. One line a decision; "
                    "the last line is the folder with the recording and audit.jsonl."};
    OptionSpec model{"--model", ArgumentKind::file, "FILE",
                     "A checkpoint, or a run folder for its best model."};
    OptionSpec policy{"--policy", ArgumentKind::choice, "NAME", "A policy by name."};
    for (const agent::PolicyEntry& entry : agent::policy_table())
        if (entry.name != "planner") policy.choices.push_back(entry.name);
    OptionSpec mode{"--mode", ArgumentKind::choice, "MODE", "What the policy may do, over cluster.mode."};
    mode.choices = {"observe", "shadow", "confirm", "auto"};
    OptionSpec steps{"--steps", ArgumentKind::integer, "N", "Ends after so many steps."};
    steps.minimum = 1;
    steps.maximum = largest_whole;
    command.options = joined_options(
        {model,
         policy,
         mode,
         steps,
         {"--restore", ArgumentKind::flag, "", "Only puts back the replicas that a dead session left."},
         {"--force", ArgumentKind::flag, "", "With --restore: also counts that somebody else has set since."},
         {"--no-recording", ArgumentKind::flag, "", "Leaves no run folder and no audit log."},
         results_dir_option(),
         json_option()},
        config_options());
    command.examples = {
        {"trimtab control --config configs/production.yaml --policy rule --mode shadow",
         "Decides, changes nothing."},
        {"trimtab control --config configs/production.yaml --model rl/training_... --mode auto",
         "Lets a model act."},
        {"trimtab control --restore --config configs/production.yaml", "After a crash."}};
    command.run = control;
    return command;
}

}  // namespace trimtab::app
