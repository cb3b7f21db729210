// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>
#include <sstream>
#include <system_error>

#include "app/commands/commands.h"
#include "app/common_options.h"
#include "app/exit_code.h"
#include "app/offscreen.h"
#include "app/scratch_folder.h"
#include "app/support_bundle.h"
#include "core/agent/actor_critic_torch.h"
#include "core/agent/blas.h"
#include "core/cluster_api/live/doctor.h"
#include "core/cluster_api/live/journal.h"
#include "core/environment/make_environment.h"
#include "core/results/build_info.h"
#include "core/results/training_session.h"
#include "core/runtime/command_line_secrets.h"
#include "ui/figures/training_progress_picture.h"

namespace trimtab::app {
namespace {

/// What a check found, in words.
using Finding = Expected<std::string>;

Finding find_libraries() {
    const results::BuildInfo& build = results::build_info();
    std::string text = build.compiler + ", " + build.build_type;
    for (const auto& [name, version] : build.libraries)
        text.append(", ").append(name).append(" ").append(version);
    return text;
}

Finding find_blas() {
    const std::string warning = agent::blas_warning();
    if (!warning.empty()) return fail(ErrorCode::unsupported, warning);
    return agent::blas_name();
}

Finding play_episode() {
    auto environment = environment::make_environment(config::Config{});
    if (!environment) return Unexpected<Error>(environment.error());
    std::vector<float> input(static_cast<std::size_t>((*environment)->spaces().observation_size));
    if (const auto begun = (*environment)->reset({1, "spike"}, input); !begun)
        return Unexpected<Error>(begun.error());
    double total = 0;
    for (bool over = false; !over;) {
        const auto step = (*environment)->step(environment::Action{});
        if (!step) return Unexpected<Error>(step.error());
        total += step->reward;
        over = step->truncated || step->terminated;
    }
    return "one episode of " + std::to_string((*environment)->info().step) + " steps, return " +
           format_fixed(total, 3);
}

Finding train_once(const std::filesystem::path& scratch, StopToken stop) {
    if (scratch.empty()) return fail(ErrorCode::io_error, "no temporary folder can be made; set TMPDIR");
    results::TrainingRequest request;
    request.config.training.total_steps = request.config.agent.buffer_size;
    request.config.training.evaluation_runs = 0;
    request.results_dir = scratch;
    request.command_line = "trimtab doctor --offline";
    results::TrainingHooks hooks;
    hooks.draw_progress = [](const results::TrainingProgress& progress, const std::filesystem::path& png) {
        start_offscreen_graphics();
        return ui::draw_training_progress(progress, png);
    };
    const auto run = results::run_training(request, stop, hooks);
    if (!run) return Unexpected<Error>(run.error());
    if (run->summary.updates != 1) return fail(ErrorCode::internal, "the run made no update");
    std::error_code error;
    const auto bytes = std::filesystem::file_size(run->folder / "training_progress.png", error);
    if (error)
        return fail(ErrorCode::io_error, "no figure was drawn; is a font installed (fonts-dejavu-core)?");
    return std::to_string(run->summary.steps) + " steps, one update, one figure of " +
           format_bytes(static_cast<double>(bytes));
}

struct Check {
    std::string name;
    std::function<Finding()> run;
};

/// Memory that is free for a run, or why it may not do.
Finding find_memory() {
    constexpr double needed_bytes = 600e6;
    std::ifstream file("/proc/meminfo");
    double available_bytes = -1;
    std::string name;
    double kib = 0;
    std::string unit;
    while (file >> name >> kib && std::getline(file, unit))
        if (name == "MemAvailable:") available_bytes = kib * 1024;
    if (available_bytes < 0) return std::string("not known on this system; a run needs less than 600 MB");
    const std::string text = format_bytes(available_bytes) + " available";
    if (available_bytes < needed_bytes)
        return fail(
            ErrorCode::unsupported,
            text +
                ", and a run may need 600 MB: a smaller training.n_envs needs less; compiling needs 1.1 "
                "GB a LibTorch source");
    return text;
}

/// Whether agent.device would be honoured.
Finding find_device(const config::Config& config) {
    static constexpr std::array<const char*, 3> names = {"auto", "cpu", "cuda"};
    const bool available = agent::cuda_available();
    const std::string seen = available ? "CUDA is available" : "this LibTorch sees no CUDA device";
    if (config.agent.device == config::Device::cuda && !available)
        return fail(ErrorCode::unsupported,
                    "agent.device is cuda, but " + seen +
                        ": set it to auto or cpu, or install a LibTorch with CUDA and check nvidia-smi");
    return seen + "; agent.device " + names[static_cast<std::size_t>(config.agent.device)] + " takes the " +
           (available && config.agent.device != config::Device::cpu ? "GPU" : "CPU");
}

nlohmann::ordered_json finding_json(const cluster_api::DoctorFinding& finding) {
    static constexpr std::array<const char*, 3> results = {"passed", "failed", "skipped"};
    return {{"check", finding.connection + " " + finding.step},
            {"passed", finding.result != cluster_api::DoctorResult::failed},
            {"result", results[static_cast<std::size_t>(finding.result)]},
            {"finding", finding.text},
            {"cause", finding.cause},
            {"fix", finding.fix}};
}

/// A text of several lines, all behind its title.
void print_indented(std::string title, const std::string& text, Console& console) {
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line); title.assign(title.size(), ' '))
        console.print_line(title + line);
}

void print_finding(const cluster_api::DoctorFinding& finding, Console& console) {
    static constexpr std::array<const char*, 3> marks = {"ok      ", "FAILED  ", "skipped "};
    console.print_line(marks[static_cast<std::size_t>(finding.result)] + finding.connection + ", " +
                       finding.step + ": " + finding.text);
    print_indented("        cause: ", finding.cause, console);
    print_indented("        fix:   ", finding.fix, console);
}

/// This machine: libraries, BLAS, device, memory, an episode, an update.
Expected<bool> examine_machine(const config::Config& config, bool json, nlohmann::ordered_json& report,
                               Session& session) {
    const ScratchFolder scratch;
    const std::vector<Check> checks = {
        {"libraries", find_libraries},
        {"BLAS", find_blas},
        {"CUDA", [&] { return find_device(config); }},
        {"memory", find_memory},
        {"environment", play_episode},
        {"training", [&] { return train_once(scratch.path(), session.stop); }}};
    bool healthy = true;
    for (const Check& check : checks) {
        const auto start = std::chrono::steady_clock::now();
        const Finding finding = check.run();
        const double wall_s = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        healthy = healthy && finding.has_value();
        const std::string text = finding ? *finding : finding.error().to_string();
        report.push_back(
            {{"check", check.name}, {"passed", finding.has_value()}, {"finding", text}, {"wall_s", wall_s}});
        if (!json) session.console.print_line((finding ? "ok      " : "FAILED  ") + check.name + ": " + text);
        if (session.stop.stop_requested())
            return fail(ErrorCode::cancelled, "Stopped during the examination.");
    }
    return healthy;
}

Expected<int> examine_services(const config::Config& config, const Arguments& arguments,
                               const cluster_api::SecretReader& secrets, nlohmann::ordered_json& report,
                               Session& session) {
    const bool json = arguments.has("--json");
    bool unreachable = false;
    const auto healthy = cluster_api::examine_connections(
        config, secrets,
        [&](const cluster_api::DoctorFinding& finding) {
            unreachable = unreachable || finding.result == cluster_api::DoctorResult::failed;
            report.push_back(finding_json(finding));
            if (!json) print_finding(finding, session.console);
        },
        session.stop);
    if (!healthy) return Unexpected<Error>(healthy.error());
    return unreachable ? exit_unreachable : exit_done;
}

Expected<void> check_bundle_name(const Arguments& arguments) {
    std::error_code ignored;
    if (!arguments.has("--bundle") || !std::filesystem::exists(arguments.text("--bundle"), ignored))
        return {};
    return fail(ErrorCode::invalid_argument, arguments.text("--bundle") + " exists; choose another name");
}

Expected<int> doctor(const Arguments& arguments, Session& session) {
    auto config = configuration(arguments, {});
    if (!config) return Unexpected<Error>(config.error());
    if (arguments.has("--role")) {
        const auto manifest = cluster_api::render_role(cluster_api::role_settings(*config));
        if (!manifest) return Unexpected<Error>(manifest.error());
        session.console.print(*manifest);
        return exit_done;
    }
    if (auto free = check_bundle_name(arguments); !free) return Unexpected<Error>(free.error());
    // Those that were used, so that a bundle can be searched for them.
    std::vector<std::string> used;
    const auto secrets = [&used, ask = runtime::command_line_secrets(
                                     [&](const std::string& text) { session.console.warning(text); },
                                     session.stop)](const std::string& name) {
        auto secret = ask(name);
        if (secret) used.push_back(*secret);
        return secret;
    };
    const bool offline = arguments.has("--offline");
    if (!offline) start_event_loop();
    if (arguments.has("--query")) {
        const auto value = cluster_api::try_query(*config, arguments.text("--query"), secrets, session.stop);
        if (!value) return Unexpected<Error>(value.error());
        session.console.print_line(*value);
        return exit_done;
    }
    nlohmann::ordered_json report = nlohmann::ordered_json::array();
    int code = exit_done;
    if (offline) {
        const auto healthy = examine_machine(*config, arguments.has("--json"), report, session);
        if (!healthy) return Unexpected<Error>(healthy.error());
        code = *healthy ? exit_done : exit_failed;
    } else {
        const auto examined = examine_services(*config, arguments, secrets, report, session);
        if (!examined) return Unexpected<Error>(examined.error());
        code = *examined;
    }
    const std::string text = report.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    if (arguments.has("--json")) session.console.print_line(text);
    if (arguments.has("--bundle")) {
        SupportBundle bundle{*config, text, arguments.text("--results-dir", "rl"),
                             cluster_api::Journal::default_folder(), std::move(used)};
        const auto packed = write_support_bundle(bundle, arguments.text("--bundle"));
        if (!packed) return Unexpected<Error>(packed.error());
        for (const std::string& name : *packed) session.console.info("packed " + name);
        session.console.info("no secret is in " + arguments.text("--bundle") +
                             ", but names and addresses are: look through it before you send it");
    }
    return code;
}

}  // namespace

Command doctor_command() {
    Command command{
        "doctor", "Checks connections, or this machine",
        "Examines every connection of the configuration in the order in which it can fail: address, name, "
        "port, TLS, "
        "identity, permission, data. A failing step tells its cause and a fix to copy. With --offline it "
        "checks this "
        "machine instead: libraries, BLAS, CUDA, memory, one seeded episode, one update, one figure."};
    command.options = joined_options(
        {{"--offline", ArgumentKind::flag, "", "Checks this machine only, no connection."},
         {"--query", ArgumentKind::text, "PROMQL", "Tries one query on Prometheus and shows its value."},
         {"--role", ArgumentKind::flag, "",
          "Prints the least Role that suffices, filled in, to apply with kubectl."},
         {"--bundle", ArgumentKind::file, "ZIP",
          "Also packs the findings, the configuration, versions and the newest live session, to report a "
          "problem; secrets are taken out."},
         {"--results-dir", ArgumentKind::directory, "DIR",
          "With --bundle: where the live session is looked for."},
         json_option()},
        config_options());
    command.examples = {
        {"trimtab doctor --config configs/production.yaml",
         "Kubernetes, Prometheus and Locust, step by step."},
        {"trimtab doctor --config configs/production.yaml --query 'avg(DCGM_FI_DEV_GPU_UTIL)'",
         "Tries a query."},
        {"trimtab doctor --config configs/production.yaml --role | kubectl apply -f -",
         "Grants what is needed."},
        {"trimtab doctor --config configs/production.yaml --bundle support.zip",
         "Packs what somebody who helps has to see."},
        {"trimtab doctor --offline", "Is this installation sound?"}};
    command.run = doctor;
    return command;
}

}  // namespace trimtab::app
