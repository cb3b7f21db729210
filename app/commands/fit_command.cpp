// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <nlohmann/json.hpp>

#include "app/commands/commands.h"
#include "app/common_options.h"
#include "app/exit_code.h"
#include "app/text_table.h"
#include "core/config/config_value.h"
#include "core/results/atomic_file.h"
#include "core/results/run_folder.h"
#include "core/results/simulator_fit.h"

namespace trimtab::app {
namespace {

using Json = nlohmann::ordered_json;

/// The fitted keys as a configuration file.
std::string fit_yaml(const results::SimulatorFit& fit) {
    std::string text = "simulator:\n";
    const auto add = [&text](const std::string& key, double value) {
        text += "  " + key + ": " + config::format_number(std::round(value * 1e6) / 1e6) + "\n";
    };
    for (const auto& parameter : fit.parameters)
        add(parameter.key.substr(parameter.key.find('.') + 1), parameter.after);
    if (fit.startups_gpu > 0) add("gpu_startup_cv", fit.simulator.gpu_startup_cv);
    if (fit.startups_cpu > 0) add("cpu_startup_cv", fit.simulator.cpu_startup_cv);
    return text;
}

Json error_json(const results::FitError& error) {
    const auto number = [](double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); };
    return {{"windows", error.windows},
            {"latency_p95_percent", number(error.latency_p95_percent)},
            {"throughput_percent", number(error.throughput_percent)},
            {"gpu_utilization_points", number(error.gpu_utilization_points)},
            {"cpu_utilization_points", number(error.cpu_utilization_points)},
            {"ready_pods", number(error.ready_pods)}};
}

std::string fit_json(const results::SimulatorFit& fit) {
    Json parameters = Json::object();
    for (const auto& parameter : fit.parameters)
        parameters[parameter.key] = {
            {"before", parameter.before}, {"after", parameter.after}, {"note", parameter.note}};
    const Json document = {{"parameters", parameters},
                           {"before", error_json(fit.before)},
                           {"after", error_json(fit.after)},
                           {"held_out", error_json(fit.held_out)}};
    return document.dump(2, ' ', false, Json::error_handler_t::replace);
}

void print_fit(const results::SimulatorFit& fit, Console& console) {
    TextTable parameters({"parameter", "before", "fitted", "note"});
    for (const auto& parameter : fit.parameters)
        parameters.add_row({parameter.key, format_fixed(parameter.before, 4),
                            format_fixed(parameter.after, 4), parameter.note});
    TextTable errors({"error of the fit", "before", "fitted", "held out"});
    const auto row = [&](const char* name, double results::FitError::*field, const char* unit) {
        errors.add_row({std::string(name) + ", " + unit, format_fixed(fit.before.*field, 1),
                        format_fixed(fit.after.*field, 1), format_fixed(fit.held_out.*field, 1)});
    };
    row("latency p95", &results::FitError::latency_p95_percent, "%");
    row("throughput", &results::FitError::throughput_percent, "%");
    row("GPU utilisation", &results::FitError::gpu_utilization_points, "points");
    row("CPU utilisation", &results::FitError::cpu_utilization_points, "points");
    row("ready pods", &results::FitError::ready_pods, "pods");
    errors.add_row({"windows", std::to_string(fit.before.windows), std::to_string(fit.after.windows),
                    std::to_string(fit.held_out.windows)});
    console.print(parameters.to_string() + "\n" + errors.to_string());
}

Expected<int> fit(const Arguments& arguments, Session& session) {
    const std::filesystem::path folder = arguments.positionals().front();
    auto config = results::read_run_config(folder);
    if (!config) return Unexpected<Error>(config.error());
    session.console.info("fitting; this takes some seconds");
    const auto fitted = results::fit_simulator(folder, *config, session.stop);
    if (!fitted) return Unexpected<Error>(fitted.error());
    if (arguments.has("--json"))
        session.console.print_line(fit_json(*fitted));
    else
        print_fit(*fitted, session.console);
    if (arguments.has("--output")) {
        if (auto written = results::write_file_atomically(arguments.text("--output"), fit_yaml(*fitted));
            !written)
            return Unexpected<Error>(written.error());
        session.console.info("wrote " + arguments.text("--output"));
    } else if (!arguments.has("--json")) {
        session.console.print("\n" + fit_yaml(*fitted));
    }
    return exit_done;
}

}  // namespace

Command fit_command() {
    Command command{
        "fit", "Fits the embedded cluster to a recording",
        "Searches the embedded cluster's service times, batch law and start-up times so that it behaves as a "
        "recorded "
        "cluster did, and tells the error of the fit, also on the last quarter of the recording, which the "
        "search has "
        "not seen. The keys go into a configuration, so that training happens on a cluster like yours."};
    command.options = {{"--output", ArgumentKind::file, "FILE", "Writes the fitted keys to a YAML file."},
                       json_option()};
    command.positionals = {
        {"RECORDING", "A live or a training run folder.", ArgumentKind::directory, 1, 1, {}}};
    command.examples = {
        {"trimtab fit rl/live_20260101_120000 --output fitted.yaml", "Writes simulator keys."},
        {"trimtab train --config fitted.yaml", "Trains on the fitted cluster."}};
    command.run = fit;
    return command;
}

}  // namespace trimtab::app
