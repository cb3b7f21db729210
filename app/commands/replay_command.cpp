// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "app/commands/commands.h"
#include "app/common_options.h"
#include "app/exit_code.h"
#include "app/model_options.h"
#include "app/text_table.h"
#include "core/config/config_reader.h"
#include "core/results/counterfactual.h"
#include "core/results/model_policies.h"
#include "core/results/run_folder.h"

namespace trimtab::app {
namespace {

using Json = nlohmann::ordered_json;

std::string allocation_text(const cluster::Allocation& allocation) {
    static constexpr std::array<const char*, 3> marks = {"g", "", "c"};
    return std::to_string(allocation.replicas_gpu) + "+" + std::to_string(allocation.replicas_cpu) +
           marks[static_cast<std::size_t>(allocation.placement)];
}

Json allocation_json(const cluster::Allocation& allocation) {
    return {{"replicas_gpu", allocation.replicas_gpu},
            {"replicas_cpu", allocation.replicas_cpu},
            {"placement", static_cast<int>(allocation.placement)}};
}

std::string step_json(const results::CounterfactualStep& step, const results::Counterfactual& replayed) {
    Json choices = Json::object();
    for (std::size_t p = 0; p < step.choices.size(); ++p) {
        const results::CounterfactualChoice& choice = step.choices[p];
        Json& would = choices[replayed.policies[p]] = allocation_json(choice.wanted);
        if (choice.no_data)
            for (auto& wanted : would) wanted = nullptr;
        would["reason"] = choice.reason;
    }
    const auto number = [](double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); };
    const Json line = {{"episode", step.episode},
                       {"time_s", step.time_s},
                       {"pattern", step.pattern.empty() ? Json(nullptr) : Json(step.pattern)},
                       {"latency_p95_ms", number(step.seen.latency_p95_ms)},
                       {"throughput_rps", number(step.seen.throughput_rps)},
                       {"before", allocation_json(step.before)},
                       {"recorded", allocation_json(step.recorded)},
                       {"would", choices}};
    return line.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void print_table(const results::Counterfactual& replayed, Console& console) {
    std::vector<std::string> header = {"episode", "time",  "pattern", "p95 ms",
                                       "req/s",   "users", "was",     "recorded"};
    header.insert(header.end(), replayed.policies.begin(), replayed.policies.end());
    TextTable table(header);
    for (const results::CounterfactualStep& step : replayed.steps) {
        std::vector<std::string> row = {std::to_string(step.episode),
                                        format_fixed(step.time_s, 0) + " s",
                                        step.pattern.empty() ? "-" : step.pattern,
                                        format_fixed(step.seen.latency_p95_ms, 0),
                                        format_fixed(step.seen.throughput_rps, 1),
                                        format_fixed(step.seen.current_users, 0),
                                        step.seen.desired_gpu < 0 ? "-" : allocation_text(step.before),
                                        allocation_text(step.recorded)};
        for (const results::CounterfactualChoice& choice : step.choices)
            row.push_back(choice.no_data ? "no data" : allocation_text(choice.wanted));
        table.add_row(row);
    }
    console.print(table.to_string());
}

/// Why nobody was asked at the first step without data.
std::string first_gap(const results::Counterfactual& replayed) {
    for (const results::CounterfactualStep& step : replayed.steps)
        if (!step.choices.empty() && step.choices.front().no_data) return step.choices.front().reason;
    return {};
}

Expected<int> replay(const Arguments& arguments, Session& session) {
    const std::filesystem::path folder = arguments.positionals().front();
    auto config = results::read_run_config(folder);
    if (!config) return Unexpected<Error>(config.error());
    const auto episodes = results::recorded_episodes(folder);
    if (!episodes) return Unexpected<Error>(episodes.error());
    results::PolicyNotes notes;
    notes.found = [&](const std::string& text) { session.console.info(text); };
    auto policies = results::make_policies(arguments.all("--model"), arguments.all("--policy"), *config,
                                           session.stop, notes);
    if (!policies) return Unexpected<Error>(policies.error());
    std::vector<agent::Policy*> asked;
    for (auto& named : *policies) asked.push_back(named.policy.get());
    const auto replayed = results::replay_policies(*config, *episodes, asked, session.stop);
    if (!replayed) return Unexpected<Error>(replayed.error());
    if (arguments.has("--json"))
        for (const auto& step : replayed->steps) session.console.print_line(step_json(step, *replayed));
    else
        print_table(*replayed, session.console);
    for (std::size_t p = 0; p < replayed->policies.size(); ++p)
        if (std::isfinite(replayed->agreement[p]))
            session.console.info(replayed->policies[p] + " wanted what was recorded in " +
                                 format_fixed(100 * replayed->agreement[p], 0) + " % of the steps with data");
    if (replayed->steps_without_data > 0)
        session.console.info(std::to_string(replayed->steps_without_data) + " of " +
                             std::to_string(replayed->steps.size()) +
                             " steps had nothing to decide on, the first: " + first_gap(*replayed));
    return session.stop.stop_requested() ? exit_interrupted : exit_done;
}

}  // namespace

Command replay_command() {
    Command command{"replay", "What would other policies have decided?",
                    "Feeds a recorded run to policies, one step after another, and prints what each would "
                    "have wanted: GPU+CPU "
                    "replicas, with g or c where traffic would have preferred a pool. The situations stay "
                    "the recorded ones; "
                    "what a different choice would have led to is asked with `fit` and `simulate`."};
    command.options = joined_options(policy_options(), {json_option()});
    command.positionals = {
        {"RECORDING", "A live or a training run folder.", ArgumentKind::directory, 1, 1, {}}};
    command.examples = {
        {"trimtab replay rl/live_20260101_120000 --policy hpa --policy rule --model rl/training_...",
         "Three opinions about one recording."}};
    command.run = replay;
    return command;
}

}  // namespace trimtab::app
