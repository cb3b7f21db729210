// SPDX-License-Identifier: GPL-3.0-or-later
// What the window shows beside a session: the history that Prometheus has, and the events of Kubernetes.
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <cmath>

#include "core/cluster_api/live/event_watch.h"
#include "core/cluster_api/live/live_history.h"
#include "core/telemetry/metric_registry.h"
#include "tests/support/test_cluster/test_cluster.h"

using namespace trimtab;
using namespace trimtab::cluster_api;

namespace {

constexpr int lived_s = 900;
constexpr double span_s = 1800;

/// The values of a metric with their times.
std::vector<std::pair<double, double>> curve(const std::vector<telemetry::Row>& rows, int metric) {
    std::vector<std::pair<double, double>> points;
    for (const telemetry::Row& row : rows)
        for (const auto& [id, value] : row.values)
            if (id == metric) points.emplace_back(row.wall_s, value);
    return points;
}

}  // namespace

class TestLiveViews : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() {
        auto started = test_cluster::TestCluster::start({});
        QVERIFY(started.has_value());
        cluster = std::move(*started);
        // The cluster has lived until now.
        cluster->clock().setSkew(-lived_s);
        cluster->advance(lived_s);
        const QString kubeconfig = folder.filePath(QStringLiteral("kubeconfig"));
        QVERIFY(cluster->writeKubeconfig(kubeconfig, test_cluster::TestCluster::Identity::token).has_value());
        config = {};
        config.cluster.kubeconfig = kubeconfig.toStdString();
        config.cluster.request_timeout_s = 5;
        config.environment.namespace_ = cluster->contents().namespace_;
        config.environment.prometheus_url = cluster->prometheusUrl().toString().toStdString();
        config.environment.locust_url = cluster->locustUrl().toString().toStdString();
    }

    void history_is_a_grid_from_the_first_number_until_now() {
        const auto rows = read_history(config, environment_secrets(), span_s, {});
        QVERIFY2(rows.has_value(), rows ? "" : rows.error().to_string().c_str());
        QCOMPARE(rows->back().wall_s, 0.0);
        QVERIFY(std::abs(rows->front().wall_s + lived_s) <= 30);
        const auto cpu = curve(*rows, telemetry::metric::cpu_utilization);
        QCOMPARE(cpu.size(), rows->size());
        int known = 0;
        for (const auto& [wall_s, value] : cpu) {
            if (std::isnan(value)) continue;
            QVERIFY(wall_s <= 0 && value >= 0 && value <= 100);
            ++known;
        }
        QVERIFY2(known > 60, qPrintable(QString::number(known)));
    }

    void a_query_that_is_refused_costs_only_its_own_curve() {
        config.cluster.queries[static_cast<std::size_t>(config::QueryId::gpu_utilization)] = "sum(";
        const auto rows = read_history(config, environment_secrets(), span_s, {});
        QVERIFY2(rows.has_value(), rows ? "" : rows.error().to_string().c_str());
        QVERIFY(curve(*rows, telemetry::metric::gpu_utilization).empty());
        QVERIFY(!curve(*rows, telemetry::metric::cpu_utilization).empty());
    }

    void history_of_a_silent_server_is_an_error_and_of_nothing_asked_is_empty() {
        config.environment.prometheus_url = "http://127.0.0.1:1";
        QVERIFY(!read_history(config, environment_secrets(), span_s, {}).has_value());
        for (std::string& query : config.cluster.queries) query.clear();
        config.cluster.usage_source = config::UsageSource::metrics_server;
        const auto rows = read_history(config, environment_secrets(), span_s, {});
        QVERIFY(rows.has_value());
        QVERIFY(rows->empty());
    }

    void events_of_the_workload_come_and_repeat_others_do_not() {
        put("one", "inference-gpu-7d9f-abcde", "FailedScheduling", 1);
        put("other", "somebody-elses-pod", "Pulled", 1);
        BoundedChannel<ClusterEvent> events(100);
        RunControl control;
        std::vector<ClusterEvent> seen;
        QTimer timer;
        connect(&timer, &QTimer::timeout, this, [&] {
            for (ClusterEvent& event : events.drain()) {
                seen.push_back(std::move(event));
                if (seen.size() == 1) put("one", "inference-gpu-7d9f-abcde", "FailedScheduling", 3);
                if (seen.size() == 2) control.request_stop();
            }
        });
        timer.start(20);
        const auto watched = watch_events(config, events, StopToken(control));
        QVERIFY(!watched.has_value());
        QCOMPARE(watched.error().code, ErrorCode::cancelled);
        QCOMPARE(seen.size(), std::size_t{2});
        QCOMPARE(seen[0].object, std::string("Pod inference-gpu-7d9f-abcde"));
        QVERIFY(seen[0].warning);
        QCOMPARE(seen[1].uid, seen[0].uid);
        QCOMPARE(seen[1].count, 3);
    }

    void without_the_right_to_list_events_that_is_said_at_once() {
        cluster->kubernetes().access().denied.push_back("list events");
        BoundedChannel<ClusterEvent> events(100);
        RunControl control;
        QTimer::singleShot(60000, this, [&control] { control.request_stop(); });
        const auto watched = watch_events(config, events, StopToken(control));
        QVERIFY(!watched.has_value());
        QCOMPARE(watched.error().code, ErrorCode::permission_denied);
    }

  private:
    void put(const std::string& name, const std::string& pod, const std::string& reason, int count) {
        const test_cluster::ObjectKey key{"events", cluster->contents().namespace_, name};
        test_cluster::Json metadata{{"name", name}, {"namespace", cluster->contents().namespace_}};
        if (const auto* known = cluster->store().find(key)) metadata = known->json().at("metadata");
        cluster->store().put(key,
                             {{"apiVersion", "v1"},
                              {"kind", "Event"},
                              {"metadata", metadata},
                              {"type", "Warning"},
                              {"reason", reason},
                              {"message", "0/3 nodes are available"},
                              {"count", count},
                              {"lastTimestamp", cluster->clock().text()},
                              {"involvedObject", {{"kind", "Pod"}, {"name", pod}}}},
                             cluster->clock().text());
    }

    QTemporaryDir folder;
    std::unique_ptr<test_cluster::TestCluster> cluster;
    config::Config config;
};

QTEST_GUILESS_MAIN(TestLiveViews)
#include "tst_live_views.moc"
