// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/environment/kisim_reward.h"
#include "core/results/reward_laboratory.h"
#include "core/results/reward_laboratory_report.h"
#include "tests/core/results/made_evaluation.h"

using namespace trimtab;
using namespace trimtab::results;

namespace {

// Returns consistent with the components and the default weights, as the evaluator records them.
RecordedEvaluation recorded() {
    RecordedEvaluation out;
    out.evaluation = made::evaluation({{.name = "fast", .level = 6, .cost_usd = 0.5, .p95_ms = 300},
                                       {.name = "thrifty", .level = 2, .cost_usd = 0.1, .p95_ms = 900},
                                       {.name = "wasteful", .level = 1, .cost_usd = 0.6, .p95_ms = 1000}});
    for (auto& policy : out.evaluation.policies)
        for (auto& e : policy.episodes)
            e.episode_return = 0.4 * e.latency_improvement + 0.3 * e.throughput_improvement +
                               0.2 * e.resource_efficiency + 0.1 * e.stability_bonus;
    return out;
}

RewardSetting weights(const std::string& name, double latency, double efficiency) {
    RewardSetting out{name, {}};
    out.config.environment.latency_weight = latency;
    out.config.environment.throughput_weight = 0;
    out.config.environment.resource_efficiency_weight = efficiency;
    out.config.environment.stability_weight = 0;
    return out;
}

}  // namespace

class TestRewardLaboratory : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void other_weights_rank_otherwise() {
        const auto result = compare_rewards({weights("latency", 1, 0), weights("cost", 0, 1)}, recorded());
        QVERIFY(result.has_value());
        const auto& latency = result->rankings[0];
        QCOMPARE(latency.method, ScoringMethod::recorded_components);
        QCOMPARE(latency.scores[0].policy, std::string("fast"));
        QCOMPARE(latency.scores[0].rank, 1);
        QVERIFY(latency.scores[0].mean_return.interval->contains(6.05));
        QCOMPARE(result->rankings[1].scores[0].policy, std::string("thrifty"));
        QCOMPARE(result->agreements.size(), std::size_t{1});
        QVERIFY(std::abs(*result->agreements[0].kendall_tau - 1.0 / 3) < 1e-12);
        QCOMPARE(result->wins[0].settings, 1);
    }

    void the_recorded_weights_give_the_recorded_returns() {
        const auto recording = recorded();
        double mean = 0;
        for (const auto& e : recording.evaluation.policies[0].episodes) mean += e.episode_return / 60;
        const auto result = compare_rewards({{"same", {}}}, recording);
        QVERIFY(std::abs(result->rankings[0].scores[0].mean_return.value - mean) < 1e-12);
    }

    void the_front_keeps_what_nothing_beats() {
        const auto result = compare_rewards({weights("a", 1, 0), weights("b", 0, 1)}, recorded());
        QCOMPARE(result->trade_offs.size(), std::size_t{3});
        for (const RewardTradeOff& point : result->trade_offs)
            QCOMPARE(point.on_front, point.policy != "wasteful");
    }

    void kisim_is_scored_from_recorded_steps() {
        auto recording = recorded();
        RewardSetting kisim{"kisim", {}};
        kisim.config.environment.reward = config::RewardForm::kisim;
        const auto missing = compare_rewards({kisim}, recording);
        QVERIFY(!missing);
        QCOMPARE(missing.error().code, ErrorCode::unsupported);
        // SIMULATOR 6: ramp 3000 20 40 4 2 at step 3 -> 0.63670; earlier steps lack the 0.01 of the third.
        for (auto& policy : recording.evaluation.policies) {
            for (auto& e : policy.episodes) {
                e.pattern = "ramp";
                training::StepRecord step;
                step.latency_p95_ms = 3000;
                step.throughput_rps = 20;
                step.cpu_utilization = 40;
                step.desired_gpu = 4;
                step.desired_cpu = 2;
                e.steps.assign(4, step);
            }
        }
        recording.evaluation.patterns = {"ramp"};
        const auto result = compare_rewards({kisim}, recording);
        QVERIFY(result.has_value());
        QCOMPARE(result->rankings[0].method, ScoringMethod::recorded_steps);
        QVERIFY(std::abs(result->rankings[0].scores[0].mean_return.value - (4 * 0.63670 - 2 * 0.01)) < 5e-5);
    }

    void another_slo_needs_another_evaluation() {
        RewardSetting strict{"strict", {}};
        strict.config.environment.slo_ms = 200;
        QVERIFY(!compare_rewards({strict}, recorded()));
        int calls = 0;
        const Reevaluate again = [&](const config::Config& config) -> Expected<training::EvaluationResult> {
            ++calls;
            if (config.environment.slo_ms != 200) return fail(ErrorCode::internal, "unexpected");
            return recorded().evaluation;
        };
        const auto result = compare_rewards({weights("recorded", 1, 0), strict}, recorded(), again);
        QVERIFY(result.has_value());
        QCOMPARE(calls, 1);
        QCOMPARE(result->rankings[1].method, ScoringMethod::evaluated_again);
        QCOMPARE(result->trade_offs.size(), std::size_t{6});
        const auto failing = [](const config::Config&) -> Expected<training::EvaluationResult> {
            return fail(ErrorCode::cancelled, "stopped");
        };
        QCOMPARE(compare_rewards({strict}, recorded(), failing).error().code, ErrorCode::cancelled);
        QCOMPARE(compare_rewards({weights("recorded", 1, 0)}, recorded(), failing, {}, true).error().code,
                 ErrorCode::cancelled);
    }

    void a_reward_changes_nothing_but_what_is_paid_for() {
        RecordedEvaluation recording = recorded();
        recording.config.environment.extended_observation = true;
        recording.config.environment.max_replicas = 6;
        RewardSetting dear{"dear", {}};
        dear.config.simulator.gpu_price_per_hour = 9;
        config::Config played;
        const auto result = compare_rewards({dear}, recording, [&](const config::Config& config) {
            played = config;
            return Expected<training::EvaluationResult>(recording.evaluation);
        });
        QVERIFY(result.has_value());
        QVERIFY(played.environment.extended_observation);
        QCOMPARE(played.environment.max_replicas, 6);
        QCOMPARE(played.simulator.gpu_price_per_hour, 9.0);
    }

    void a_sweep_covers_the_simplex() {
        const auto sweep = weight_sweep({}, 4);
        QCOMPARE(sweep->size(), std::size_t{35});
        for (const RewardSetting& setting : *sweep) {
            const auto& e = setting.config.environment;
            QCOMPARE(
                e.latency_weight + e.throughput_weight + e.resource_efficiency_weight + e.stability_weight,
                1.0);
        }
        QVERIFY(!weight_sweep({}, 0));
        const auto result = compare_rewards(*sweep, recorded(), {}, {.resamples = 200});
        QVERIFY(result.has_value());
        QCOMPARE(result->trade_offs.size(), std::size_t{3});
        QCOMPARE(result->agreements.size(), std::size_t{34});
        double share = 0;
        for (const RewardWins& one : result->wins) share += one.share;
        QVERIFY(std::abs(share - 1) < 1e-12);
    }

    void bad_settings_are_errors() {
        QVERIFY(!compare_rewards({}, recorded()));
        QVERIFY(!compare_rewards({weights("a", 1, 0), weights("a", 0, 1)}, recorded()));
        QVERIFY(!compare_rewards({weights("a", 1, 0)}, {}));
    }

    void one_policy_has_no_rank_correlation() {
        auto recording = recorded();
        recording.evaluation.policies.resize(1);
        const auto result = compare_rewards({weights("a", 1, 0), weights("b", 0, 1)}, recording);
        QVERIFY(!result->agreements[0].kendall_tau);
        QVERIFY(!result->agreements[0].note.empty());
    }

    void documents_carry_intervals_and_units() {
        const auto result = compare_rewards({weights("latency", 1, 0), weights("cost", 0, 1)}, recorded());
        const QString report = QString::fromStdString(reward_laboratory_report(*result));
        for (const char* part : {"cost [USD]", "p95 [ms]", "Kendall", "as recorded", "recorded components"})
            QVERIFY2(report.contains(part), part);
        const auto document = nlohmann::json::parse(reward_laboratory_to_json(*result));
        QVERIFY(document["rankings"][0]["scores"][0]["mean_return"].contains("low"));
        QCOMPARE(document["trade_offs"].size(), std::size_t{3});
    }
};

QTEST_APPLESS_MAIN(TestRewardLaboratory)
#include "tst_reward_laboratory.moc"
