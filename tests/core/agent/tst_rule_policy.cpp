// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <cmath>

#include "core/agent/rule_policy.h"
#include "core/environment/make_environment.h"

using namespace trimtab;
using namespace trimtab::agent;

namespace {
constexpr double pod_rps = 2 / 0.178;
}

class TestRulePolicy : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void capacityOfAGpuPod() {
        config::SimulatorConfig simulator;
        QVERIFY(std::abs(gpu_pod_capacity_rps(simulator) - 11.236) < 5e-4);
        simulator.images_per_request = 20;  // larger than a batch: one request at a time
        QVERIFY(std::abs(gpu_pod_capacity_rps(simulator) - 1 / (0.058 + 0.012 * 20)) < 1e-12);
    }

    void steadyLoad() {
        // lam = 20 (1.5 + 0.7 x 0.4) / 1.6 = 22.25; g = ceil(1 + 0.5 x 22.25 / 11.236) = 2.
        const auto target = rule_target(RuleOptions{}, {400, 20, 1, 1, 0}, 500, pod_rps);
        QCOMPARE(target.replicas_gpu, 2);
        QCOMPARE(target.replicas_cpu, 1);
    }

    void aRisingTrendIsFollowedAhead() {
        // r = 0.5: x = 20 x 1.5 / 1.25 = 24, lam = 24 x 1.78 / 1.6 x 1.75 = 46.7; g = ceil(1 + 2.08) = 4.
        QCOMPARE(rule_target(RuleOptions{}, {400, 20, 1, 1, 0.5}, 500, pod_rps).replicas_gpu, 4);
    }

    void theDeadBandKeepsOnePodTooMany() {
        QCOMPARE(rule_target(RuleOptions{}, {400, 20, 3, 1, 0}, 500, pod_rps).replicas_gpu, 3);
        QCOMPARE(rule_target(RuleOptions{}, {400, 20, 4, 1, 0}, 500, pod_rps).replicas_gpu, 2);
    }

    void badLatencyAddsTwoCpuPods() {
        QCOMPARE(rule_target(RuleOptions{}, {750, 20, 3, 1, 0}, 500, pod_rps).replicas_cpu, 1);
        QCOMPARE(rule_target(RuleOptions{}, {751, 20, 3, 1, 0}, 500, pod_rps).replicas_cpu, 3);
    }

    void movesAreLimitedToTwo() {
        auto environment = std::move(environment::make_environment(config::Config{})).value();
        QVERIFY(environment->reset_at({1, "ramp", 0}, {10, 10, cluster::Placement::balanced}).has_value());
        RulePolicy policy("rule", RuleOptions{});
        policy.begin_episode(*environment, 1);
        const auto decision = policy.decide(*environment);
        QCOMPARE(decision->action.value(), (environment::Action{0, 0, cluster::Placement::balanced}));
    }

    void aPatternsOwnSettingReplacesTheCommonOne() {
        auto environment = std::move(environment::make_environment(config::Config{})).value();
        RuleOptions own;
        own.placement = cluster::Placement::prefer_cpu;
        RulePolicy policy("rule", RuleOptions{}, {{"spike", own}});
        for (const char* pattern : {"ramp", "spike"}) {
            QVERIFY(environment->reset_at({1, pattern, 0}, {3, 3, cluster::Placement::balanced}).has_value());
            policy.begin_episode(*environment, 1);
            const auto expected = std::string(pattern) == "spike" ? cluster::Placement::prefer_cpu
                                                                  : cluster::Placement::balanced;
            QCOMPARE(policy.decide(*environment)->action->placement, expected);
        }
    }
};

QTEST_APPLESS_MAIN(TestRulePolicy)
#include "tst_rule_policy.moc"
