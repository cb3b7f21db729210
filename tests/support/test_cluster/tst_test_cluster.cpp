// SPDX-License-Identifier: GPL-3.0-or-later
// The test cluster itself: what it answers must be what SERVICES found on real servers.
#include <QtTest>

#include "core/config/cluster_queries.h"
#include "core/load/load_pattern.h"
#include "tests/support/test_cluster/loopback_client.h"
#include "tests/support/test_cluster/test_cluster.h"

using namespace trimtab;
using namespace trimtab::test_cluster;
using cluster::Pool;

namespace {

const QString deployments = QStringLiteral("/apis/apps/v1/namespaces/workloads/deployments");
const QString gpu_scale = deployments + QStringLiteral("/inference-gpu/scale");

std::unique_ptr<TestCluster> started(const TestClusterOptions& options = {}) {
    auto cluster = TestCluster::start(options);
    if (!cluster) qFatal("%s", cluster.error().message.c_str());
    return std::move(*cluster);
}

/// The lines of a watch that were sent until now.
std::vector<Json> lines(const QByteArray& body) {
    std::vector<Json> parsed;
    for (const QByteArray& line : body.split('\n'))
        if (!line.isEmpty()) parsed.push_back(Json::parse(line.begin(), line.end()));
    return parsed;
}

}  // namespace

class TestClusterTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void scaling_moves_the_simulated_pods() {
        const auto cluster = started();
        LoopbackClient client;
        const QUrl url = cluster->kubernetesUrl();
        auto answer = client.merge(url, gpu_scale, {{"spec", {{"replicas", 5}}}});
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.json().at("spec").at("replicas").get<int>(), 5);
        QCOMPARE(answer.json().at("status").at("replicas").get<int>(), 3);
        QCOMPARE(cluster->workload().cluster().desired().replicas_gpu, 5);
        Json status = client.get(url, deployments + QStringLiteral("/inference-gpu")).json().at("status");
        QCOMPARE(status.at("replicas").get<int>(), 5);
        QCOMPARE(status.at("readyReplicas").get<int>(), 3);
        cluster->advance(120);
        status = client.get(url, deployments + QStringLiteral("/inference-gpu")).json().at("status");
        QCOMPARE(status.at("readyReplicas").get<int>(), 5);
        QVERIFY(!status.contains("unavailableReplicas"));
        const Json pods =
            client.get(url, QStringLiteral("/api/v1/namespaces/workloads/pods?labelSelector=pool%3Dgpu"))
                .json();
        QCOMPARE(pods.at("items").size(), std::size_t{5});
        QCOMPARE(cluster->replicaHistory().size(), std::size_t{1});
        QCOMPARE(cluster->replicaHistory()[0].before, 3);
    }

    void scale_checks_what_an_api_server_checks() {
        const auto cluster = started();
        LoopbackClient client;
        const QUrl url = cluster->kubernetesUrl();
        const Json nine{{"spec", {{"replicas", 9}}}};
        auto answer = client.merge(url, gpu_scale + QStringLiteral("?dryRun=All"), nine);
        QCOMPARE(answer.json().at("spec").at("replicas").get<int>(), 9);
        QCOMPARE(cluster->replicas(Pool::gpu), 3);
        QVERIFY(cluster->replicaHistory().back().dry_run);
        QCOMPARE(client.send("PATCH", url, gpu_scale, "{}", "application/json").status, 415);
        QCOMPARE(client.merge(url, gpu_scale, {{"spec", {{"replicas", -1}}}}).status, 422);
        QCOMPARE(client.merge(url, gpu_scale, {{"spec", {{"replicas", "5"}}}}).status, 422);
        QCOMPARE(client
                     .merge(url, gpu_scale,
                            {{"metadata", {{"resourceVersion", "1"}}}, {"spec", {{"replicas", 9}}}})
                     .status,
                 409);
        const Json typo{{"spec", {{"replica", 9}}}};
        QVERIFY(client.merge(url, gpu_scale, typo).warning.contains("unknown field"));
        QCOMPARE(client.merge(url, gpu_scale + QStringLiteral("?fieldValidation=Strict"), typo).status, 422);
        QCOMPARE(client.get(url, deployments + QStringLiteral("/nope/scale")).status, 404);
        QCOMPARE(cluster->replicas(Pool::gpu), 3);
    }

    void lists_come_in_pages_of_one_state_and_expire() {
        TestClusterOptions options;
        options.contents.deployments = 12;
        options.contents.pods = 100;
        const auto cluster = started(options);
        LoopbackClient client;
        const QUrl url = cluster->kubernetesUrl();
        const QString list = QStringLiteral("/api/v1/namespaces/workloads/pods?limit=40");
        std::size_t seen = 0;
        std::string token;
        for (int page = 0; page < 3; ++page) {
            const Json body = client
                                  .get(url, list + (page == 0 ? QString()
                                                              : QStringLiteral("&continue=") +
                                                                    QString::fromStdString(token)))
                                  .json();
            seen += body.at("items").size();
            token = body.at("metadata").value("continue", "");
            cluster->scaleAsSomebody(Pool::cpu, 4 + page);  // not seen by the pages
        }
        QCOMPARE(seen, std::size_t{106});
        QVERIFY(token.empty());
        token = client.get(url, list).json().at("metadata").value("continue", "");
        cluster->store().compact();
        const auto expired =
            client.get(url, list + QStringLiteral("&continue=") + QString::fromStdString(token));
        QCOMPARE(expired.status, 410);
        QCOMPARE(client.get(url, list + QStringLiteral("&resourceVersion=999999999")).retry_after,
                 QByteArray("1"));
    }

    void a_watch_tells_changes_bookmarks_and_expiry() {
        const auto cluster = started();
        cluster->kubernetes().lists().setBookmarkInterval(50);
        LoopbackClient client;
        const QUrl url = cluster->kubernetesUrl();
        const qint64 from = cluster->store().version();
        cluster->scaleAsSomebody(Pool::gpu, 4);
        QTimer::singleShot(300, cluster.get(), [&] { cluster->kubernetes().lists().finishWatches(); });
        const auto watch = client.get(
            url, deployments +
                     QStringLiteral("?watch=true&allowWatchBookmarks=true&resourceVersion=%1").arg(from));
        QCOMPARE(watch.error, QNetworkReply::NoError);
        const std::vector<Json> events = lines(watch.body);
        QVERIFY(events.size() >= 3);
        QCOMPARE(events.front().at("type").get<std::string>(), std::string("MODIFIED"));
        QCOMPARE(events.front().at("object").at("spec").at("replicas").get<int>(), 4);
        QCOMPARE(events.back().at("type").get<std::string>(), std::string("BOOKMARK"));
        QCOMPARE(events.back().at("object").at("spec").at("replicas").get<int>(), 0);

        cluster->store().compact();
        const auto expired =
            client.get(url, deployments + QStringLiteral("?watch=true&resourceVersion=%1").arg(from));
        QCOMPARE(expired.status, 200);
        QCOMPARE(lines(expired.body).at(0).at("object").at("code").get<int>(), 410);
    }

    void changes_are_told_in_the_order_of_their_versions() {
        // Scaling makes the controller write the status while the change is being told.
        const auto cluster = started();
        std::vector<qint64> versions;
        connect(&cluster->store(), &ObjectStore::changed, this,
                [&versions](const ObjectChange& change) { versions.push_back(change.object.version); });
        QVERIFY(cluster->scaleAsSomebody(cluster::Pool::cpu, 1));
        QVERIFY(versions.size() >= 2);
        QVERIFY(std::ranges::is_sorted(versions));
    }

    void credentials_and_rights_are_checked() {
        TestClusterOptions options;
        options.tls = true;
        const auto cluster = started(options);
        QTemporaryDir folder;
        QVERIFY(cluster->writeKubeconfig(folder.filePath(QStringLiteral("config")),
                                         TestCluster::Identity::token));
        LoopbackClient client;
        const QUrl url = cluster->kubernetesUrl();
        QCOMPARE(client.get(url, deployments).error, QNetworkReply::SslHandshakeFailedError);
        LoopbackClient trusting;
        trusting.trust(cluster->certificates()->authority());
        QCOMPARE(trusting.get(url, deployments).status, 403);
        trusting.authorization = "Bearer wrong";
        QCOMPARE(trusting.get(url, deployments).status, 401);
        trusting.authorization = "Bearer test-cluster-token";
        QCOMPARE(trusting.get(url, deployments).status, 200);
        cluster->kubernetes().access().denied = {"patch deployments/scale"};
        QCOMPARE(trusting.merge(url, gpu_scale, {{"spec", {{"replicas", 4}}}}).status, 403);
        const Json asked{{"spec",
                          {{"resourceAttributes",
                            {{"namespace", "workloads"},
                             {"verb", "patch"},
                             {"group", "apps"},
                             {"resource", "deployments"},
                             {"subresource", "scale"},
                             {"name", "inference-gpu"}}}}}};
        const auto review = trusting.send(
            "POST", url, QStringLiteral("/apis/authorization.k8s.io/v1/selfsubjectaccessreviews"),
            QByteArray::fromStdString(asked.dump()));
        QCOMPARE(review.status, 201);
        QVERIFY(!review.json().at("status").at("allowed").get<bool>());
    }

    void leases_conflict() {
        const auto cluster = started();
        LoopbackClient client;
        const QUrl url = cluster->kubernetesUrl();
        const QString leases = QStringLiteral("/apis/coordination.k8s.io/v1/namespaces/workloads/leases");
        Json lease{{"metadata", {{"name", "trimtab"}}}, {"spec", {{"holderIdentity", "a"}}}};
        const auto created = client.send("POST", url, leases, QByteArray::fromStdString(lease.dump()));
        QCOMPARE(created.status, 201);
        QCOMPARE(client.send("POST", url, leases, QByteArray::fromStdString(lease.dump())).status, 409);
        lease["metadata"]["resourceVersion"] = created.json().at("metadata").at("resourceVersion");
        const QString one = leases + QStringLiteral("/trimtab");
        QCOMPARE(client.send("PUT", url, one, QByteArray::fromStdString(lease.dump())).status, 200);
        QCOMPARE(client.send("PUT", url, one, QByteArray::fromStdString(lease.dump())).status, 409);
    }

    void a_swarm_sets_the_users_as_the_simulator_would_have_them() {
        const auto cluster = started();
        LoopbackClient client;
        cluster->advance(30);
        QCOMPARE(client.get(cluster->locustUrl(), QStringLiteral("/stats/requests")).json().at("state"),
                 "ready");
        QCOMPARE(
            client.form(cluster->locustUrl(), QStringLiteral("/swarm"), "user_count=45&spawn_rate=5").status,
            200);
        cluster->advance(2);
        Json body = client.get(cluster->locustUrl(), QStringLiteral("/stats/requests")).json();
        QCOMPARE(body.at("state"), "spawning");
        QCOMPARE(body.at("user_count").get<int>(), 30);
        cluster->advance(58);
        body = client.get(cluster->locustUrl(), QStringLiteral("/stats/requests")).json();
        QCOMPARE(body.at("state"), "running");
        QCOMPARE(body.at("user_count").get<int>(), 45);
        QVERIFY(body.at("stats").back().at("current_rps").get<double>() > 20);
        QCOMPARE(
            client.form(cluster->locustUrl(), QStringLiteral("/swarm"), "user_count=x&spawn_rate=5").status,
            500);
        QCOMPARE(client.get(cluster->locustUrl(), QStringLiteral("/stop")).status, 200);
        cluster->advance(20);
        QCOMPARE(cluster->workload().users(), 0);
    }

    /// One window of the simulator, read second by second from the history, is the window itself.
    void the_history_gives_the_simulators_windows() {
        TestClusterOptions options;
        options.load = load::make_schedule({}, "ramp", 7, 300).value();
        const auto cluster = started(options);
        cluster::SimulatedCluster direct{config::SimulatorConfig()};
        QVERIFY(direct.reset(1, options.load, {}, 30, {}));
        for (int step = 0; step < 10; ++step) {
            direct.begin_window();
            QVERIFY(direct.advance(30, {}));
            cluster->advance(30);
            const cluster::WindowMetrics a = direct.window();
            const cluster::WindowMetrics b = cluster->workload().window(cluster->workload().last(), 30);
            QCOMPARE(b.latency_p95_ms, a.latency_p95_ms);
            QCOMPARE(b.throughput_rps, a.throughput_rps);
            QCOMPARE(b.gpu_utilization, a.gpu_utilization);
            QCOMPARE(b.cpu_utilization, a.cpu_utilization);
            QCOMPARE(b.memory_utilization, a.memory_utilization);
            QCOMPARE(b.load_trend, a.load_trend);
        }
    }

    void prometheus_answers_as_the_real_one() {
        const auto cluster = started();
        LoopbackClient client;
        const QUrl url = cluster->prometheusUrl();
        cluster->prometheus().set("a{b=\"c d\"}", 2.5);
        cluster->prometheus().set("nothing", std::nan(""));
        Json body = client.get(url, QStringLiteral("/api/v1/query?query=a%7Bb%3D%22c+d%22%7D")).json();
        QCOMPARE(body.at("data").at("result").at(0).at("value").at(1), "2.5");
        body = client.form(url, QStringLiteral("/api/v1/query"), "query=nothing").json();
        QCOMPARE(body.at("data").at("result").at(0).at("value").at(1), "NaN");
        body = client.get(url, QStringLiteral("/api/v1/query?query=unknown")).json();
        QVERIFY(body.at("data").at("result").empty());
        QCOMPARE(client.get(url, QStringLiteral("/api/v1/query?query=sum(")).status, 400);
        QCOMPARE(client.form(url, QStringLiteral("/api/v1/query_range"), "query=up&start=0&end=20000&step=1")
                     .status,
                 400);
        const double start = static_cast<double>(cluster->clock().nowMs()) / 1000;
        cluster->advance(60);
        body = client
                   .form(url, QStringLiteral("/api/v1/query_range"),
                         "query=up&step=15s&start=" + QByteArray::number(start, 'f', 3) +
                             "&end=" + QByteArray::number(start + 60, 'f', 3))
                   .json();
        QCOMPARE(body.at("data").at("result").at(0).at("values").size(), std::size_t{5});
        cluster->prometheus().stopScraping();
        cluster->advance(400);
        body = client.get(url, QStringLiteral("/api/v1/query?query=up")).json();
        QVERIFY(body.at("data").at("result").empty());
    }

    void the_products_default_queries_give_the_simulators_values() {
        const auto cluster = started();
        LoopbackClient client;
        cluster->advance(90);
        const config::QueryTexts texts;
        const cluster::WindowMetrics expected = cluster->workload().window(cluster->workload().last(), 60);
        const auto value = [&](config::QueryId id) {
            const std::string text = config::expand_query(
                texts[static_cast<std::size_t>(id)], {"workloads", "inference-gpu", "inference-cpu", 60});
            const QByteArray form = "query=" + QByteArray::fromStdString(text).toPercentEncoding();
            const Json body =
                client.form(cluster->prometheusUrl(), QStringLiteral("/api/v1/query"), form).json();
            const Json result = body.at("data").at("result");
            return result.empty() ? -1.0 : std::stod(result.at(0).at("value").at(1).get<std::string>());
        };
        QCOMPARE(value(config::QueryId::cpu_utilization), expected.cpu_utilization);
        const cluster::WindowMetrics half = cluster->workload().window(cluster->workload().last(), 30);
        QCOMPARE(value(config::QueryId::gpu_utilization), half.gpu_utilization);  // a gauge, without a window
        QCOMPARE(value(config::QueryId::memory_utilization), half.memory_utilization);
        cluster->scaleAsSomebody(Pool::gpu, 0);
        cluster->advance(1);
        QCOMPARE(value(config::QueryId::gpu_utilization), -1.0);  // no GPU, no series
    }

    void placement_objects_route_the_simulated_traffic_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("patch");
        QTest::addRow("selector") << "/api/v1/namespaces/workloads/services/inference"
                                  << QByteArray(R"({"spec":{"selector":{"pool":"cpu"}}})");
        QTest::addRow("annotation")
            << "/apis/networking.k8s.io/v1/namespaces/workloads/ingresses/inference"
            << QByteArray(
                   R"({"metadata":{"annotations":{"nginx.ingress.kubernetes.io/canary-weight":"0"}}})");
        QTest::addRow("route")
            << "/apis/gateway.networking.k8s.io/v1/namespaces/workloads/httproutes/inference"
            << QByteArray(
                   R"({"spec":{"rules":[{"backendRefs":[{"name":"inference-gpu","weight":0},{"name":"inference-cpu","weight":100}]}]}})");
    }

    void placement_objects_route_the_simulated_traffic() {
        QFETCH(QString, path);
        QFETCH(QByteArray, patch);
        const auto cluster = started();
        LoopbackClient client;
        QCOMPARE(cluster->workload().cluster().desired().placement, cluster::Placement::balanced);
        QCOMPARE(client.send("PATCH", cluster->kubernetesUrl(), path, patch, "application/merge-patch+json")
                     .status,
                 200);
        QCOMPARE(cluster->workload().cluster().desired().placement, cluster::Placement::prefer_cpu);
    }

    void faults_come_at_the_call_that_was_named_data() {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("applied");
        QTest::addRow("status") << "status:503:7" << 503 << false;
        QTest::addRow("reset") << "reset" << 0 << false;
        QTest::addRow("applied_then_reset") << "applied_then_reset" << 0 << true;
        QTest::addRow("half_body") << "half_body" << 200 << true;
        QTest::addRow("not_json") << "not_json" << 200 << false;
        QTest::addRow("hang") << "hang" << 0 << false;
        QTest::addRow("latency") << "latency:20" << 200 << true;
        QTest::addRow("huge_body") << "huge_body:5000000" << 200 << false;
    }

    void faults_come_at_the_call_that_was_named() {
        QFETCH(QString, fault);
        QFETCH(int, status);
        QFETCH(bool, applied);
        const auto cluster = started();
        // For ever where the connection is reset: Qt itself sends again on a connection that it had used
        // before.
        const std::string again = status == 0 ? "x-1" : "";
        const auto rule = parse_fault_rule("kubernetes/PATCH/scale=" + fault.toStdString() + "@2" + again);
        QVERIFY(rule.has_value());
        cluster->faults().add(*rule);
        LoopbackClient client;
        const QUrl url = cluster->kubernetesUrl();
        const auto scale = [&](int replicas) {
            return client.send("PATCH", url, gpu_scale,
                               QByteArray::fromStdString(Json{{"spec", {{"replicas", replicas}}}}.dump()),
                               "application/merge-patch+json", 3000);
        };
        QCOMPARE(scale(4).status, 200);
        const auto spoilt = scale(6);
        QCOMPARE(spoilt.status, status);
        QCOMPARE(cluster->replicas(Pool::gpu), applied ? 6 : 4);
        if (fault.startsWith(QStringLiteral("status"))) QCOMPARE(spoilt.retry_after, QByteArray("7"));
        if (fault == QStringLiteral("half_body")) QVERIFY(spoilt.error != QNetworkReply::NoError);
        QVERIFY(cluster->faults().calls()[1].fault.has_value());
        cluster->faults().clear();
        QCOMPARE(scale(7).status, 200);
        QVERIFY(!cluster->faults().calls().back().fault.has_value());
    }
};

QTEST_GUILESS_MAIN(TestClusterTest)
#include "tst_test_cluster.moc"
