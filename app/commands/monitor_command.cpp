// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include "app/commands/commands.h"
#include "app/common_options.h"
#include "app/control_observer.h"
#include "app/exit_code.h"
#include "app/offscreen.h"
#include "core/cluster_api/live/control_run.h"
#include "core/runtime/command_line_secrets.h"

namespace trimtab::app {
namespace {

Expected<int> monitor(const Arguments& arguments, Session& session) {
    cluster_api::ControlRequest request;
    auto config = configuration(arguments, {"cluster.mode=observe", "cluster.drive_load=false"});
    if (!config) return Unexpected<Error>(config.error());
    request.config = std::move(*config);
    const double interval_s = arguments.number("--interval", 5);
    request.config.environment.action_interval = std::floor(interval_s);
    request.config.environment.episode_duration = 1000 * request.config.environment.action_interval;
    request.config.environment.warm_up = 0;
    request.command_line = session.command_line;
    request.max_observations = arguments.integer("--ticks", 0);
    request.record = arguments.has("--record");
    request.results_dir = arguments.text("--results-dir", "rl");
    request.restore_leftover = false;
    start_event_loop();
    request.secrets = runtime::command_line_secrets(
        [&](const std::string& text) { session.console.warning(text); }, session.stop);
    cluster_api::ControlDesk desk;
    const ControlObserver observer(session.console, desk,
                                   {.json = arguments.has("--json"), .views = true, .decisions = false});
    const auto run = cluster_api::run_control(request, desk, session.stop);
    if (!run) return Unexpected<Error>(run.error());
    if (!run->folder.empty()) session.console.info("recorded in " + run->folder.string());
    return session.stop.stop_requested() ? exit_interrupted : exit_done;
}

}  // namespace

Command monitor_command() {
    Command command{
        "monitor", "Watches a live cluster",
        "Prints one line a tick about the configured Deployments: ready and desired replicas, latency, "
        "throughput, users and utilisation. Tick 1 is what is seen first; counts and costs begin with tick "
        "2. Reads only; a dash or null stands for no data."};
    OptionSpec interval{"--interval", ArgumentKind::number, "S", "Seconds between two ticks."};
    interval.minimum = 1;
    interval.maximum = 3600;
    interval.default_text = "5";
    OptionSpec ticks{"--ticks", ArgumentKind::integer, "N", "Ends after so many ticks."};
    ticks.minimum = 1;
    ticks.maximum = largest_whole;
    command.options = joined_options(
        config_options(), {interval,
                           ticks,
                           {"--record", ArgumentKind::flag, "", "Leaves a run folder, for replay and fit."},
                           results_dir_option(),
                           json_option()});
    command.examples = {
        {"trimtab monitor --config configs/production.yaml", "Watches until Ctrl+C."},
        {"trimtab monitor --config configs/production.yaml --json --ticks 1", "One picture for a script."}};
    command.run = monitor;
    return command;
}

}  // namespace trimtab::app
