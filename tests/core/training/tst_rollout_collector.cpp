// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/training/rollout_collector.h"
#include "tests/core/training/training_fakes.h"

using namespace trimtab;
using namespace trimtab::training_fakes;

class TestRolloutCollector : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void next_values_follow_the_rule_for_the_end_of_an_episode_data() {
        QTest::addColumn<bool>("bootstrap");
        QTest::newRow("the time limit is a terminal") << false;
        QTest::newRow("the time limit is bootstrapped") << true;
    }
    void next_values_follow_the_rule_for_the_end_of_an_episode() {
        QFETCH(bool, bootstrap);
        const auto setup = tiny_setup();
        std::vector<std::unique_ptr<environment::Environment>> made;
        for (int i = 0; i < 4; ++i) made.push_back(std::make_unique<TinyEnvironment>());
        environment::VectorEnvironment environments(std::move(made), setup.episode_plan, 1);
        QVERIFY(environments.reset());
        auto agent = agent::PpoAgent::create(setup.agent, environments.spaces(), 3);
        QVERIFY(agent.has_value());
        agent::RolloutBuffer buffer(20, 4, environments.spaces(), false);
        training::RolloutCollector collector(environments, *agent, buffer, bootstrap);

        int terminated = 0, truncated = 0;
        std::vector<std::array<float, 4>> expected;
        for (int t = 0; t < 20; ++t) {
            QVERIFY(collector.step());
            const auto batch = environments.batch();
            auto& row = expected.emplace_back();
            for (std::size_t i = 0; i < 4; ++i) {
                const bool ended = batch.terminated[i] != 0 || batch.truncated[i] != 0;
                terminated += batch.terminated[i];
                truncated += batch.truncated[i];
                const auto source = ended ? batch.final_inputs : batch.inputs;
                std::array<float, 1> value{};
                agent->evaluate_values(source.subspan(i * 4, 4), value);
                const bool counts = !ended || (bootstrap && batch.truncated[i] != 0);
                row[i] = counts ? value[0] : 0.0F;
            }
        }
        collector.finish();
        QVERIFY(terminated > 0 && truncated > 0);
        QCOMPARE(buffer.steps, 20);
        for (std::size_t t = 0; t < 20; ++t)
            for (std::size_t i = 0; i < 4; ++i) {
                const float got = buffer.next_values[t * 4 + i];
                QVERIFY2(std::abs(got - expected[t][i]) < 1e-5F,
                         qPrintable(
                             QString("t %1 env %2: %3, not %4").arg(t).arg(i).arg(got).arg(expected[t][i])));
            }
    }
};

QTEST_APPLESS_MAIN(TestRolloutCollector)
#include "tst_rollout_collector.moc"
