// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <cmath>

#include "core/agent/random_policy.h"
#include "core/agent/static_policy.h"
#include "core/environment/make_environment.h"
#include "core/training/episode_player.h"
#include "core/training/evaluator.h"

using namespace trimtab;
using namespace trimtab::training;

namespace {

using cluster::Allocation;
using cluster::Placement;

/// Three fixed allocations: enough to tell policies apart.
struct Statics {
    agent::StaticPolicy small{"small", Allocation{1, 1, Placement::balanced}};
    agent::StaticPolicy middle{"middle", Allocation{3, 3, Placement::balanced}};
    agent::StaticPolicy large{"large", Allocation{10, 10, Placement::balanced}};
    std::vector<const agent::Policy*> all() const { return {&small, &middle, &large}; }
};

EvaluationPlan small_plan(int threads = 2) {
    EvaluationPlan plan;
    plan.patterns = {"ramp", "spike"};
    plan.runs = 3;
    plan.threads = threads;
    return plan;
}

EvaluationResult evaluated(std::span<const agent::Policy* const> policies, const EvaluationPlan& plan) {
    auto result = evaluate(config::Config{}, policies, plan);
    if (!result) qFatal("%s", result.error().to_string().c_str());
    return *result;
}

}  // namespace

class TestEvaluator : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void episodes_are_paired_and_in_order() {
        const Statics statics;
        const auto result = evaluated(statics.all(), small_plan());
        QCOMPARE(result.policies.size(), std::size_t{3});
        for (const auto& policy : result.policies) {
            QCOMPARE(policy.episodes.size(), std::size_t{6});
            for (std::size_t i = 0; i < 6; ++i) {
                QCOMPARE(policy.episodes[i].pattern, std::string(i < 3 ? "ramp" : "spike"));
                QCOMPARE(policy.episodes[i].seed, static_cast<std::uint64_t>(i < 3 ? i : 1000 + i - 3));
            }
        }
        QCOMPARE(result.policies[1].policy, std::string("middle"));
        QVERIFY(result.policies[0].episodes[0].cost_usd < result.policies[1].episodes[0].cost_usd);
        QVERIFY(result.policies[1].episodes[0].cost_usd < result.policies[2].episodes[0].cost_usd);
        QVERIFY(result.policies[0].episodes[0].latency_p95_ms >
                result.policies[2].episodes[0].latency_p95_ms);
        QCOMPARE(result.policies[1].episodes[0].scaling_actions, 0);
    }

    void threads_do_not_change_the_result() {
        const agent::RandomPolicy random;
        const agent::Policy* const policies[] = {&random};
        const auto one = evaluated(policies, small_plan(1));
        const auto five = evaluated(policies, small_plan(5));
        for (std::size_t i = 0; i < 6; ++i) {
            const auto &a = one.policies[0].episodes[i], &b = five.policies[0].episodes[i];
            QVERIFY(a.episode_return == b.episode_return && a.latency_p95_ms == b.latency_p95_ms);
            QCOMPARE(a.scaling_actions, b.scaling_actions);
            QCOMPARE(a.latencies.bins(), b.latencies.bins());
        }
    }

    void a_percentile_of_the_run_is_of_its_requests_and_not_a_mean_of_windows() {
        const Statics statics;
        const auto result = evaluated(statics.all(), small_plan());
        // On the spike most requests arrive while the few pods are overloaded, in a minority of the windows.
        const auto& spike = result.policies[0].episodes[3];
        QCOMPARE(spike.latency_p95_ms, spike.latencies.quantile(0.95));
        QVERIFY(spike.latency_p95_ms > 1.3 * spike.mean_window_p95_ms);
    }

    void the_components_add_up_to_the_return() {
        const Statics statics;
        const auto result = evaluated(statics.all(), small_plan());
        for (const auto& e : result.policies[1].episodes) {
            const double sum = 0.4 * e.latency_improvement + 0.3 * e.throughput_improvement +
                               0.2 * e.resource_efficiency + 0.1 * e.stability_bonus;
            QVERIFY(std::abs(sum - e.episode_return) < 1e-9);
        }
    }

    void timelines_are_kept_where_asked_for() {
        const Statics statics;
        auto plan = small_plan();
        QVERIFY(evaluated(statics.all(), plan).policies[0].episodes[0].steps.empty());
        plan.keep_steps = true;
        const auto result = evaluated(statics.all(), plan);
        const auto& episode = result.policies[1].episodes[0];
        QCOMPARE(episode.steps.size(), std::size_t{10});
        double sum = 0;
        for (const auto& step : episode.steps) {
            sum += step.reward;
            QCOMPARE(step.desired_gpu, 3);
            QCOMPARE(step.ready_cpu, 3);
        }
        QVERIFY(std::abs(sum - episode.episode_return) < 1e-9);
        QCOMPARE(episode.steps.back().time_s, 300.0);
        QVERIFY(std::isnan(episode.steps[0].value));
    }

    void timelines_of_the_first_runs_only() {
        const Statics statics;
        auto plan = small_plan();
        QVERIFY(plan.runs >= 2);
        plan.timelines = 1;
        const auto result = evaluated(statics.all(), plan);
        for (const auto& policy : result.policies)
            for (std::size_t i = 0; i < policy.episodes.size(); ++i)
                QCOMPARE(policy.episodes[i].steps.empty(), i % static_cast<std::size_t>(plan.runs) != 0);
    }

    void progress_counts_to_the_end_on_the_calling_thread() {
        const Statics statics;
        const auto caller = std::this_thread::get_id();
        int last = 0, total = 0;
        bool same_thread = true;
        QVERIFY(evaluate(config::Config{}, statics.all(), small_plan(), {}, [&](int done, int all) {
            same_thread = same_thread && std::this_thread::get_id() == caller;
            last = done;
            total = all;
        }));
        QVERIFY(same_thread);
        QCOMPARE(last, 18);
        QCOMPARE(total, 18);
    }

    void a_stop_cancels() {
        const Statics statics;
        RunControl control;
        control.request_stop();
        const auto result = evaluate(config::Config{}, statics.all(), small_plan(), StopToken(control));
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::cancelled);
    }

    void bad_plans_are_refused() {
        const Statics statics;
        auto plan = small_plan();
        plan.runs = 0;
        QCOMPARE(evaluate(config::Config{}, statics.all(), plan).error().code, ErrorCode::invalid_argument);
        plan = small_plan();
        plan.patterns.clear();
        QCOMPARE(evaluate(config::Config{}, statics.all(), plan).error().code, ErrorCode::invalid_argument);
        QCOMPARE(evaluate(config::Config{}, {}, small_plan()).error().code, ErrorCode::invalid_argument);
        const agent::Policy* const twice[] = {&statics.small, &statics.small};
        const auto named_twice = evaluate(config::Config{}, twice, small_plan());
        QVERIFY(!named_twice && named_twice.error().message.find("small") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TestEvaluator)
#include "tst_evaluator.moc"
