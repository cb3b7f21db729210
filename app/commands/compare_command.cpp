// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <sstream>

#include "app/commands/commands.h"
#include "app/common_options.h"
#include "app/exit_code.h"
#include "app/model_options.h"
#include "app/offscreen.h"
#include "core/config/config_reader.h"
#include "core/environment/seed_plan.h"
#include "core/results/comparison_json.h"
#include "core/results/comparison_report.h"
#include "core/results/comparison_session.h"
#include "core/results/evaluation_folder.h"
#include "core/results/reward_laboratory.h"
#include "core/results/reward_laboratory_report.h"
#include "ui/figures/figure_set.h"
#include "ui/figures/report_set.h"

namespace trimtab::app {
namespace {

std::vector<std::string> split(const std::string& list) {
    std::vector<std::string> words;
    std::stringstream stream(list);
    for (std::string word; std::getline(stream, word, ',');)
        if (!word.empty()) words.push_back(word);
    return words;
}

/// --patterns and --runs as configuration keys.
std::vector<std::string> evaluation_overrides(const Arguments& arguments) {
    std::vector<std::string> out;
    if (arguments.has("--patterns") && arguments.text("--patterns") != "all")
        out.push_back("evaluation.patterns=" + arguments.text("--patterns"));
    if (arguments.has("--runs")) out.push_back("evaluation.runs=" + arguments.text("--runs"));
    return out;
}

/// The same policies under the rewards of other configurations; prints the table or JSON.
Expected<int> compare_rewards(const Arguments& arguments, const results::ComparisonRequest& request,
                              Session& session) {
    std::vector<results::RewardSetting> settings;
    if (arguments.has("--reward-sweep")) {
        auto sweep =
            results::weight_sweep(request.config, static_cast<int>(arguments.integer("--reward-sweep", 4)));
        if (!sweep) return Unexpected<Error>(sweep.error());
        settings = std::move(*sweep);
    }
    for (const std::string& file : split(arguments.text("--rewards"))) {
        auto config = config::load_config({file, evaluation_overrides(arguments)});
        if (!config) return Unexpected<Error>(config.error());
        settings.push_back({std::filesystem::path(file).stem().string(), std::move(*config)});
    }
    const auto evaluation = evaluate_with_progress(request.config, request.models, request.policies, session);
    if (!evaluation) return Unexpected<Error>(evaluation.error());
    const auto again = [&](const config::Config& config) {
        return evaluate_with_progress(config, request.models, request.policies, session);
    };
    const auto result = results::compare_rewards(settings, {*evaluation, request.config}, again);
    if (!result) return Unexpected<Error>(result.error());
    if (arguments.has("--json"))
        session.console.print_line(results::reward_laboratory_to_json(*result));
    else
        session.console.print(results::reward_laboratory_report(*result));
    return exit_done;
}

Expected<int> compare(const Arguments& arguments, Session& session) {
    auto config = evaluation_configuration(arguments, evaluation_overrides(arguments));
    if (!config) return Unexpected<Error>(config.error());
    results::ComparisonRequest request{std::move(*config), arguments.all("--model"),
                                       arguments.all("--policy"), arguments.all("--episodes")};
    if (request.policies.empty()) request.policies = request.config.evaluation.policies;
    if (arguments.has("--rewards") || arguments.has("--reward-sweep"))
        return compare_rewards(arguments, request, session);

    const auto run = results::run_comparison(request, session.stop, console_hooks(session));
    session.console.end_progress();
    if (!run) return Unexpected<Error>(run.error());
    const auto folder = results::write_comparison(arguments.text("--results-dir", "rl"), request.config,
                                                  run->evaluation, run->comparison, session.command_line);
    if (!folder) return Unexpected<Error>(folder.error());
    start_offscreen_graphics();
    if (const auto drawn = ui::draw_comparison(*run, request.config, *folder); !drawn)
        return Unexpected<Error>(drawn.error());
    if (const auto reported = ui::write_reports(*run, *folder, request.config.figures.anonymous); !reported)
        return Unexpected<Error>(reported.error());
    if (arguments.has("--json"))
        session.console.print_line(results::comparison_to_json(run->comparison));
    else
        session.console.print(results::comparison_report(run->comparison));
    session.console.info("written to " + folder->string());
    return exit_done;
}

}  // namespace

Command compare_command() {
    Command command{
        "compare", "Compares models with baselines, with intervals and verdicts",
        "Plays models and policies on the same test episodes and compares them pair by pair: differences "
        "with "
        "bootstrap intervals, effect sizes, corrected tests, a verdict a pattern and baseline, the expected "
        "improvements, an equal-cost comparison. Several models are taken as training seeds of one agent."};
    OptionSpec patterns{"--patterns", ArgumentKind::text, "LIST",
                        "Load patterns with commas between, or all."};
    patterns.default_text = "evaluation.patterns, else load.patterns";
    OptionSpec runs{"--runs", ArgumentKind::integer, "N", "Episodes a pattern."};
    runs.minimum = 1;
    runs.maximum = environment::max_runs;
    runs.default_text = "evaluation.runs";
    OptionSpec episodes{"--episodes", ArgumentKind::file, "FILE",
                        "Episodes of a policy that was evaluated from Python, one JSON object a line."};
    episodes.repeatable = true;
    const OptionSpec rewards{
        "--rewards", ArgumentKind::text, "FILES",
        "Configurations with commas between: ranks the policies under the reward of each instead; nothing "
        "else of them counts."};
    OptionSpec sweep{"--reward-sweep", ArgumentKind::integer, "N",
                     "Ranks the policies under every weighting of the reward's components in steps of 1/N."};
    sweep.minimum = 1;
    sweep.maximum = 20;
    command.options = joined_options(
        joined_options(policy_options(),
                       {patterns, runs, episodes, rewards, sweep, results_dir_option(), json_option()}),
        config_options());
    command.examples = {
        {"trimtab compare --model rl/training_20260101_120000",
         "One model against the configured baselines."},
        {"trimtab compare --model a.pt --model b.pt --model c.pt --policy hpa-calibrated --policy planner",
         "Three training seeds of one agent, a calibrated autoscaler and the ceiling."},
        {"trimtab compare --policy rule --policy hpa --rewards configs/default.yaml,configs/kisim.json",
         "Does the ranking depend on the reward?"}};
    command.run = compare;
    return command;
}

}  // namespace trimtab::app
