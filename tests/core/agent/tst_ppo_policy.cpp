// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <cmath>
#include <numeric>

#include "core/agent/ppo_policy.h"
#include "core/environment/make_environment.h"
#include "tests/core/agent/ppo_fixture.h"

using namespace trimtab;
using namespace trimtab::agent;

namespace {

std::unique_ptr<environment::KubernetesEnvironment> make_environment(bool extended) {
    config::Config config;
    config.environment.extended_observation = extended;
    auto made = environment::make_environment(config, {{"", {}}});
    if (!made) qFatal("%s", made.error().to_string().c_str());
    std::vector<float> input(static_cast<std::size_t>((*made)->spaces().observation_size));
    if (!(*made)->reset({3, "spike"}, input)) qFatal("the reset failed");
    return std::move(*made);
}

PpoAgent make_agent(int observations, bool masking = false) {
    config::AgentConfig config = test::small_agent();
    config.action_masking = masking;
    return std::move(PpoAgent::create(config, test::kubernetes_spaces(observations), 1).value());
}

}  // namespace

class TestPpoPolicy : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void decidesGreedilyAndSaysWhy();
    void keepsWithinTheMask();
    void aCloneDecidesTheSame();
    void theAgentMayGoOnLearning();
    void anotherObservationLayoutIsRefused();
};

void TestPpoPolicy::decidesGreedilyAndSaysWhy() {
    const auto environment = make_environment(false);
    PpoPolicy policy(make_agent(10), "ppo");
    policy.begin_episode(*environment, 1);
    const auto decision = policy.decide(*environment);
    QVERIFY(decision.has_value());
    QVERIFY(decision->action.has_value() && !decision->allocation.has_value());
    QCOMPARE(decision->probabilities.size(), std::size_t{3});
    const auto indices = decision->action->indices();
    for (std::size_t head = 0; head < 3; ++head) {
        const std::vector<double>& p = decision->probabilities[head];
        QCOMPARE(p.size(), std::size_t{head == 2 ? 3U : 5U});
        QVERIFY(std::abs(std::accumulate(p.begin(), p.end(), 0.0) - 1) < 1e-6);
        QCOMPARE(static_cast<std::ptrdiff_t>(indices[head]),
                 std::max_element(p.begin(), p.end()) - p.begin());
    }
    QVERIFY(decision->value.has_value() && std::isfinite(*decision->value));
    QVERIFY(decision->reason.find("probability 0.0") == 0);  // about 1/75: fresh heads are almost uniform
    Decision last;
    QVERIFY(play_step(policy, *environment, &last).has_value());
    QCOMPARE(environment->info().step, 1);
    QCOMPARE(last.reason, decision->reason);
}

void TestPpoPolicy::keepsWithinTheMask() {
    const auto environment = make_environment(false);
    std::vector<float> input(10);
    QVERIFY(environment->reset_at({3, "spike"}, {10, 1, cluster::Placement::balanced}).has_value());
    PpoPolicy policy(make_agent(10, true), "ppo");
    const auto decision = policy.decide(*environment);
    QVERIFY(decision.has_value());
    QCOMPARE(decision->probabilities[0][3] + decision->probabilities[0][4], 0.0);  // no more GPU pods than 10
    QCOMPARE(decision->probabilities[1][0] + decision->probabilities[1][1], 0.0);  // no fewer CPU pods than 1
    QVERIFY(decision->action->delta_gpu() <= 0 && decision->action->delta_cpu() >= 0);
}

void TestPpoPolicy::aCloneDecidesTheSame() {
    const auto environment = make_environment(true);
    PpoPolicy policy(make_agent(31), "ppo");
    const auto clone = policy.clone();
    QVERIFY(clone != nullptr);
    QCOMPARE(clone->name(), policy.name());
    QVERIFY(clone->decide(*environment)->probabilities == policy.decide(*environment)->probabilities);
}

void TestPpoPolicy::theAgentMayGoOnLearning() {
    const auto environment = make_environment(false);
    PpoAgent agent = make_agent(10);
    auto policy = PpoPolicy::from_agent(agent, "ppo");
    QVERIFY(policy.has_value());
    const auto before = (*policy)->decide(*environment);
    RolloutBuffer buffer = test::noise_rollout(agent, 16, 4, 1);
    QVERIFY(agent.update(buffer, 0).has_value());
    QVERIFY((*policy)->decide(*environment)->probabilities == before->probabilities);
    QVERIFY((*PpoPolicy::from_agent(agent, "ppo"))->decide(*environment)->probabilities !=
            before->probabilities);
}

void TestPpoPolicy::anotherObservationLayoutIsRefused() {
    const auto environment = make_environment(true);
    PpoPolicy policy(make_agent(10), "ppo");
    const auto decision = policy.decide(*environment);
    QVERIFY(!decision.has_value());
    QCOMPARE(decision.error().code, ErrorCode::invalid_argument);
    QVERIFY(decision.error().message.find("extended_observation") != std::string::npos);
}

QTEST_APPLESS_MAIN(TestPpoPolicy)
#include "tst_ppo_policy.moc"
