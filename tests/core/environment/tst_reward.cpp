// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <cmath>
#include <limits>

#include "core/environment/reward.h"
#include "core/environment/reward_function.h"

using namespace trimtab;
using namespace trimtab::environment;

namespace {

/// A window as SIMULATOR 6's examples describe it: every pod ready, billed for the whole window.
cluster::WindowMetrics window(double p95_ms, double throughput_rps, double users, double gpu, double cpu,
                              double gpu_percent, double cpu_percent) {
    const config::SimulatorConfig prices;
    cluster::WindowMetrics m;
    m.duration_s = 30;
    m.latency_p95_ms = p95_ms;
    m.throughput_rps = throughput_rps;
    m.mean_users = users;
    m.mean_ready_gpu = gpu;
    m.mean_ready_cpu = cpu;
    m.gpu_utilization = gpu_percent;
    m.cpu_utilization = cpu_percent;
    m.cost_usd = (gpu * prices.gpu_price_per_hour + cpu * prices.cpu_price_per_hour) * 30 / 3600;
    return m;
}

bool near(double a, double b, double tolerance = 5e-6) { return std::abs(a - b) <= tolerance; }

}  // namespace

class TestReward : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void examples_data() {
        QTest::addColumn<QVector<double>>(
            "seen");  // p95, throughput, users, ready gpu, ready cpu, gpu %, cpu %
        QTest::addColumn<int>("delta_gpu");
        QTest::addColumn<int>("delta_cpu");
        QTest::addColumn<QVector<double>>("expected");  // the four components and the total
        QTest::newRow("good window") << QVector<double>{300, 30, 60, 4, 1, 70, 50} << 0 << 0
                                     << QVector<double>{1, 0.2, -0.45231, 1, 0.46954};
        QTest::newRow("too small, shrinking") << QVector<double>{2400, 18, 60, 1, 1, 100, 100} << -2 << -2
                                              << QVector<double>{-0.5, -1, 0.80928, 0, -0.33814};
        QTest::newRow("nothing answered") << QVector<double>{10000, 0, 50, 1, 1, 0, 0} << 0 << 0
                                          << QVector<double>{-0.88, -1, 0.40928, 1, -0.47014};
    }
    void examples() {
        QFETCH(QVector<double>, seen);
        QFETCH(int, delta_gpu);
        QFETCH(int, delta_cpu);
        QFETCH(QVector<double>, expected);
        RewardInput input;
        input.metrics = window(seen[0], seen[1], seen[2], seen[3], seen[4], seen[5], seen[6]);
        input.delta_gpu = delta_gpu;
        input.delta_cpu = delta_cpu;
        const RewardComponents reward =
            RewardFunction(config::Config{})(input, {1200, 0.95, 3 * 0.526 / 0.17});
        QVERIFY2(near(reward.latency_improvement, expected[0]),
                 qPrintable(QString::number(reward.latency_improvement)));
        QVERIFY(near(reward.throughput_improvement, expected[1]));
        QVERIFY2(near(reward.resource_efficiency, expected[2]),
                 qPrintable(QString::number(reward.resource_efficiency)));
        QVERIFY(near(reward.stability_bonus, expected[3]));
        QVERIFY2(near(reward.total, expected[4]), qPrintable(QString::number(reward.total)));
    }

    void latencyIsZeroAtTheBaselineAndOneAtTheSlo() {
        QCOMPARE(latency_improvement(1200, 1200, 500), 0.0);
        QCOMPARE(latency_improvement(500, 1200, 500), 1.0);
        QCOMPARE(latency_improvement(100, 1200, 500), 1.0);
        QCOMPARE(latency_improvement(2400, 1200, 500), -0.5);
        // A baseline near the SLO still leaves a quarter of itself to improve on.
        QVERIFY(near(latency_improvement(480, 520, 500), 40.0 / 130));
    }

    void moreLoadEarnsNothingByItself() {
        QCOMPARE(served_share(30, demand_rps(60, 1.5, 500)), 1.0);
        QCOMPARE(served_share(60, demand_rps(120, 1.5, 500)), 1.0);
        QCOMPARE(served_share(0, 0), 1.0);
        QCOMPARE(throughput_improvement(0.5, 0.95), -1.0);
    }

    void openLoopDemandIsWhatArrives() {
        cluster::WindowMetrics m = window(300, 18, 0, 3, 3, 50, 50);
        m.open_loop = true;
        m.arrivals_rps = 20;
        QCOMPARE(RewardFunction(config::Config{}).served_share(m), 0.9);
    }

    void weightsScaleTheComponents() {
        config::Config config;
        config.environment.latency_weight = 1;
        config.environment.throughput_weight = 0;
        config.environment.resource_efficiency_weight = 0;
        config.environment.stability_weight = 0;
        RewardInput input;
        input.metrics = window(850, 30, 60, 3, 0, 50, 0);
        QCOMPARE(RewardFunction(config)(input, {1200, 0.95, 9.28}).total, 0.5);
    }

    void missingLiveDataGivesZeroNotNaN() {
        const double none = std::numeric_limits<double>::quiet_NaN();
        RewardInput input;
        input.metrics = window(none, none, 60, 3, 3, none, 50);
        const RewardComponents reward = RewardFunction(config::Config{})(input, Baseline{});
        QCOMPARE(reward.latency_improvement, 0.0);
        QCOMPARE(reward.throughput_improvement, 0.0);
        QCOMPARE(reward.resource_efficiency, 0.0);
        QVERIFY(std::isfinite(reward.total));
    }
};

QTEST_APPLESS_MAIN(TestReward)
#include "tst_reward.moc"
