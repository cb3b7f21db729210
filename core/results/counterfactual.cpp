// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/counterfactual.h"

#include <cmath>
#include <limits>
#include <map>
#include <memory>

#include "core/environment/kubernetes_environment.h"
#include "core/load/load_pattern.h"
#include "core/results/replay_cluster.h"
#include "core/results/run_folder.h"

namespace trimtab::results {
namespace {

using environment::KubernetesEnvironment;

/// The pattern that a row names, where a schedule of it can be made; the load itself is in the recording.
std::string usable_pattern(const std::string& label) {
    return load::pattern_index(label) && label != "trace" ? label : "constant";
}

/// One policy through one episode; fills in its choice of every step.
Expected<void> walk(const config::Config& config, const std::vector<telemetry::Row>& rows,
                    agent::Policy& policy, std::vector<CounterfactualStep>& steps, StopToken stop) {
    const int step_s = static_cast<int>(std::lround(config.environment.action_interval));
    auto owned = std::make_unique<ReplayCluster>(rows, step_s);
    ReplayCluster& replay = *owned;
    KubernetesEnvironment environment(config, {}, std::move(owned));
    environment.set_stop_token(stop);
    // The first row is what was seen after the episode's first step.
    const int start_s = static_cast<int>(std::lround(rows.front().time_s));
    if (auto begun = environment.reset_at({1, usable_pattern(rows.front().label), start_s}, replay.desired());
        !begun)
        return begun;
    policy.begin_episode(environment, 1);
    for (CounterfactualStep& step : steps) {
        CounterfactualChoice choice;
        const cluster::Allocation before = replay.desired();
        choice.no_data = !environment.missing().empty();
        choice.wanted = before;
        if (choice.no_data) {
            choice.reason = "no data for " + environment.missing();
        } else {
            const auto decision = policy.decide(environment);
            if (!decision) return Unexpected<Error>(decision.error());
            choice.reason = decision->reason;
            const config::EnvironmentConfig& e = config.environment;
            if (decision->action)
                choice.wanted =
                    environment::apply_action(before, *decision->action, e.min_replicas, e.max_replicas);
            else
                choice.wanted = decision->allocation.value_or(policy.initial_allocation().value_or(before));
        }
        step.choices.push_back(std::move(choice));
        // Goes on with what was recorded, so that the next situation has its true past.
        auto played = environment.step_with([](int) { return std::optional<cluster::Allocation>(); }, 0);
        if (!played) return Unexpected<Error>(played.error());
        if (played->truncated) break;
    }
    return {};
}

}  // namespace

Expected<std::vector<std::vector<telemetry::Row>>> recorded_episodes(const std::filesystem::path& folder) {
    auto metrics = read_metrics(folder, {telemetry::RowKind::step});
    if (!metrics) return Unexpected<Error>(metrics.error());
    std::map<std::int64_t, std::vector<telemetry::Row>> by_episode;
    double last_time_s = 0;
    std::int64_t episode = -1;
    for (telemetry::Row& row : metrics->rows) {
        // A training run counts the episodes of all its environments and records the steps of one: its own
        // episodes begin where the time goes back.
        if (episode < 0 || row.time_s <= last_time_s) ++episode;
        last_time_s = row.time_s;
        by_episode[episode].push_back(std::move(row));
    }
    std::vector<std::vector<telemetry::Row>> episodes;
    for (auto& [number, rows] : by_episode)
        if (rows.size() > 1) episodes.push_back(std::move(rows));
    if (episodes.empty())
        return fail(ErrorCode::not_found,
                    folder.string() +
                        " has no recorded steps; a recording needs at least two steps of one "
                        "episode in its metrics.jsonl");
    return episodes;
}

Expected<Counterfactual> replay_policies(const config::Config& config,
                                         const std::vector<std::vector<telemetry::Row>>& episodes,
                                         std::span<agent::Policy* const> policies, StopToken stop) {
    const double step_s = config.environment.action_interval;
    Counterfactual out;
    for (const agent::Policy* policy : policies) out.policies.push_back(policy->name());
    std::vector<std::int64_t> agreed(policies.size());
    std::int64_t asked = 0;
    for (std::size_t e = 0; e < episodes.size(); ++e) {
        const std::vector<telemetry::Row>& rows = episodes[e];
        std::vector<CounterfactualStep> steps(rows.size() - 1);
        for (std::size_t i = 0; i < steps.size(); ++i)
            steps[i] = {rows[i].step,
                        static_cast<std::int64_t>(e),
                        rows[i].time_s,
                        rows[i].label,
                        window_of_row(rows[i], step_s),
                        allocation_of_row(rows[i]),
                        allocation_of_row(rows[i + 1]),
                        {}};
        for (agent::Policy* policy : policies)
            if (auto walked = walk(config, rows, *policy, steps, stop); !walked)
                return Unexpected<Error>(walked.error());
        for (CounterfactualStep& step : steps) {
            if (step.choices.size() != policies.size()) continue;  // past the episode's end
            const bool no_data = !step.choices.empty() && step.choices.front().no_data;
            out.steps_without_data += no_data ? 1 : 0;
            asked += no_data ? 0 : 1;
            for (std::size_t p = 0; p < policies.size() && !no_data; ++p)
                agreed[p] += step.choices[p].wanted == step.recorded ? 1 : 0;
            out.steps.push_back(std::move(step));
        }
    }
    for (const std::int64_t count : agreed)
        out.agreement.push_back(asked > 0 ? static_cast<double>(count) / static_cast<double>(asked)
                                          : std::numeric_limits<double>::quiet_NaN());
    return out;
}

}  // namespace trimtab::results
