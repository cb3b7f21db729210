// SPDX-License-Identifier: GPL-3.0-or-later
// How the HPA twin turns pods' metrics into replicas (SIMULATOR 7, steps 2 to 4).
#include <QtTest>

#include "core/agent/hpa_metrics.h"

using namespace trimtab::agent;

namespace {

HpaPod ready_pod(double utilization) {
    HpaPod pod;
    pod.utilization = utilization;
    return pod;
}
HpaPod never_ready_pod(double age_s) {
    HpaPod pod;
    pod.ready = false;
    pod.age_s = age_s;
    pod.since_transition_s = age_s;
    return pod;
}
HpaPod missing_pod() {
    HpaPod pod;
    pod.has_sample = false;
    return pod;
}
HpaPod pending_pod() {
    HpaPod pod;
    pod.pending = true;
    return pod;
}

std::vector<HpaPod> operator*(int n, const HpaPod& pod) {
    return std::vector<HpaPod>(static_cast<std::size_t>(n), pod);
}
std::vector<HpaPod> operator+(std::vector<HpaPod> a, const std::vector<HpaPod>& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

std::optional<int> replicas(HpaMetricKind kind, int target, const std::vector<HpaPod>& pods, int current) {
    return replicas_for_metric({kind, target, 15}, pods, current, HpaTolerance{});
}
std::optional<int> cpu(int target, const std::vector<HpaPod>& pods) {
    return replicas(HpaMetricKind::resource, target, pods, static_cast<int>(pods.size()));
}

}  // namespace

class TestHpaMetrics : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void neverReadyPodsCountZeroWhenScalingUp() {
        // Three ready at 100 %, two that never become ready: (300 + 0) / 5 = 60 % flips the direction.
        QCOMPARE(cpu(70, 3 * ready_pod(1) + 2 * never_ready_pod(1000)), 5);
    }

    void unreadyPodsDoNotHoldBackScalingDown() {
        QCOMPARE(cpu(70, 3 * ready_pod(0.2) + 2 * never_ready_pod(20)), 1);
    }

    void missingPodsCountFullWhenScalingDown() {
        // (3 x 20 + 100) / 4 = 40 % of 80: 4 x 0.5 = 2, not 3 x 0.25 = 1.
        QCOMPARE(cpu(80, 3 * ready_pod(0.2) + 1 * missing_pod()), 2);
    }

    void missingPodsCountZeroWhenScalingUp() {
        // (4 x 100 + 0) / 5 = 80 % of 50: 5 x 1.6 = 8.
        QCOMPARE(cpu(50, 4 * ready_pod(1) + 1 * missing_pod()), 8);
    }

    void missingPodsOfACustomMetricCountTheTarget() {
        // (3 x 20 + 80) / 4 = 35 % of 80: ceil(4 x 0.4375) = 2, where a resource gives 2 as well; at one pod
        // they part.
        const auto pods = 1 * ready_pod(0.1) + 1 * missing_pod();
        QCOMPARE(replicas(HpaMetricKind::pods, 60, pods, 2), 2);  // (10 + 60) / 2 = 35 %: ceil(1.17)
        QCOMPARE(replicas(HpaMetricKind::pods, 80, 3 * ready_pod(0) + 1 * missing_pod(), 4), 1);  // 20 %: 1
        QCOMPARE(replicas(HpaMetricKind::resource, 80, 3 * ready_pod(0) + 1 * missing_pod(), 4),
                 2);  // 25 %: 1.25
    }

    void utilisationIsAWholePercent() {
        // 77.9 % is 77 %: exactly 1.1 times the target, and so within the tolerance.
        QCOMPARE(cpu(70, 4 * ready_pod(0.779)), 4);
        QCOMPARE(cpu(70, 4 * ready_pod(0.78)), 5);
    }

    void toleranceIsPerDirection() {
        const auto pods = 4 * ready_pod(0.85);
        QCOMPARE(replicas_for_metric({HpaMetricKind::resource, 70, 15}, pods, 4, {0.3, 0.0}), 4);
        QCOMPARE(replicas_for_metric({HpaMetricKind::resource, 70, 15}, pods, 4, {0.1, 0.3}), 5);
    }

    void aYoungPodNeedsAWholeSampleSinceItBecameReady() {
        HpaPod fresh = ready_pod(0);
        fresh.age_s = 40;
        fresh.since_transition_s = 10;
        QCOMPARE(cpu(50, 2 * ready_pod(1) + 1 * fresh), 4);  // unready: (200 + 0) / 3 = 66 %
        fresh.since_transition_s = 15;
        QCOMPARE(cpu(50, 2 * ready_pod(0.2) + 1 * fresh), 1);  // counts: 40 / 3 = 13 %
    }

    void aPodThatWasReadyOnceCountsWhenItIsOld() {
        HpaPod lost = ready_pod(1);
        lost.ready = false;
        lost.age_s = 1000;
        lost.since_transition_s = 100;
        QCOMPARE(cpu(50, 1 * ready_pod(1) + 1 * lost), 4);
    }

    void pendingIsUnreadyAndStartingCountsForACustomMetric() {
        const HpaPod starting = never_ready_pod(5);
        // GPU pool: two busy pods, one Starting counted as ready with 0: 200 / 3 = 66 % of 50.
        QCOMPARE(replicas(HpaMetricKind::pods, 50, 2 * ready_pod(1) + 1 * starting, 3), 4);
        QCOMPARE(replicas(HpaMetricKind::pods, 50, 2 * ready_pod(0.2) + 1 * pending_pod(), 3), 1);
    }

    void terminalPodsAreIgnored() {
        HpaPod gone = ready_pod(1);
        gone.terminal = true;
        QCOMPARE(replicas(HpaMetricKind::resource, 50, 2 * ready_pod(0.5) + 3 * gone, 2), 2);
    }

    void withoutASampleTheMetricIsInvalid() {
        QVERIFY(!cpu(70, {}).has_value());
        QVERIFY(!cpu(70, 3 * missing_pod()).has_value());
        QVERIFY(!cpu(70, 3 * pending_pod()).has_value());
    }

    void aPoolBecomesPods() {
        trimtab::cluster::PoolSnapshot pool;
        using trimtab::cluster::PodPhase;
        pool.pods = {{0, PodPhase::ready, 100, 60, 0.5, true},
                     {1, PodPhase::starting, 12, 0, 0, true},
                     {2, PodPhase::pending, 0, 0, 0, false},
                     {3, PodPhase::draining, 50, 20, 0.5, true}};
        const std::vector<HpaPod> pods = hpa_pods(pool);
        QCOMPARE(pods.size(), std::size_t(3));
        QVERIFY(pods[0].ready && !pods[1].ready && pods[2].pending);
        QCOMPARE(pods[0].since_transition_s, 60.0);
    }

    void externalMetricPerPod() {
        const HpaTolerance tolerance;
        QCOMPARE(replicas_for_external(60, 12, 3, tolerance), 5);
        QCOMPARE(replicas_for_external(38, 12, 3, tolerance), 3);  // 1.056 times the target
        QCOMPARE(replicas_for_external(0, 12, 3, tolerance), 0);
    }
};

QTEST_APPLESS_MAIN(TestHpaMetrics)
#include "tst_hpa_metrics.moc"
