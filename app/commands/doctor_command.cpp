// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <filesystem>
#include <sstream>
#include <system_error>

#include "app/commands/commands.h"
#include "app/common_options.h"
#include "app/exit_code.h"
#include "app/offscreen.h"
#include "core/base/scratch_folder.h"
#include "core/cluster_api/live/doctor.h"
#include "core/cluster_api/live/journal.h"
#include "core/environment/make_environment.h"
#include "core/results/training_session.h"
#include "core/runtime/command_line_secrets.h"
#include "core/runtime/machine_examination.h"
#include "core/runtime/support_bundle.h"
#include "ui/figures/training_progress_picture.h"

namespace trimtab::app {
namespace {

using cluster_api::DoctorFinding;
using cluster_api::DoctorResult;

/// What a check found, in words.
using Finding = Expected<std::string>;

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

/// A text of several lines, all behind its title.
void print_indented(std::string title, const std::string& text, Console& console) {
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line); title.assign(title.size(), ' '))
        console.print_line(title + line);
}

void print_finding(const DoctorFinding& finding, Console& console) {
    static constexpr std::array<const char*, 3> marks = {"ok      ", "FAILED  ", "skipped "};
    console.print_line(marks[static_cast<std::size_t>(finding.result)] + finding.connection + ", " +
                       finding.step + ": " + finding.text);
    print_indented("        cause: ", finding.cause, console);
    print_indented("        fix:   ", finding.fix, console);
}

/// Collects findings, and shows each at once.
class Report {
  public:
    Report(Console& console, bool json) : console_(console), json_(json) {}

    void add(const DoctorFinding& finding) {
        findings_.push_back(finding);
        if (!json_) print_finding(finding, console_);
    }
    [[nodiscard]] cluster_api::DoctorSink sink() {
        return [this](const DoctorFinding& finding) { add(finding); };
    }
    [[nodiscard]] const std::vector<DoctorFinding>& findings() const { return findings_; }
    [[nodiscard]] bool failed() const {
        return std::any_of(findings_.begin(), findings_.end(),
                           [](const DoctorFinding& f) { return f.result == DoctorResult::failed; });
    }

  private:
    Console& console_;
    bool json_;
    std::vector<DoctorFinding> findings_;
};

/// What only a command line tries: an episode, an update, a figure.
Expected<int> try_installation(Report& report, Session& session) {
    const ScratchFolder scratch;
    const auto sink = cluster_api::with_times(report.sink());
    const auto tell = [&](const char* step, const Finding& finding) {
        sink({"Machine", step, finding ? DoctorResult::passed : DoctorResult::failed,
              finding ? *finding : finding.error().to_string(), "", ""});
    };
    tell("environment", play_episode());
    if (!session.stop.stop_requested()) tell("training", train_once(scratch.path(), session.stop));
    if (session.stop.stop_requested()) return fail(ErrorCode::cancelled, "Stopped during the examination.");
    return report.failed() ? exit_failed : exit_done;
}

Expected<int> examine_services(const config::Config& config, const cluster_api::SecretReader& secrets,
                               Report& report, Session& session) {
    const bool sound = !report.failed();
    const auto healthy = cluster_api::examine_connections(config, secrets, report.sink(), session.stop);
    if (!healthy) return Unexpected<Error>(healthy.error());
    if (!*healthy) return exit_unreachable;
    return sound ? exit_done : exit_failed;
}

Expected<void> check_report_name(const Arguments& arguments) {
    std::error_code ignored;
    if (!arguments.has("--save") || !std::filesystem::exists(arguments.text("--save"), ignored)) return {};
    return fail(ErrorCode::invalid_argument, arguments.text("--save") + " exists; choose another name");
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
    if (auto free = check_report_name(arguments); !free) return Unexpected<Error>(free.error());
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
    Report report(session.console, arguments.has("--json"));
    (void)runtime::examine_machine(*config, report.sink());
    const auto code =
        offline ? try_installation(report, session) : examine_services(*config, secrets, report, session);
    if (!code) return Unexpected<Error>(code.error());
    if (arguments.has("--json")) session.console.print_line(cluster_api::encode_findings(report.findings()));
    if (arguments.has("--save")) {
        const runtime::SupportBundle bundle{*config, report.findings(), arguments.text("--results-dir", "rl"),
                                            cluster_api::Journal::default_folder(), std::move(used)};
        const auto packed = runtime::write_support_bundle(bundle, arguments.text("--save"));
        if (!packed) return Unexpected<Error>(packed.error());
        for (const std::string& name : *packed) session.console.info("packed " + name);
        session.console.info("no secret is in " + arguments.text("--save") +
                             ", but names and addresses are: look through it before you send it");
    }
    return *code;
}

}  // namespace

Command doctor_command() {
    Command command{"doctor", "Checks this machine and the connections",
                    "Examines this machine (libraries, BLAS, CUDA, memory), then every connection of the "
                    "configuration in "
                    "the order in which it can fail: address, name, port, TLS, identity, permission, data. A "
                    "failing step "
                    "tells its cause and a fix to copy. With --offline it opens no connection and tries one "
                    "seeded episode, "
                    "one update and one figure instead."};
    command.options = joined_options(
        {{"--offline", ArgumentKind::flag, "", "Checks this machine only, no connection."},
         {"--query", ArgumentKind::text, "PROMQL", "Tries one query on Prometheus and shows its value."},
         {"--role", ArgumentKind::flag, "",
          "Prints the least Role that suffices, filled in, to apply with kubectl."},
         {"--save", ArgumentKind::file, "FILE",
          "Also saves a report as a ZIP file: the findings, the configuration, versions and the newest live "
          "session, to send with a "
          "problem; secrets are taken out."},
         {"--results-dir", ArgumentKind::directory, "DIR",
          "With --save: where the live session is looked for."},
         json_option()},
        config_options());
    command.examples = {
        {"trimtab doctor --config configs/production.yaml",
         "Kubernetes, Prometheus and Locust, step by step."},
        {"trimtab doctor --config configs/production.yaml --query 'avg(DCGM_FI_DEV_GPU_UTIL)'",
         "Tries a query."},
        {"trimtab doctor --config configs/production.yaml --role | kubectl apply -f -",
         "Grants what is needed."},
        {"trimtab doctor --config configs/production.yaml --save support.zip",
         "Saves what somebody who helps has to see."},
        {"trimtab doctor --offline", "Is this installation sound?"}};
    command.run = doctor;
    return command;
}

}  // namespace trimtab::app
