// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/cluster/pod_set.h"

using namespace trimtab;
using cluster::PodPhase;
using cluster::PodSet;
using cluster::StartupLaw;

namespace {

const StartupLaw gpu_law{25, 0.3, 10, 10};
const StartupLaw cpu_law{9, 0.3, 5, 5};

PodSet pods_with(int replicas, int quota = PodSet::no_quota, std::uint64_t seed = 1) {
    PodSet pods(gpu_law, 0, quota);
    pods.begin(seed, replicas, 0);
    return pods;
}

void scale(PodSet& pods, int replicas, int now_s, std::vector<int>* removed = nullptr) {
    std::vector<int> unused;
    pods.scale(replicas, now_s, removed ? *removed : unused);
}

std::vector<int> make_ready(PodSet& pods, int now_s) {
    std::vector<int> serials;
    pods.make_ready(now_s, serials);
    return serials;
}

std::vector<PodPhase> phases(const PodSet& pods) {
    std::vector<PodPhase> all;
    for (const auto& pod : pods.pods()) all.push_back(pod.phase);
    return all;
}

constexpr auto ready = PodPhase::ready;
constexpr auto starting = PodPhase::starting;
constexpr auto pending = PodPhase::pending;

}  // namespace

/// SIMULATOR 1, 2 and 4: start-up, quota and the order in which pods are removed.
class PodSetTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void golden_start_ups() {
        QVector<int> gpu, cpu;
        for (std::uint64_t serial = 0; serial < 8; ++serial) {
            gpu.push_back(gpu_law.ready_after_s(uniform_draw(1, DrawStream::startup, 0, serial)));
            cpu.push_back(cpu_law.ready_after_s(uniform_draw(1, DrawStream::startup, 1, serial)));
        }
        QCOMPARE(gpu, (QVector<int>{40, 20, 30, 20, 20, 30, 20, 30}));
        QCOMPARE(cpu, (QVector<int>{10, 10, 10, 15, 15, 15, 15, 20}));
    }

    void mean_start_ups() {
        double gpu = 0, cpu = 0;
        const int n = 200000;
        for (int i = 0; i < n; ++i) {
            const auto serial = static_cast<std::uint64_t>(i);
            gpu += gpu_law.ready_after_s(uniform_draw(1, DrawStream::startup, 0, serial));
            cpu += cpu_law.ready_after_s(uniform_draw(1, DrawStream::startup, 1, serial));
        }
        QVERIFY(std::abs(gpu / n - 29.89) < 0.08);  // the deviation of a draw is 8.4 s, of the mean 0.02 s
        QVERIFY(std::abs(cpu / n - 11.56) < 0.04);
    }

    void new_pods_start_and_become_ready_at_their_time() {
        PodSet pods = pods_with(1);
        scale(pods, 3, 5);
        QCOMPARE(pods.starting(), 2);
        QVERIFY(make_ready(pods, 24).empty());
        QCOMPARE(make_ready(pods, 25), (std::vector<int>{1}));  // serial 1 needs 20 s, serial 2 needs 30 s
        QCOMPARE(make_ready(pods, 35), (std::vector<int>{2}));
        QCOMPARE(pods.ready(), 3);
    }

    void pods_beyond_the_quota_wait() {
        PodSet pods = pods_with(2, 3);
        scale(pods, 5, 0);
        QCOMPARE(phases(pods), (std::vector<PodPhase>{ready, ready, starting, pending, pending}));
        QVERIFY(make_ready(pods, 1000) == std::vector<int>{2});
        QCOMPARE(pods.pending(), 2);  // the quota is full, however long they wait
        std::vector<int> removed;
        scale(pods, 4, 1000, &removed);  // takes the newest Pending, frees nothing
        QVERIFY(removed.empty());
        QCOMPARE(phases(pods), (std::vector<PodPhase>{ready, ready, ready, pending}));
    }

    void initial_pods_take_the_first_serials_and_respect_the_quota() {
        const PodSet pods = pods_with(4, 3);
        QCOMPARE(phases(pods), (std::vector<PodPhase>{ready, ready, ready, pending}));
        QCOMPARE(pods.pods().front().serial, 0);
    }

    void removal_takes_pending_then_newest_starting_then_newest_ready() {
        PodSet pods = pods_with(2, 4);
        scale(pods, 6, 0);  // 2 Ready, 2 Starting, 2 Pending
        std::vector<int> removed;
        scale(pods, 5, 1, &removed);
        QCOMPARE(phases(pods), (std::vector<PodPhase>{ready, ready, starting, starting, pending}));
        scale(pods, 3, 1, &removed);
        QCOMPARE(phases(pods), (std::vector<PodPhase>{ready, ready, starting}));
        QCOMPARE(pods.pods().back().serial, 2);
        QVERIFY(removed.empty());
        scale(pods, 1, 1, &removed);
        QCOMPARE(phases(pods), (std::vector<PodPhase>{ready}));
        QCOMPARE(removed, (std::vector<int>{1}));
    }

    void serials_are_never_used_twice() {
        PodSet pods = pods_with(2);
        scale(pods, 1, 0);
        scale(pods, 2, 0);
        QCOMPARE(pods.pods().back().serial, 2);
    }
};

QTEST_APPLESS_MAIN(PodSetTest)
#include "tst_pod_set.moc"
