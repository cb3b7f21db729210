// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <cmath>

#include "core/agent/rollout_buffer.h"

using namespace trimtab::agent;

namespace {

const trimtab::environment::Spaces spaces{2, {5, 3}};

bool near(float actual, double expected) { return std::abs(static_cast<double>(actual) - expected) < 1e-5; }

/// One environment, given columns.
RolloutBuffer rollout(std::vector<float> rewards, std::vector<float> values, std::vector<float> next_values,
                      std::vector<std::uint8_t> ends) {
    RolloutBuffer buffer(static_cast<int>(rewards.size()), 1, spaces, false);
    buffer.steps = buffer.capacity;
    buffer.rewards = std::move(rewards);
    buffer.values = std::move(values);
    buffer.next_values = std::move(next_values);
    buffer.episode_end = std::move(ends);
    return buffer;
}

}  // namespace

class TestRolloutBuffer : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void hasTheDeclaredShapes();
    void advantagesOfThreeStepsByHand();
    void nothingFlowsAcrossAnEpisodesEnd();
    void aTimeLimitMayBootstrap();
    void lambdaOneGivesReturnsAndLambdaZeroGivesErrors();
    void environmentsDoNotMix();
};

void TestRolloutBuffer::hasTheDeclaredShapes() {
    const RolloutBuffer buffer(4, 3, spaces, true);
    QCOMPARE(buffer.rows(), 0);
    QCOMPARE(buffer.inputs.size(), std::size_t{4 * 3 * 2});
    QCOMPARE(buffer.masks.size(), std::size_t{4 * 3 * 8});
    QCOMPARE(buffer.actions.size(), std::size_t{4 * 3 * 2});
    QCOMPARE(buffer.returns.size(), std::size_t{12});
    QVERIFY(RolloutBuffer(4, 3, spaces, false).masks.empty());
}

// gamma .9, lambda .5: deltas 1 + .9*2 - 1 = 1.8, 2 + .9*3 - 2 = 2.7, 3 + .9*4 - 3 = 3.6;
// A2 = 3.6, A1 = 2.7 + .45*3.6 = 4.32, A0 = 1.8 + .45*4.32 = 3.744.
void TestRolloutBuffer::advantagesOfThreeStepsByHand() {
    RolloutBuffer buffer = rollout({1, 2, 3}, {1, 2, 3}, {2, 3, 4}, {0, 0, 0});
    compute_advantages(buffer, 0.9, 0.5);
    QVERIFY(near(buffer.advantages[2], 3.6));
    QVERIFY(near(buffer.advantages[1], 4.32));
    QVERIFY(near(buffer.advantages[0], 3.744));
    QVERIFY(near(buffer.returns[0], 4.744));
    QVERIFY(near(buffer.returns[2], 6.6));
}

void TestRolloutBuffer::nothingFlowsAcrossAnEpisodesEnd() {
    RolloutBuffer buffer = rollout({1, 2, 3}, {1, 2, 3}, {2, 0, 4}, {0, 1, 0});
    compute_advantages(buffer, 0.9, 0.5);
    QVERIFY(near(buffer.advantages[2], 3.6));
    QVERIFY(near(buffer.advantages[1], 0.0));  // 2 + 0 - 2
    QVERIFY(near(buffer.advantages[0], 1.8));
}

void TestRolloutBuffer::aTimeLimitMayBootstrap() {
    RolloutBuffer buffer = rollout({1, 2, 3}, {1, 2, 3}, {2, 10, 4}, {0, 1, 0});
    compute_advantages(buffer, 0.9, 0.5);
    QVERIFY(near(buffer.advantages[1], 9.0));  // 2 + .9*10 - 2, but nothing of step 2
    QVERIFY(near(buffer.advantages[0], 1.8 + 0.45 * 9.0));
}

void TestRolloutBuffer::lambdaOneGivesReturnsAndLambdaZeroGivesErrors() {
    RolloutBuffer buffer = rollout({1, 1, 1}, {5, 6, 7}, {6, 7, 0}, {0, 0, 1});
    compute_advantages(buffer, 0.5, 1.0);
    QVERIFY(near(buffer.returns[0], 1 + 0.5 + 0.25));  // the discounted sum, whatever the values say
    compute_advantages(buffer, 0.5, 0.0);
    QVERIFY(near(buffer.returns[0], 1 + 0.5 * 6));
}

void TestRolloutBuffer::environmentsDoNotMix() {
    RolloutBuffer both(3, 2, spaces, false);
    both.steps = 3;
    const RolloutBuffer a = rollout({1, 2, 3}, {1, 2, 3}, {2, 3, 4}, {0, 0, 0});
    for (std::size_t t = 0; t < 3; ++t) {
        both.rewards[2 * t + 1] = a.rewards[t];
        both.values[2 * t + 1] = a.values[t];
        both.next_values[2 * t + 1] = a.next_values[t];
    }
    compute_advantages(both, 0.9, 0.5);
    QVERIFY(near(both.advantages[1], 3.744));
    QVERIFY(near(both.advantages[0], 0.0));
}

QTEST_APPLESS_MAIN(TestRolloutBuffer)
#include "tst_rollout_buffer.moc"
