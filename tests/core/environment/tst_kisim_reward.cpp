// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <cmath>

#include "core/environment/kisim_reward.h"
#include "core/environment/reward_function.h"

using namespace trimtab;
using namespace trimtab::environment;

namespace {

RewardInput input(const char* pattern, double p95_ms, double throughput_rps, double cpu_percent, int gpu,
                  int cpu, int step) {
    RewardInput out;
    out.pattern = pattern;
    out.metrics.latency_p95_ms = p95_ms;
    out.metrics.throughput_rps = throughput_rps;
    out.metrics.cpu_utilization = cpu_percent;
    out.executed = {gpu, cpu, cluster::Placement::balanced};
    out.step = step;
    return out;
}

double total(config::RewardForm form, const RewardInput& seen) {
    config::Config config;
    config.environment.reward = form;
    return RewardFunction(config)(seen, Baseline{}).total;
}

}  // namespace

class TestKisimReward : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void originalEnvironment_data() {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QVector<double>>("seen");  // p95, throughput, cpu %, gpu, cpu, step
        QTest::addColumn<double>("expected");
        QTest::newRow("random") << "random" << QVector<double>{1300, 15, 50, 6, 2, 5} << 0.49269;
        QTest::newRow("spike, CPU over 90 %") << "spike" << QVector<double>{300, 12, 95, 3, 3, 0} << -0.06182;
        QTest::newRow("ramp") << "ramp" << QVector<double>{3000, 20, 40, 4, 2, 3} << 0.63670;
    }
    void originalEnvironment() {
        QFETCH(QString, pattern);
        QFETCH(QVector<double>, seen);
        QFETCH(double, expected);
        const double reward =
            total(config::RewardForm::kisim,
                  input(pattern.toUtf8().constData(), seen[0], seen[1], seen[2], static_cast<int>(seen[3]),
                        static_cast<int>(seen[4]), static_cast<int>(seen[5])));
        QVERIFY2(std::abs(reward - expected) < 5e-6, qPrintable(QString::number(reward, 'g', 9)));
    }

    void bonusFromTheThirdStepOn() {
        const double second = total(config::RewardForm::kisim, input("random", 1300, 15, 50, 6, 2, 1));
        const double third = total(config::RewardForm::kisim, input("random", 1300, 15, 50, 6, 2, 2));
        QVERIFY(std::abs(third - second - 0.01) < 1e-12);
    }

    void unreadableMetricsCostOne() {
        QCOMPARE(total(config::RewardForm::kisim, input("ramp", std::nan(""), 5, 10, 3, 3, 4)), -1.0);
    }

    void alwaysMaxEarnsTheMostOnRandom() {
        const double max = total(config::RewardForm::kisim, input("random", 300, 35, 20, 10, 1, 5));
        const double modest = total(config::RewardForm::kisim, input("random", 450, 35, 60, 4, 1, 5));
        QVERIFY(max > modest);
    }

    void advancedCapsImprovementsAndWantsAShare() {
        // random: p95 half of 2600, throughput more than twice 10.4, exactly the wanted share of 0.8.
        const double reward =
            total(config::RewardForm::kisim_advanced, input("random", 1300, 30, 95, 4, 1, 2));
        QVERIFY(std::abs(reward - (0.4 * 0.5 + 0.3 * 1 + 0.2 * 1 + 0.01)) < 1e-12);
        // ramp compares with the lower p95 (5800) and the higher throughput (10.30); share 0.5 against 0.6.
        const double ramp = total(config::RewardForm::kisim_advanced, input("ramp", 2900, 10.3, 10, 3, 3, 0));
        QVERIFY(std::abs(ramp - (0.4 * 0.5 + 0.2 * 0.8)) < 1e-12);
    }
};

QTEST_APPLESS_MAIN(TestKisimReward)
#include "tst_kisim_reward.moc"
