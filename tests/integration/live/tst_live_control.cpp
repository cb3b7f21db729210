// SPDX-License-Identifier: GPL-3.0-or-later
// Control sessions over HTTP against the test cluster, end to end.
#include <QTest>
#include <QTimer>

#include "core/agent/policy_factory.h"
#include "core/cluster_api/live/audit_log.h"
#include "core/environment/kubernetes_environment.h"
#include "tests/integration/live/live_bench.h"

using namespace trimtab;
using namespace trimtab::cluster_api;
using namespace trimtab::test_cluster;
using cluster::Pool;
using config::ControlMode;
using tests::LiveBench;

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

class TestLiveControl : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void a_rule_scales_and_everything_is_put_back() {
        LiveBench bench(busy());
        bench.config.cluster.drive_load = true;
        const auto rule = policy_of("rule", bench.config);
        const auto summary = bench.run(rule.get(), ControlMode::automatic, 8, "run");
        QVERIFY2(summary.has_value(), summary ? "" : summary.error().to_string().c_str());
        QCOMPARE(summary->steps, std::int64_t(8));
        QCOMPARE(summary->missing_samples, std::int64_t(0));
        QVERIFY(summary->writes > 0);
        QVERIFY(summary->restored);
        QCOMPARE(bench.cluster->replicas(Pool::gpu), 3);
        QCOMPARE(bench.cluster->replicas(Pool::cpu), 3);
        for (const ReplicaWrite& write : bench.cluster->replicaHistory()) {
            QVERIFY(write.after >= 1 && write.after <= 10);
            QVERIFY(write.user_agent.find("rimtab") != std::string::npos);
        }
    }

    void observing_and_shadowing_write_nothing_data() {
        QTest::addColumn<int>("mode");
        QTest::addRow("observe") << static_cast<int>(ControlMode::observe);
        QTest::addRow("shadow") << static_cast<int>(ControlMode::shadow);
    }

    void observing_and_shadowing_write_nothing() {
        QFETCH(int, mode);
        LiveBench bench(busy());
        const auto rule = policy_of("rule", bench.config);
        const auto summary = bench.run(rule.get(), static_cast<ControlMode>(mode), 3, "run");
        QVERIFY2(summary.has_value(), summary ? "" : summary.error().to_string().c_str());
        QVERIFY(bench.cluster->replicaHistory().empty());
        for (const FaultPlan::Call& call : bench.cluster->faults().calls()) {
            const bool writes = call.method != "GET" && call.target.find("review") == std::string::npos;
            QVERIFY2(!writes || call.service != "kubernetes", call.target.c_str());
        }
    }

    void a_foreign_change_pauses_within_two_seconds() {
        LiveBench bench(busy());
        bench.delivery_ms = 50;
        const auto policy = policy_of("static-gpu", bench.config);
        double changed_s = -1;
        double paused_s = -1;
        std::string because;
        bench.each_second = [&](double time_s) {
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
        const auto summary = bench.run(policy.get(), ControlMode::automatic, 6, "run");
        QVERIFY2(summary.has_value(), summary ? "" : summary.error().to_string().c_str());
        QVERIFY(changed_s > 0 && paused_s > 0);
        QVERIFY2(paused_s - changed_s <= 2, qPrintable(QString::number(paused_s - changed_s)));
        QVERIFY(!because.empty());
        QCOMPARE(writes_of_others(*bench.cluster), 1);
        QCOMPARE(bench.cluster->replicas(Pool::gpu), 7);  // somebody else's decision is left alone
    }

    void an_autoscaler_of_somebody_else_forbids_control() {
        LiveBench bench(busy());
        bench.cluster->store().put(
            {"horizontalpodautoscalers.autoscaling", "workloads", "cpu"},
            {{"spec",
              {{"scaleTargetRef",
                {{"apiVersion", "apps/v1"}, {"kind", "Deployment"}, {"name", "inference-cpu"}}},
               {"minReplicas", 1},
               {"maxReplicas", 5}}}},
            bench.cluster->clock().text());
        const auto rule = policy_of("rule", bench.config);
        const auto summary = bench.run(rule.get(), ControlMode::automatic, 3, "run");
        QVERIFY(!summary.has_value());
        QCOMPARE(summary.error().code, ErrorCode::conflict);
        QVERIFY(bench.cluster->replicaHistory().empty());
    }

    void missing_data_holds() {
        LiveBench bench(busy());
        bench.cluster->prometheus().clear();
        const auto rule = policy_of("rule", bench.config);
        const auto summary = bench.run(rule.get(), ControlMode::automatic, 3, "run");
        QVERIFY2(summary.has_value(), summary ? "" : summary.error().to_string().c_str());
        QVERIFY(summary->missing_samples > 0);
        QCOMPARE(summary->held_decisions, std::int64_t(3));
        QCOMPARE(summary->writes, std::int64_t(0));
    }
};

QTEST_GUILESS_MAIN(TestLiveControl)
#include "tst_live_control.moc"
