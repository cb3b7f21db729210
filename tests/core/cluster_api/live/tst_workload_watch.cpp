// SPDX-License-Identifier: GPL-3.0-or-later
// What is believed of a Deployment: recorded bodies, and the watches over HTTP against the test cluster.
#include <QTest>

#include "core/cluster_api/kubernetes/read_objects.h"
#include "core/cluster_api/live/workload_objects.h"
#include "tests/core/cluster_api/kubernetes/recording.h"
#include "tests/core/cluster_api/live/live_bench.h"

using namespace trimtab;
using namespace trimtab::cluster_api;
using cluster::Pool;

namespace {

/// The Deployment of one line of the recorded watch: scaled from 2 to 3, generation 5.
Deployment recorded_event(int line) {
    const QByteArray text =
        tests::recorded(QStringLiteral("watch_deployments.ndjson")).split('\n').value(line);
    const auto event = parse_json_object(text);
    const auto deployment = read_deployment(event->value(QStringLiteral("object")).toObject());
    if (!deployment) qFatal("%s", deployment.error().message.c_str());
    return *deployment;
}

}  // namespace

class TestWorkloadWatch : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void a_status_counts_once_the_controller_has_seen_the_spec_data() {
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("ready");
        QTest::addColumn<int>("pending");
        QTest::newRow("generation 5, observed 4") << 0 << -1 << -1;
        QTest::newRow("observed 5") << 1 << 2 << 1;
        QTest::newRow("all ready") << 4 << 3 << 0;
    }
    void a_status_counts_once_the_controller_has_seen_the_spec() {
        QFETCH(int, line);
        const PoolStatus status = pool_status_of(recorded_event(line));
        QCOMPARE(status.desired, 3);
        QTEST(status.ready, "ready");
        QTEST(status.pending(), "pending");
        QCOMPARE(status.trouble.empty(), status.ready >= 0);
    }

    void a_failure_of_an_older_spec_is_not_told() {
        Deployment deployment =
            *read_deployment(tests::recorded_object(QStringLiteral("quota_replicafailure_deployment.json")));
        QVERIFY(pool_status_of(deployment).trouble.find("FailedCreate") != std::string::npos);
        ++deployment.meta.generation;
        QVERIFY(pool_status_of(deployment).trouble.find("FailedCreate") == std::string::npos);
    }

    void ready_has_no_data_while_the_controller_sleeps() {
        LiveBench bench;
        QVERIFY(bench.workload->connect({}).has_value());
        const auto gpu = [&bench] { return bench.workload->status().pools[0]; };
        QCOMPARE(gpu().ready, 3);
        bench.cluster->controller().setAsleep(true);
        bench.cluster->scaleAsSomebody(Pool::gpu, 5);
        QTRY_COMPARE(gpu().desired, 5);
        QCOMPARE(gpu().ready, -1);
        QCOMPARE(bench.workload->read({})->pools[0].ready, -1);
        QCOMPARE(bench.workload->status().pools[1].ready, 3);
        bench.cluster->controller().setAsleep(false);
        QTRY_COMPARE(gpu().ready, 3);
        QCOMPARE(gpu().pending(), 2);
    }

    void what_is_written_makes_the_status_old() {
        LiveBench bench;
        QVERIFY(bench.workload->connect({}).has_value());
        bench.cluster->controller().setAsleep(true);
        QVERIFY(bench.workload->scale(Pool::cpu, 3, 4, {}).has_value());
        QCOMPARE(bench.workload->status().pools[1].desired, 4);
        QCOMPARE(bench.workload->status().pools[1].ready, -1);
    }

    void unknown_replicas_are_missing_and_never_a_number() {
        LiveBench bench;
        bench.cluster->controller().setAsleep(true);
        bench.cluster->scaleAsSomebody(Pool::cpu, 4);
        QVERIFY(bench.workload->connect({}).has_value());
        LiveCluster live(bench.config, *bench.workload, *bench.source, bench);
        QVERIFY(live.reset(1, {}, {}, 0, {}).has_value());
        QVERIFY2(live.missing().find("ready_replicas") != std::string::npos, live.missing().c_str());
        QVERIFY(std::isnan(live.observed().mean_ready_cpu));
        QCOMPARE(live.observed().ready_cpu, -1);
        QCOMPARE(live.observed().pending_cpu, -1);
        QCOMPARE(live.observed().ready_gpu, 3);
    }

    void a_deployment_that_is_deleted_has_no_replicas_to_tell_of() {
        LiveBench bench;
        QVERIFY(bench.workload->connect({}).has_value());
        LiveCluster live(bench.config, *bench.workload, *bench.source, bench);
        bench.cluster->store().remove({"deployments.apps", "workloads", "inference-gpu"});
        QTRY_COMPARE(bench.workload->status().pools[0].desired, -1);
        QVERIFY(live.reset(1, {}, {}, 0, {}).has_value());
        QVERIFY2(live.missing().find("replicas") != std::string::npos, live.missing().c_str());
        QCOMPARE(live.observed().desired_gpu, -1);
        QCOMPARE(live.observed().desired_cpu, 3);
    }

    /// A large namespace costs nothing: others' Deployments are not asked for.
    void only_the_two_deployments_are_watched() {
        test_cluster::TestClusterOptions options;
        options.contents.deployments = 20;
        LiveBench bench({}, options);
        QVERIFY(bench.workload->connect({}).has_value());
        int lists = 0;
        for (const auto& call : bench.cluster->faults().calls()) {
            if (call.target.find("/deployments?") == std::string::npos) continue;
            ++lists;
            QVERIFY2(call.target.find("metadata.name") != std::string::npos, call.target.c_str());
        }
        QVERIFY(lists >= 2);
    }
};

QTEST_GUILESS_MAIN(TestWorkloadWatch)
#include "tst_workload_watch.moc"
