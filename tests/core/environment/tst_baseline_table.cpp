// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <fstream>

#include "core/environment/baseline_cache.h"
#include "core/environment/baseline_table.h"

using namespace trimtab;
using namespace trimtab::environment;

namespace {

config::Config day() {
    config::Config config;
    config.environment.profile = "day";
    config.environment.episode_duration = 3600;
    config.environment.max_replicas = 20;
    config.environment.baseline_static_gpu_replicas = 6;
    config.environment.baseline_static_cpu_replicas = 6;
    config.simulator.gpu_quota = 20;
    config.load.patterns = {"day"};
    return config;
}

bool within(double value, double expected, double tolerance) {
    return std::abs(value - expected) <= tolerance;
}

}  // namespace

class TestBaselineTable : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    // What ships is what this engine measures.
    void measuredAgainItAgreesWithWhatShips_data() {
        QTest::addColumn<bool>("is_day");
        QTest::addColumn<QString>("pattern");
        for (const char* pattern : {"ramp", "spike", "periodic", "random"})
            QTest::newRow(pattern) << false << QString(pattern);
        QTest::newRow("day") << true << "day";
    }
    void measuredAgainItAgreesWithWhatShips() {
        QFETCH(bool, is_day);
        QFETCH(QString, pattern);
        const config::Config config = is_day ? day() : config::Config{};
        const std::string name = pattern.toStdString();
        const auto shipped = find_cached_baseline(baseline_key(config, name));
        QVERIFY(shipped.has_value());
        const auto measured = measure_baseline(config, name);
        QVERIFY(measured.has_value());
        QVERIFY2(within(measured->latency_p95_ms, shipped->latency_p95_ms, 0.002 * shipped->latency_p95_ms),
                 qPrintable(QString::number(measured->latency_p95_ms)));
        QVERIFY2(within(measured->served_share, shipped->served_share, 0.004),
                 qPrintable(QString::number(measured->served_share)));
        QVERIFY(within(measured->cost_units, shipped->cost_units, 1e-12));
    }

    void costOfTheBaselineInCpuPods() {
        QVERIFY(within(baselines_for(config::Config{})->at("ramp").cost_units, 9.28235, 1e-5));
        QVERIFY(within(baselines_for(day())->at("day").cost_units, 18.5647, 1e-4));
    }

    void threadsDoNotChangeTheMeasurement() {
        MeasureOptions one, three;
        one.threads = 1;
        three.threads = 3;
        const auto a = measure_baseline(config::Config{}, "random", 12, one);
        const auto b = measure_baseline(config::Config{}, "random", 12, three);
        QCOMPARE(a->latency_p95_ms, b->latency_p95_ms);
        QCOMPARE(a->served_share, b->served_share);
    }

    void whatMattersChangesTheKey() {
        const config::Config standard;
        const std::string key = baseline_key(standard, "ramp");
        config::Config slower = standard;
        slower.simulator.cpu_image_s *= 1.01;
        QVERIFY(baseline_key(slower, "ramp") != key);
        config::Config stricter = standard;
        stricter.environment.slo_ms = 400;
        QVERIFY(baseline_key(stricter, "ramp") != key);
        config::Config trained_longer = standard;
        trained_longer.training.total_steps = 7;
        trained_longer.environment.max_replicas = 8;
        QCOMPARE(baseline_key(trained_longer, "ramp"), key);
        QVERIFY(baseline_key(standard, "spike") != key);
    }

    void publishedTableTakesTheBetterOfItsColumns() {
        config::Config config;
        config.environment.baseline = config::BaselineTable::published;
        const auto table = baselines_for(config);
        QCOMPARE(table->at("random").latency_p95_ms, 2600.0);
        QCOMPARE(table->at("ramp").latency_p95_ms, 5800.0);
        QCOMPARE(table->at("spike").latency_p95_ms, 370.0);
    }

    void aFileRemembersMeasurements() {
        const QTemporaryDir dir;
        const std::filesystem::path file =
            std::filesystem::path(dir.path().toStdString()) / "sub" / "baselines.txt";
        cache_baseline("a key of this test", {123.25, 0.5, 9.5}, file);
        std::ifstream in(file);
        std::string hash;
        double p95 = 0;
        in >> hash >> p95;
        QCOMPARE(hash.size(), std::size_t(16));
        QCOMPARE(p95, 123.25);
        QVERIFY(!find_cached_baseline("a key nobody measured", file));
    }

    void anUnreadableCacheIsAsGoodAsNone() {
        const QTemporaryDir dir;
        const std::filesystem::path file = std::filesystem::path(dir.path().toStdString()) / "bad.txt";
        std::ofstream(file) << "not a cache\n\x01\x02\n0123456789abcdef NaN\n";
        QVERIFY(!find_cached_baseline("another key", file));
        QVERIFY(!find_cached_baseline("another key", dir.path().toStdString()));
    }

    void aStopCancelsAMeasurement() {
        RunControl control;
        control.request_stop();
        MeasureOptions options;
        options.stop = StopToken(control);
        const auto measured = measure_baseline(config::Config{}, "ramp", 4, options);
        QVERIFY(!measured);
        QCOMPARE(measured.error().code, ErrorCode::cancelled);
    }
};

QTEST_APPLESS_MAIN(TestBaselineTable)
#include "tst_baseline_table.moc"
