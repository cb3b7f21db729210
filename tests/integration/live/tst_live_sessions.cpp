// SPDX-License-Identifier: GPL-3.0-or-later
// Control sessions over HTTP against the test cluster, end to end.
#include <QTest>

#include "core/agent/policy_factory.h"
#include "tests/integration/live/session_bench.h"

using namespace trimtab;
using namespace trimtab::cluster_api;
using namespace trimtab::test_cluster;
using cluster::Pool;
using config::ControlMode;
using tests::SessionBench;

namespace {

TestClusterOptions busy() {
    TestClusterOptions options;
    options.load = {"constant", load::LoadKind::closed, {60}};
    return options;
}

std::unique_ptr<agent::Policy> policy_of(const std::string& name, const config::Config& config) {
    auto made = agent::make_policy(name, config);
    if (!made) qFatal("%s", made.error().message.c_str());
    return std::move(*made);
}

int writes_of_others(const TestCluster& cluster) {
    return static_cast<int>(
        std::count_if(cluster.replicaHistory().begin(), cluster.replicaHistory().end(),
                      [](const ReplicaWrite& write) { return write.user == "somebody"; }));
}

}  // namespace

class TestLiveSessions : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void observing_and_shadowing_write_nothing_data() {
        QTest::addColumn<int>("mode");
        QTest::addRow("observe") << static_cast<int>(ControlMode::observe);
        QTest::addRow("shadow") << static_cast<int>(ControlMode::shadow);
    }

    void observing_and_shadowing_write_nothing() {
        QFETCH(int, mode);
        SessionBench bench(busy());
        const auto rule = policy_of("rule", bench.config);
        const auto summary = bench.run(rule.get(), static_cast<ControlMode>(mode), 3, "run");
        QVERIFY2(summary.has_value(), summary ? "" : summary.error().to_string().c_str());
        QVERIFY(bench.cluster->replicaHistory().empty());
        for (const FaultPlan::Call& call : bench.cluster->faults().calls()) {
            const bool writes = call.method != "GET" && call.target.find("review") == std::string::npos;
            QVERIFY2(!writes || call.service != "kubernetes", call.target.c_str());
        }
    }

    void a_foreign_change_pauses_within_two_seconds_data() {
        QTest::addColumn<bool>("broken");
        QTest::addRow("lasting watches") << false;
        QTest::addRow("watches that end and expire") << true;
    }

    void a_foreign_change_pauses_within_two_seconds() {
        QFETCH(bool, broken);
        SessionBench bench(busy());
        bench.delivery_ms = 100;
        const auto policy = policy_of("static-gpu", bench.config);
        double changed_s = -1;
        double paused_s = -1;
        std::string because;
        bench.each_second = [&](double time_s) {
            const int second = static_cast<int>(time_s);
            if (broken && second % 20 == 0) bench.cluster->kubernetes().lists().finishWatches();
            if (broken && second % 60 == 0) bench.cluster->store().compact();
            if (changed_s < 0 && time_s >= 70) {
                changed_s = time_s;
                bench.cluster->scaleAsSomebody(Pool::gpu, 7);
            }
            for (const ControlEvent& event : bench.desk->drain())
                if (const auto* view = std::get_if<std::shared_ptr<const ClusterView>>(&event))
                    if (paused_s < 0 && (*view)->phase == ControlPhase::paused) {
                        paused_s = time_s;
                        because = (*view)->paused_because;
                    }
        };
        const auto summary = bench.run(policy.get(), ControlMode::automatic, 4, "run");
        QVERIFY2(summary.has_value(), summary ? "" : summary.error().to_string().c_str());
        QVERIFY(changed_s > 0 && paused_s > 0);
        QVERIFY2(paused_s - changed_s <= 2, qPrintable(QString::number(paused_s - changed_s)));
        QVERIFY(!because.empty());
        QCOMPARE(writes_of_others(*bench.cluster), 1);
        QCOMPARE(bench.cluster->replicas(Pool::gpu), 7);  // somebody else's decision is left alone
    }

    /// In the machine's time, with watches: a session looks ten times a second, so two seconds are twenty
    /// looks.
    void a_foreign_change_pauses_in_real_time_data() {
        QTest::addColumn<bool>("tls");
        QTest::newRow("HTTP") << false;
        QTest::newRow("TLS") << true;
    }

    void a_foreign_change_pauses_in_real_time() {
        QFETCH(bool, tls);
        std::shared_ptr<Certificates> certificates;
        if (tls) {
            auto made = Certificates::create();
            if (!made) QSKIP(made.error().message.c_str());
            certificates = *made;
        }
        TestClusterOptions options = busy();
        options.speed = 1;
        SessionBench bench(options, certificates);
        const auto policy = policy_of("static-gpu", bench.config);
        int looks = 0;
        int changed_at = -1;
        int paused_at = -1;
        bench.in_real_time = true;
        bench.each_look = [&] {
            ++looks;
            if (looks == 10) {
                changed_at = looks;
                bench.cluster->scaleAsSomebody(Pool::cpu, 7);
            }
        };
        bench.desk->set_listener([&](const ControlEvent& event) {
            const auto* view = std::get_if<std::shared_ptr<const ClusterView>>(&event);
            if (view == nullptr || (*view)->phase != ControlPhase::paused || paused_at >= 0) return;
            paused_at = looks;
            bench.desk->send(StopAndRestore{});
        });
        const auto summary = bench.run(policy.get(), ControlMode::automatic, 2, "run");
        QVERIFY2(summary.has_value(), summary ? "" : summary.error().to_string().c_str());
        QVERIFY(changed_at > 0 && paused_at > 0);
        qInfo("seen after %d looks of a tenth of a second", paused_at - changed_at);
        QVERIFY(paused_at - changed_at <= 20);
        QCOMPARE(bench.cluster->replicas(Pool::cpu), 7);
    }
};

QTEST_GUILESS_MAIN(TestLiveSessions)
#include "tst_live_sessions.moc"
