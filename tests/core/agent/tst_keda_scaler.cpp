// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/agent/keda_scaler.h"

using trimtab::agent::KedaOptions;
using trimtab::agent::KedaScaler;

namespace {

/// Runs a scaler with syncs every 15 s; `metric` is asked at every poll.
struct Bench {
    KedaScaler scaler;
    int replicas = 3;
    double now_s = 0;
    int polls = 0;
    explicit Bench(const KedaOptions& options) : scaler(options) {}
    int until(double end_s, std::optional<double> metric) {
        for (; now_s < end_s; now_s += 15) {
            if (scaler.poll_due(now_s)) {
                scaler.polled(now_s, metric);
                ++polls;
            }
            replicas = scaler.sync(now_s, replicas);
        }
        return replicas;
    }
};

}  // namespace

class TestKedaScaler : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void followsArrivals() {
        Bench bench(KedaOptions{});
        QCOMPARE(bench.until(60, 60.0), 5);  // 60 req/s at 12 a pod
        QCOMPARE(bench.polls, 2);            // every 30 s
    }

    void theAutoscalersDownWindowApplies() {
        Bench bench(KedaOptions{});
        QCOMPARE(bench.until(60, 60.0), 5);
        QCOMPARE(bench.until(330, 12.0), 5);
        QCOMPARE(bench.until(390, 12.0), 1);
    }

    void zeroOnlyAfterTheCooldown() {
        Bench bench(KedaOptions{});
        QCOMPARE(bench.until(30, 12.0), 3);
        QVERIFY(bench.until(300, 0.0) >= 1);
        QCOMPARE(bench.until(345, 0.0), 0);
    }

    void arrivalsWakeAPoolFromZero() {
        Bench bench(KedaOptions{});
        bench.until(345, 0.0);
        QCOMPARE(bench.replicas, 0);
        QCOMPARE(bench.until(375, 100.0) > 0, true);
        QCOMPARE(bench.until(420, 100.0), 9);
    }

    void aMinimumIsNeverUndercut() {
        KedaOptions options;
        options.min_replicas = 2;
        Bench bench(options);
        QCOMPARE(bench.until(900, 0.0), 2);
    }

    void fallbackAfterThreeFailedPolls() {
        Bench bench(KedaOptions{});
        QCOMPARE(bench.until(60, 96.0), 8);
        QCOMPARE(bench.until(120, std::nullopt), 8);  // two failures: no scaling down
        QCOMPARE(bench.until(135, std::nullopt), 3);
        QCOMPARE(bench.until(180, 96.0), 8);
    }
};

QTEST_APPLESS_MAIN(TestKedaScaler)
#include "tst_keda_scaler.moc"
