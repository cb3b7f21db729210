// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <cmath>

#include "tests/support/cartpole_environment.h"

using namespace trimtab;

class TestCartPoleEnvironment : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void followsTheEquationsOfMotion();
    void endsWhereGymnasiumEnds();
    void startsNearUprightFromItsSeed();
};

// The end state was computed with an independent program in Python from the equations that Gymnasium
// documents.
void TestCartPoleEnvironment::followsTheEquationsOfMotion() {
    test::CartPoleEnvironment environment;
    std::vector<float> input(4);
    QVERIFY(environment.reset({}, input).has_value());
    environment.set_state({0.01, -0.02, 0.03, 0.04});
    for (int i = 0; i < 2; ++i) {
        for (const int action : {1, 1, 0, 1, 0}) {
            const auto result = environment.step(std::vector<int>{action}, input);
            QVERIFY(result.has_value() && !result->terminated && result->reward == 1.0);
        }
    }
    const std::array<double, 4> expected{0.0721156930394794, 0.3698333134906735, -0.05655725388629963,
                                         -0.5370316136851639};
    for (std::size_t i = 0; i < 4; ++i) {
        QVERIFY(std::abs(environment.state()[i] - expected[i]) < 1e-12);
        QCOMPARE(input[i], static_cast<float>(environment.state()[i]));
    }
}

void TestCartPoleEnvironment::endsWhereGymnasiumEnds() {
    test::CartPoleEnvironment environment;
    std::vector<float> input(4);
    QVERIFY(environment.reset({}, input).has_value());
    environment.set_state({2.39, 1.0, 0, 0});
    QVERIFY(environment.step(std::vector<int>{1}, input)->terminated);  // beyond 2.4 m
    environment.set_state({0, 0, -0.209, -0.1});
    QVERIFY(environment.step(std::vector<int>{1}, input)->terminated);  // beyond 12 degrees
    QVERIFY(environment.reset({}, input).has_value());
    for (int i = 1; i <= 500; ++i) {
        environment.set_state({0, 0, 0, 0});
        const auto result = environment.step(std::vector<int>{i % 2}, input);
        QVERIFY(!result->terminated);
        QCOMPARE(result->truncated, i == 500);
    }
}

void TestCartPoleEnvironment::startsNearUprightFromItsSeed() {
    test::CartPoleEnvironment environment;
    std::vector<float> first(4), again(4), other(4);
    environment::EpisodeSpec spec;
    spec.seed = 7;
    QVERIFY(environment.reset(spec, first).has_value());
    QVERIFY(environment.reset(spec, again).has_value());
    QCOMPARE(first, again);
    spec.seed = 8;
    QVERIFY(environment.reset(spec, other).has_value());
    QVERIFY(first != other);
    for (const float x : first) QVERIFY(std::abs(x) <= 0.05F);
}

QTEST_APPLESS_MAIN(TestCartPoleEnvironment)
#include "tst_cartpole_environment.moc"
