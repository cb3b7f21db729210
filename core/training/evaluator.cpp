// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/evaluator.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <optional>
#include <set>
#include <thread>

#include "core/base/parallel_for.h"
#include "core/environment/baseline_table.h"
#include "core/environment/make_environment.h"
#include "core/training/episode_player.h"

namespace trimtab::training {
namespace {

/// One episode to play and where its result goes.
struct WorkItem {
    std::size_t policy = 0;
    std::size_t episode = 0;
};

/// What one thread plays with; made before the threads start.
struct Player {
    std::unique_ptr<environment::KubernetesEnvironment> environment;
    std::vector<std::unique_ptr<agent::Policy>> policies;
};

/// Shared by the threads of one evaluation. Results go to slots of their own, so only the error needs a lock.
struct Shared {
    std::vector<WorkItem> work;
    std::vector<environment::EpisodeSpec> episodes;
    EvaluationResult* result = nullptr;
    int runs = 0;
    int timelines = 0;
    StopToken stop;
    std::atomic<std::size_t> next{0};
    std::atomic<int> done{0};
    std::atomic<bool> failed{false};
    std::mutex error_mutex;
    std::optional<Error> error;
};

void play_all(Shared& shared, Player& player, const std::function<void()>& after_episode) {
    while (!shared.failed.load()) {
        const std::size_t i = shared.next.fetch_add(1);
        if (i >= shared.work.size()) return;
        const WorkItem item = shared.work[i];
        const bool keep_steps =
            item.episode % static_cast<std::size_t>(shared.runs) < static_cast<std::size_t>(shared.timelines);
        auto played = play_episode(*player.policies[item.policy], *player.environment,
                                   shared.episodes[item.episode], keep_steps, shared.stop);
        if (!played) {
            const std::scoped_lock lock(shared.error_mutex);
            if (!shared.error) shared.error = played.error();
            shared.failed.store(true);
            return;
        }
        shared.result->policies[item.policy].episodes[item.episode] = std::move(*played);
        shared.done.fetch_add(1);
        after_episode();
    }
}

Expected<void> check(std::span<const agent::Policy* const> policies, const EvaluationPlan& plan) {
    if (policies.empty()) return fail(ErrorCode::invalid_argument, "an evaluation needs at least one policy");
    if (plan.patterns.empty())
        return fail(ErrorCode::invalid_argument, "an evaluation needs at least one load pattern");
    if (plan.runs < 1 || plan.runs > environment::max_runs)
        return fail(ErrorCode::invalid_argument, "runs must be between 1 and " +
                                                     std::to_string(environment::max_runs) + ", not " +
                                                     std::to_string(plan.runs));
    std::set<std::string> names;
    for (const agent::Policy* policy : policies)
        if (!names.insert(policy->name()).second)
            return fail(ErrorCode::invalid_argument,
                        "the policy " + policy->name() + " is listed twice; give each another name");
    return {};
}

}  // namespace

EvaluationPlan evaluation_plan(const config::Config& config) {
    EvaluationPlan plan;
    plan.patterns = config.evaluation.patterns.empty() ? config.load.patterns : config.evaluation.patterns;
    plan.runs = config.evaluation.runs;
    plan.threads = config.evaluation.threads;
    plan.timelines = config.evaluation.timelines;
    return plan;
}

Expected<EvaluationResult> evaluate(const EnvironmentFactory& make_environment,
                                    std::span<const agent::Policy* const> policies,
                                    const EvaluationPlan& plan, StopToken stop,
                                    const EvaluationProgress& progress) {
    if (auto checked = check(policies, plan); !checked) return Unexpected(checked.error());
    Shared shared;
    shared.episodes = environment::planned_episodes(plan.seeds, plan.patterns, plan.runs);
    shared.runs = plan.runs;
    shared.timelines = plan.keep_steps ? plan.runs : std::max(0, plan.timelines);
    shared.stop = stop;

    EvaluationResult result;
    result.patterns = plan.patterns;
    result.runs = plan.runs;
    for (std::size_t p = 0; p < policies.size(); ++p) {
        PolicyResult& policy = result.policies.emplace_back();
        policy.policy = policies[p]->name();
        policy.clairvoyant = policies[p]->clairvoyant();
        policy.source = policies[p]->summary();
        policy.episodes.resize(shared.episodes.size());
        for (std::size_t e = 0; e < shared.episodes.size(); ++e) shared.work.push_back({p, e});
    }
    // A clairvoyant policy takes seconds an episode: started first, it does not leave one thread working at
    // the end.
    std::stable_partition(shared.work.begin(), shared.work.end(),
                          [&](const WorkItem& item) { return policies[item.policy]->clairvoyant(); });
    shared.result = &result;

    const std::size_t threads =
        std::min(static_cast<std::size_t>(resolve_threads(plan.threads)), shared.work.size());
    std::vector<Player> players(threads);
    for (Player& player : players) {
        auto made = make_environment();
        if (!made) return Unexpected(made.error());
        player.environment = std::move(*made);
        player.environment->set_stop_token(stop);
        for (const agent::Policy* policy : policies) player.policies.push_back(policy->clone());
    }
    result.slo_ms = players.front().environment->config().environment.slo_ms;

    {
        std::vector<std::jthread> others;
        for (std::size_t t = 1; t < threads; ++t)
            others.emplace_back([&shared, &player = players[t]] { play_all(shared, player, [] {}); });
        const int total = static_cast<int>(shared.work.size());
        play_all(shared, players.front(), [&] {
            if (progress) progress(shared.done.load(), total);
        });
    }
    if (shared.error) return Unexpected(*shared.error);
    if (progress) progress(shared.done.load(), static_cast<int>(shared.work.size()));
    return result;
}

Expected<EvaluationResult> evaluate(const config::Config& config,
                                    std::span<const agent::Policy* const> policies,
                                    const EvaluationPlan& plan, StopToken stop,
                                    const EvaluationProgress& progress) {
    environment::MeasureOptions measure;
    measure.threads = plan.threads;
    measure.stop = stop;
    // The plan may name patterns that the configuration does not train on.
    config::Config planned = config;
    planned.evaluation.patterns = plan.patterns;
    auto baselines = environment::baselines_for(planned, measure);
    if (!baselines) return Unexpected(baselines.error());
    return evaluate([&] { return environment::make_environment(planned, *baselines); }, policies, plan, stop,
                    progress);
}

}  // namespace trimtab::training
