// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/reward_laboratory.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/results/comparison_contender.h"
#include "core/results/comparison_metrics.h"
#include "core/results/number_text.h"
#include "core/results/reward_laboratory_scoring.h"
#include "core/statistics/kendall_tau.h"
#include "core/statistics/pareto_front.h"

namespace trimtab::results {
namespace {

constexpr std::size_t all_pairs_up_to = 20;
constexpr const char* trade_off_metrics[] = {"cost_usd", "latency_p95_ms", "slo_violations",
                                             "scaling_actions"};

struct Scored {
    std::vector<Contender> contenders;
    std::size_t patterns = 0;
    ScoringMethod method = ScoringMethod::recorded_components;
};

Expected<Scored> score(const RewardSetting& setting, const RecordedEvaluation& recorded,
                       const Reevaluate& reevaluate, const ComparisonOptions& options, bool always) {
    Scored out;
    const config::Config config = with_reward_of(recorded.config, setting.config);
    Expected<training::EvaluationResult> evaluation =
        always && reevaluate ? fail(ErrorCode::unsupported, "") : rescore(recorded, config, out.method);
    if (!evaluation) {
        if (!reevaluate) return fail(evaluation.error().code, evaluation.error().message, setting.name);
        out.method = ScoringMethod::evaluated_again;
        evaluation = reevaluate(config);
        if (!evaluation) return Unexpected<Error>(evaluation.error());
    }
    // Only the numbers are kept: the latencies of the contenders point into `evaluation`.
    auto contenders = make_contenders(*evaluation, options);
    if (!contenders) return fail(contenders.error().code, contenders.error().message, setting.name);
    for (Contender& contender : *contenders) contender.latencies.assign(evaluation->patterns.size(), {});
    out.patterns = evaluation->patterns.size();
    out.contenders = std::move(*contenders);
    return out;
}

RewardRanking rank(const std::string& reward, const Scored& scored, double confidence) {
    const std::size_t metric = comparison_metric("episode_return");
    RewardRanking out{reward, scored.method, {}, {}};
    for (const Contender& contender : scored.contenders) {
        const std::string& problem = contender.problem(metric, scored.patterns);
        if (!problem.empty()) {
            out.notes.push_back(problem);
            continue;
        }
        auto drawn = contender.means(metric, scored.patterns);
        out.scores.push_back({contender.name, contender.clairvoyant, 0,
                              statistics::bootstrap_estimate(contender.mean(metric, scored.patterns),
                                                             contender.units, drawn, confidence)});
    }
    std::stable_sort(out.scores.begin(), out.scores.end(), [](const RewardScore& a, const RewardScore& b) {
        return a.mean_return.value > b.mean_return.value;
    });
    for (std::size_t i = 0; i < out.scores.size(); ++i) out.scores[i].rank = static_cast<int>(i + 1);
    return out;
}

RewardAgreement agreement(const RewardRanking& first, const RewardRanking& second) {
    RewardAgreement out{first.reward, second.reward, std::nullopt, {}};
    std::vector<double> a, b;
    for (const RewardScore& one : first.scores) {
        const auto found = std::find_if(second.scores.begin(), second.scores.end(),
                                        [&](const RewardScore& other) { return other.policy == one.policy; });
        if (one.clairvoyant || found == second.scores.end()) continue;
        a.push_back(one.mean_return.value);
        b.push_back(found->mean_return.value);
    }
    if (const auto tau = statistics::kendall_tau(a, b))
        out.kendall_tau = *tau;
    else
        out.note = tau.error().message;
    return out;
}

void add_trade_offs(std::vector<RewardTradeOff>& points, const Scored& scored, const std::string& reward) {
    for (const Contender& contender : scored.contenders) {
        double values[4] = {};
        bool usable = true;
        for (int i = 0; i < 4; ++i) {
            const std::size_t metric = comparison_metric(trade_off_metrics[i]);
            usable = usable && contender.problem(metric, scored.patterns).empty();
            if (usable) values[i] = contender.mean(metric, scored.patterns);
        }
        if (usable)
            points.push_back({contender.name, reward, values[0], values[1], values[2], values[3], false});
    }
}

void mark_front(std::vector<RewardTradeOff>& points) {
    std::vector<std::vector<double>> coordinates;
    for (const RewardTradeOff& p : points)
        coordinates.push_back({p.cost_usd, p.latency_p95_ms, p.slo_violations, p.scaling_actions});
    if (const auto front = statistics::pareto_front(coordinates))
        for (const std::size_t index : *front) points[index].on_front = true;
}

std::vector<RewardWins> count_wins(const std::vector<RewardRanking>& rankings) {
    std::map<std::string, int> wins;
    for (const RewardRanking& ranking : rankings) {
        const auto best = std::find_if(ranking.scores.begin(), ranking.scores.end(),
                                       [](const RewardScore& score) { return !score.clairvoyant; });
        for (const RewardScore& score : ranking.scores)
            if (!score.clairvoyant) wins[score.policy] += &score == &*best;
    }
    std::vector<RewardWins> out;
    for (const auto& [policy, settings] : wins)
        out.push_back(
            {policy, settings, static_cast<double>(settings) / static_cast<double>(rankings.size())});
    std::stable_sort(out.begin(), out.end(),
                     [](const RewardWins& a, const RewardWins& b) { return a.settings > b.settings; });
    return out;
}

}  // namespace

config::Config with_reward_of(config::Config scenario, const config::Config& reward) {
    auto& to = scenario.environment;
    const auto& from = reward.environment;
    to.reward = from.reward;
    to.baseline = from.baseline;
    to.baseline_static_gpu_replicas = from.baseline_static_gpu_replicas;
    to.baseline_static_cpu_replicas = from.baseline_static_cpu_replicas;
    to.slo_ms = from.slo_ms;
    to.latency_weight = from.latency_weight;
    to.throughput_weight = from.throughput_weight;
    to.resource_efficiency_weight = from.resource_efficiency_weight;
    to.stability_weight = from.stability_weight;
    scenario.simulator.gpu_price_per_hour = reward.simulator.gpu_price_per_hour;
    scenario.simulator.cpu_price_per_hour = reward.simulator.cpu_price_per_hour;
    return scenario;
}

std::string scoring_method_name(ScoringMethod method) {
    switch (method) {
        case ScoringMethod::recorded_components:
            return "recorded components";
        case ScoringMethod::recorded_steps:
            return "recorded steps";
        case ScoringMethod::evaluated_again:
            break;
    }
    return "evaluated again";
}

Expected<RewardLaboratoryResult> compare_rewards(const std::vector<RewardSetting>& settings,
                                                 const RecordedEvaluation& recorded,
                                                 const Reevaluate& reevaluate,
                                                 const ComparisonOptions& options, bool always_reevaluate) {
    if (settings.empty())
        return fail(ErrorCode::invalid_argument,
                    "there is no reward to score under: name at least one configuration");
    RecordedEvaluation light = recorded;  // without the latencies, which no reward looks at
    for (auto& policy : light.evaluation.policies)
        for (auto& episode : policy.episodes) episode.latencies = {};
    RewardLaboratoryResult out;
    std::set<std::string> names;
    bool recorded_points = false;
    for (const RewardSetting& setting : settings) {
        if (!names.insert(setting.name).second)
            return fail(ErrorCode::invalid_argument,
                        "two rewards are called '" + setting.name + "': rename one of them");
        const auto scored = score(setting, light, reevaluate, options, always_reevaluate);
        if (!scored) return Unexpected<Error>(scored.error());
        out.rankings.push_back(rank(setting.name, *scored, options.confidence));
        const bool again = scored->method == ScoringMethod::evaluated_again;
        // Other weights change what a recorded policy is paid, not what it did.
        if (again || !recorded_points) add_trade_offs(out.trade_offs, *scored, again ? setting.name : "");
        recorded_points = recorded_points || !again;
    }
    mark_front(out.trade_offs);
    for (std::size_t i = 0; i < out.rankings.size(); ++i) {
        const std::size_t firsts = out.rankings.size() <= all_pairs_up_to ? i : std::min<std::size_t>(i, 1);
        for (std::size_t j = 0; j < firsts; ++j)
            out.agreements.push_back(agreement(out.rankings[j], out.rankings[i]));
    }
    out.wins = count_wins(out.rankings);
    return out;
}

Expected<std::vector<RewardSetting>> weight_sweep(const config::Config& base, int divisions) {
    if (divisions < 1 || divisions > 20)
        return fail(ErrorCode::invalid_argument,
                    "a weight sweep has 1 to 20 divisions: 4 gives 35 weightings");
    std::vector<RewardSetting> out;
    for (int latency = divisions; latency >= 0; --latency) {
        for (int throughput = divisions - latency; throughput >= 0; --throughput) {
            for (int efficiency = divisions - latency - throughput; efficiency >= 0; --efficiency) {
                const int stability = divisions - latency - throughput - efficiency;
                RewardSetting setting{{}, base};
                auto& environment = setting.config.environment;
                environment.latency_weight = static_cast<double>(latency) / divisions;
                environment.throughput_weight = static_cast<double>(throughput) / divisions;
                environment.resource_efficiency_weight = static_cast<double>(efficiency) / divisions;
                environment.stability_weight = static_cast<double>(stability) / divisions;
                setting.name = "latency " + number_text(environment.latency_weight) + " throughput " +
                               number_text(environment.throughput_weight) + " efficiency " +
                               number_text(environment.resource_efficiency_weight) + " stability " +
                               number_text(environment.stability_weight);
                out.push_back(std::move(setting));
            }
        }
    }
    return out;
}

}  // namespace trimtab::results
