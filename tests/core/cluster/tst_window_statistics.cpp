// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/cluster/window_statistics.h"

using namespace trimtab;
using cluster::load_shape;
using cluster::order_quantile;
using cluster::WindowMetrics;
using cluster::WindowTotals;

/// SIMULATOR 5: the statistics of one window, by hand.
class WindowStatisticsTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void p95_is_an_order_statistic() {
        std::vector<float> values;
        for (int i = 20; i >= 1; --i) values.push_back(static_cast<float>(i));
        QCOMPARE(order_quantile(std::span<float>(values), 0.95), 19.0);
        values.push_back(21);
        QCOMPARE(order_quantile(std::span<float>(values), 0.95), 20.0);
        values = {7};
        QCOMPARE(order_quantile(std::span<float>(values), 0.95), 7.0);
        values.clear();
        QCOMPARE(order_quantile(std::span<float>(values), 0.95), 10000.0);
    }

    void trend_and_variance_data() {
        QTest::addColumn<QVector<double>>("buckets");
        QTest::addColumn<double>("trend");
        QTest::addColumn<double>("variance");
        QTest::newRow("two buckets") << QVector<double>{10, 20} << 0.0 << 0.0;
        QTest::newRow("three buckets") << QVector<double>{10, 12, 14} << 0.4 << std::sqrt(8.0 / 3) / 12;
        QTest::newRow("five buckets") << QVector<double>{10, 10, 20, 20, 15} << -0.25 << std::sqrt(20.0) / 15;
        QTest::newRow("quiet") << QVector<double>{0, 0, 0, 0, 0} << 0.0 << 0.0;
        QTest::newRow("clipped") << QVector<double>{0, 0, 0.5, 0, 30} << 1.0 << 1.0;
    }
    void trend_and_variance() {
        QFETCH(QVector<double>, buckets);
        QFETCH(double, trend);
        QFETCH(double, variance);
        const auto shape = load_shape(
            std::span<const double>(buckets.constData(), static_cast<std::size_t>(buckets.size())));
        QVERIFY(std::abs(shape.trend - trend) < 1e-12);
        QVERIFY(std::abs(shape.variance - variance) < 1e-9);
    }

    void utilisation_memory_cost_and_energy() {
        const auto seconds = [](double s) { return static_cast<std::int64_t>(cluster::to_ticks(s)); };
        WindowTotals window;
        window.busy_ticks = {seconds(45), seconds(15)};
        window.ready_server_ticks = {seconds(60), seconds(60)};
        window.billed_pod_s = {90, 60};
        window.latency_ticks = seconds(300);
        window.successes = 600;
        window.responses = 630;
        window.arrivals = 660;
        WindowMetrics m;
        const config::SimulatorConfig config;
        cluster::measure(m, config, window, 30, {3, 2});
        QCOMPARE(m.gpu_utilization, 75.0);
        QCOMPARE(m.cpu_utilization, 25.0);
        QCOMPARE(m.throughput_rps, 20.0);
        QCOMPARE(m.arrivals_rps, 22.0);
        QCOMPARE(m.memory_utilization, 100 * (3 * 972 + 2 * 540 + 6 * 10.0) / (4096 * 5));
        QCOMPARE(cluster::cost_usd(config, window), (90 * 0.526 + 60 * 0.17) / 3600);
        // GPU pods idle at 10 W + 4 x 0.74 W and reach 70 W + 4 x 3.5 W; CPU pods 4 x 0.74 W to 4 x 3.5 W.
        const double joules = 90 * 12.96 + 45 * (84 - 12.96) + 60 * 2.96 + 15 * (14 - 2.96);
        QVERIFY(std::abs(cluster::energy_wh(config, window) - joules / 3600) < 1e-9);
    }

    void nothing_ready_is_not_a_division_by_zero() {
        WindowMetrics m;
        cluster::measure(m, {}, WindowTotals{}, 30, {0, 0});
        QCOMPARE(m.gpu_utilization, 0.0);
        QCOMPARE(m.memory_utilization, 0.0);
    }
};

QTEST_APPLESS_MAIN(WindowStatisticsTest)
#include "tst_window_statistics.moc"
