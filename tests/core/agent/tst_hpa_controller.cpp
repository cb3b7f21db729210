// SPDX-License-Identifier: GPL-3.0-or-later
// Golden decision sequences of the Kubernetes HPA v2 twin (SIMULATOR 7).
#include <QtTest>
#include <array>

#include "core/agent/hpa_controller.h"
#include "core/agent/hpa_metrics.h"

using namespace trimtab::agent;
using trimtab::config::ScalingSelect;

namespace {

/// `ready` old, ready pods at one utilisation.
std::vector<HpaPod> pods_at(int ready, double utilization) {
    HpaPod pod;
    pod.utilization = utilization;
    return std::vector<HpaPod>(static_cast<std::size_t>(ready), pod);
}

/// One sync of a pool whose pods are all ready.
int sync(HpaController& hpa, double now_s, int current, int percent, int target, HpaTolerance tolerance) {
    HpaMetric metric;
    metric.target_percent = target;
    const std::array<std::optional<int>, 1> proposals = {
        replicas_for_metric(metric, pods_at(current, percent / 100.0), current, tolerance)};
    return hpa.sync(now_s, current, proposals);
}

/// A sync whose metric asks for `wanted`.
int propose(HpaController& hpa, double now_s, int current, std::optional<int> wanted) {
    return hpa.sync(now_s, current, std::array<std::optional<int>, 1>{wanted});
}

}  // namespace

class TestHpaController : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void goldenSequences_data() {
        QTest::addColumn<int>("target");
        QTest::addColumn<double>("tolerance");
        QTest::addColumn<int>("down_window_s");
        QTest::addColumn<QVector<int>>("utilization");
        QTest::addColumn<QVector<int>>("desired");
        QTest::newRow("target 70, tolerance 0.1, down window 60 s")
            << 70 << 0.1 << 60
            << QVector<int>{100, 100, 100, 100, 30, 30, 30, 30, 30, 30, 70, 70, 65, 62, 0, 0}
            << QVector<int>{5, 8, 10, 10, 10, 10, 10, 5, 5, 5, 5, 5, 5, 5, 5, 5};
        QTest::newRow("target 50, tolerance 0.2, no down window")
            << 50 << 0.2 << 0 << QVector<int>{100, 60, 61, 39, 41, 10, 10}
            << QVector<int>{6, 6, 8, 7, 7, 2, 1};
    }
    void goldenSequences() {
        QFETCH(int, target);
        QFETCH(double, tolerance);
        QFETCH(int, down_window_s);
        QFETCH(QVector<int>, utilization);
        QFETCH(QVector<int>, desired);
        HpaOptions options;
        options.down.window_s = down_window_s;
        HpaController hpa(options);
        int replicas = 3;
        for (int i = 0; i < utilization.size(); ++i) {
            replicas = sync(hpa, 15.0 * i, replicas, utilization[i], target, {tolerance, tolerance});
            QVERIFY2(replicas == desired[i], qPrintable(QString("sync %1: %2").arg(i).arg(replicas)));
        }
    }

    void outsideTheBoundsNeedsNoMetric() {
        HpaOptions options;
        options.min_replicas = 2;
        HpaController hpa(options);
        QCOMPARE(propose(hpa, 0, 14, std::nullopt), 10);
        QCOMPARE(propose(hpa, 15, 1, std::nullopt), 2);
    }

    void theLargestProposalCounts() {
        HpaController hpa(HpaOptions{});
        QCOMPARE(hpa.sync(0, 3, std::array<std::optional<int>, 2>{4, 6}), 6);
    }

    void anInvalidMetricForbidsScalingDownOnly() {
        HpaOptions options;
        options.down.window_s = 0;
        HpaController down(options);
        QCOMPARE(down.sync(0, 5, std::array<std::optional<int>, 2>{std::nullopt, 2}), 5);
        QCOMPARE(down.sync(15, 5, std::array<std::optional<int>, 2>{3, 2}), 3);
        HpaController up(options);
        QCOMPARE(up.sync(0, 5, std::array<std::optional<int>, 2>{std::nullopt, 7}), 7);
        HpaController none(options);
        QCOMPARE(propose(none, 0, 5, std::nullopt), 5);
    }

    void withoutBehaviourUpIsAtMostDoubleOrFour() {
        HpaOptions options;
        options.behavior = false;
        options.max_replicas = 30;
        HpaController hpa(options);
        QCOMPARE(propose(hpa, 0, 1, 30), 4);
        QCOMPARE(propose(hpa, 15, 4, 30), 8);
        QCOMPARE(propose(hpa, 30, 8, 30), 16);
        QCOMPARE(propose(hpa, 45, 16, 30), 30);
    }

    void withoutBehaviourDownWaitsForTheWindow() {
        HpaOptions options;
        options.behavior = false;
        HpaController hpa(options);
        QCOMPARE(propose(hpa, 0, 5, 5), 5);
        for (int second = 15; second < 300; second += 15) QCOMPARE(propose(hpa, second, 5, 2), 5);
        QCOMPARE(propose(hpa, 300, 5, 2), 2);
    }

    void theUpWindowTakesTheLowestRecommendation() {
        HpaOptions options;
        options.up.window_s = 30;
        HpaController hpa(options);
        QCOMPARE(propose(hpa, 0, 3, 8), 3);  // the initial count is in the history
        QCOMPARE(propose(hpa, 15, 3, 6), 3);
        QCOMPARE(propose(hpa, 30, 3, 7), 6);  // 0 s is no longer strictly younger than the window
    }

    void theUnstabilisedRecommendationIsRemembered() {
        HpaOptions options;
        options.down.window_s = 60;
        HpaController hpa(options);
        QCOMPARE(propose(hpa, 0, 4, 9), 8);    // limited to double
        QCOMPARE(propose(hpa, 15, 10, 2), 9);  // 9 was stored, not 8; somebody else had set 10
    }

    void scaleEventsOfThePeriodCount() {
        HpaOptions options;
        options.max_replicas = 100;
        options.up.policies = {{ScalingPolicy::Kind::pods, 4, 60}};
        HpaController hpa(options);
        QCOMPARE(propose(hpa, 0, 10, 50), 14);
        QCOMPARE(propose(hpa, 15, 14, 50), 14);
        QCOMPARE(propose(hpa, 60, 14, 50), 18);
    }

    void selectPolicy_data() {
        QTest::addColumn<int>("select");
        QTest::addColumn<int>("up");
        QTest::addColumn<int>("down");
        QTest::newRow("max") << static_cast<int>(ScalingSelect::max) << 20 << 5;
        QTest::newRow("min") << static_cast<int>(ScalingSelect::min) << 13 << 9;
        QTest::newRow("disabled") << static_cast<int>(ScalingSelect::disabled) << 10 << 10;
    }
    void selectPolicy() {
        QFETCH(int, select);
        HpaOptions options;
        options.max_replicas = 100;
        options.up.select = options.down.select = static_cast<ScalingSelect>(select);
        options.up.policies = {{ScalingPolicy::Kind::percent, 100, 15}, {ScalingPolicy::Kind::pods, 3, 15}};
        options.down.policies = {{ScalingPolicy::Kind::percent, 50, 15}, {ScalingPolicy::Kind::pods, 1, 15}};
        options.down.window_s = 0;
        HpaController up(options);
        QTEST(propose(up, 0, 10, 50), "up");
        HpaController down(options);
        QTEST(propose(down, 0, 10, 1), "down");
    }
};

QTEST_APPLESS_MAIN(TestHpaController)
#include "tst_hpa_controller.moc"
