// SPDX-License-Identifier: GPL-3.0-or-later
#include <ctime>

#include "app/commands/commands.h"
#include "app/common_options.h"
#include "app/exit_code.h"
#include "app/model_options.h"
#include "app/offscreen.h"
#include "app/text_table.h"
#include "core/environment/seed_plan.h"
#include "core/results/evaluation_document.h"
#include "core/results/evaluation_folder.h"
#include "ui/figures/report_set.h"

namespace trimtab::app {
namespace {

std::vector<std::string> overrides_of(const Arguments& arguments) {
    std::vector<std::string> out;
    if (arguments.has("--patterns") && arguments.text("--patterns") != "all")
        out.push_back("evaluation.patterns=" + arguments.text("--patterns"));
    if (arguments.has("--runs")) out.push_back("evaluation.runs=" + arguments.text("--runs"));
    return out;
}

/// Means over the episodes of one policy, of one pattern or (empty) of all.
std::vector<std::string> table_row(const training::PolicyResult& policy, const std::string& pattern) {
    std::vector<double> returns, p95, violations, served, cost, actions;
    for (const training::EpisodeResult& episode : policy.episodes) {
        if (!pattern.empty() && episode.pattern != pattern) continue;
        returns.push_back(episode.episode_return);
        p95.push_back(episode.latency_p95_ms);
        violations.push_back(100 * episode.slo_violations);
        served.push_back(100 * episode.served_share);
        cost.push_back(episode.cost_usd);
        actions.push_back(episode.scaling_actions);
    }
    const results::Spread spread = results::spread(returns);
    const auto mean = [](const std::vector<double>& values, int decimals) {
        return format_fixed(results::spread(values).mean, decimals);
    };
    return {policy.policy,
            pattern.empty() ? "all" : pattern,
            format_fixed(spread.mean, 3),
            format_fixed(spread.se, 3),
            mean(p95, 0),
            mean(violations, 1),
            mean(served, 1),
            mean(cost, 4),
            mean(actions, 1)};
}

std::string table_of(const training::EvaluationResult& result) {
    TextTable table(
        {"policy", "pattern", "return", "+- se", "p95 ms", "SLO viol. %", "served %", "USD", "scalings"});
    for (const training::PolicyResult& policy : result.policies) {
        for (const std::string& pattern : result.patterns) table.add_row(table_row(policy, pattern));
        if (result.patterns.size() > 1) table.add_row(table_row(policy, {}));
    }
    return table.to_string();
}

Expected<int> evaluate(const Arguments& arguments, Session& session) {
    const auto config = evaluation_configuration(arguments, overrides_of(arguments));
    if (!config) return Unexpected<Error>(config.error());
    const auto started = std::time(nullptr);
    const auto result =
        evaluate_with_progress(*config, arguments.all("--model"), arguments.all("--policy"), session);
    if (!result) return Unexpected<Error>(result.error());
    const auto folder = results::write_evaluation(arguments.text("--results-dir", "rl"), *config, *result,
                                                  session.command_line);
    if (!folder) return Unexpected<Error>(folder.error());
    start_offscreen_graphics();
    if (const auto drawn = ui::draw_evaluation(*result, *config, *folder); !drawn)
        return Unexpected<Error>(drawn.error());
    if (arguments.has("--json"))
        session.console.print_line(results::evaluation_to_json(*result, static_cast<double>(started)));
    else
        session.console.print(table_of(*result));
    session.console.info("written to " + folder->string());
    return exit_done;
}

}  // namespace

Command evaluate_command() {
    Command command{"evaluate", "Scores models and policies on the test episodes",
                    "Plays every model and policy on the same seeded test episodes of each load pattern and "
                    "reports return, "
                    "latency, SLO violations and cost. A model is evaluated in the configuration that it was "
                    "trained with, "
                    "unless --config names another."};
    OptionSpec patterns{"--patterns", ArgumentKind::text, "LIST",
                        "Load patterns with commas between, or all."};
    patterns.default_text = "evaluation.patterns, else load.patterns";
    OptionSpec runs{"--runs", ArgumentKind::integer, "N", "Episodes a pattern."};
    runs.minimum = 1;
    runs.maximum = environment::max_runs;
    runs.default_text = "evaluation.runs";
    command.options = joined_options(
        joined_options(policy_options(), {patterns, runs, results_dir_option(), json_option()}),
        config_options());
    command.examples = {
        {"trimtab evaluate --model rl/training_20260101_120000", "The best model of a run."},
        {"trimtab evaluate --policy static-gpu --policy hpa --runs 20 --json", "Two baselines."}};
    command.run = evaluate;
    return command;
}

}  // namespace trimtab::app
