// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <filesystem>
#include <functional>
#include <nlohmann/json.hpp>
#include <system_error>

#include "app/commands/commands.h"
#include "app/common_options.h"
#include "app/exit_code.h"
#include "app/offscreen.h"
#include "core/agent/blas.h"
#include "core/environment/make_environment.h"
#include "core/results/build_info.h"
#include "core/results/training_session.h"
#include "ui/figures/training_progress_picture.h"

namespace trimtab::app {
namespace {

/// A folder that is removed at the end.
class ScratchFolder {
  public:
    ScratchFolder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "trimtab-doctor-XXXXXX").string();
        if (mkdtemp(pattern.data()) != nullptr) path_ = pattern;
    }
    ~ScratchFolder() {
        std::error_code ignored;
        if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

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

Expected<int> doctor(const Arguments& arguments, Session& session) {
    if (!arguments.has("--offline"))
        return fail(ErrorCode::unsupported,
                    "connections cannot be checked yet; add --offline to check this machine");
    const ScratchFolder scratch;
    const std::vector<Check> checks = {
        {"libraries", find_libraries},
        {"BLAS", find_blas},
        {"environment", play_episode},
        {"training", [&] { return train_once(scratch.path(), session.stop); }}};
    nlohmann::ordered_json report = nlohmann::ordered_json::array();
    bool healthy = true;
    for (const Check& check : checks) {
        const auto start = std::chrono::steady_clock::now();
        const Finding finding = check.run();
        const double wall_s = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        healthy = healthy && finding.has_value();
        const std::string text = finding ? *finding : finding.error().to_string();
        report.push_back(
            {{"check", check.name}, {"passed", finding.has_value()}, {"finding", text}, {"wall_s", wall_s}});
        if (!arguments.has("--json"))
            session.console.print_line((finding ? "ok      " : "FAILED  ") + check.name + ": " + text);
        if (session.stop.stop_requested()) return exit_interrupted;
    }
    if (arguments.has("--json"))
        session.console.print_line(
            report.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
    return healthy ? exit_done : exit_failed;
}

}  // namespace

Command doctor_command() {
    Command command{"doctor", "Checks that everything works here",
                    "Tells the libraries that were found, plays one seeded episode, makes one update and "
                    "draws one figure."};
    command.options = {{"--offline", ArgumentKind::flag, "", "Checks this machine only, no connection."},
                       json_option()};
    command.run = doctor;
    return command;
}

}  // namespace trimtab::app
