// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonDocument>
#include <QTest>

#include "core/cluster_api/kubernetes/api_call.h"
#include "core/cluster_api/kubernetes/quantity.h"
#include "core/cluster_api/kubernetes/read_objects.h"
#include "tests/core/cluster_api/kubernetes/recording.h"

using namespace trimtab;
using namespace trimtab::cluster_api;
using namespace trimtab::tests;

namespace {

template <class T>
std::vector<T> items(const QString& name, Expected<T> (*parse)(const QJsonObject&)) {
    std::vector<T> read;
    for (const QJsonValue& item : recorded_object(name).value("items").toArray()) {
        const auto object = parse(item.toObject());
        if (object) read.push_back(*object);
    }
    return read;
}

QJsonObject json(const char* text) { return QJsonDocument::fromJson(text).object(); }

}  // namespace

class TestObjects : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void a_deployment() {
        const auto gpu = read_deployment(recorded_object("deployment_get.json"));
        QVERIFY2(gpu.has_value(), gpu ? "" : gpu.error().to_string().c_str());
        QCOMPARE(gpu->meta.name, std::string("gpu"));
        QCOMPARE(gpu->meta.uid, std::string("50484847-86fa-4647-a0f8-6cdf2acb87df"));
        QCOMPARE(gpu->meta.resource_version, std::string("334"));
        QCOMPARE(gpu->replicas, 2);
        QCOMPARE(gpu->ready_replicas, 2);
        QVERIFY(gpu->status_is_current());
        QCOMPARE(gpu->request.gpus, 1);
        QCOMPARE(gpu->request.cpu_cores, 0.5);
        QCOMPARE(gpu->request.memory_bytes, 256.0 * 1024 * 1024);
        QCOMPARE(find_pair(gpu->selector, "app"), std::string("gpu"));
        QVERIFY(gpu->annotations.empty());  // kubectl's copy of the object is not kept
    }

    void more_wanted_than_the_nodes_have() {
        const auto gpu = read_deployment(recorded_object("gpu6_deployment.json"));
        QCOMPARE(gpu->replicas, 6);
        QCOMPARE(gpu->ready_replicas, 4);
        QVERIFY(gpu->replica_failure().empty());
        const auto pod =
            read_pod(recorded_object("pods_unschedulable.json").value("items").toArray().first().toObject());
        QVERIFY(pod->unschedulable);
        QVERIFY(!pod->ready);
        QCOMPARE(pod->reason, std::string("Unschedulable"));
        QCOMPARE(pod->phase, PodPhase::pending);
        QVERIFY(pod->message.size() <= 200);
    }

    void a_quota_shows_as_replica_failure() {
        const auto cpu = read_deployment(recorded_object("quota_replicafailure_deployment.json"));
        QVERIFY(cpu->replica_failure().starts_with("FailedCreate: pods"));
        const auto events = items("quota_events.json", read_event);
        QVERIFY(!events.empty());
        QVERIFY(events.front().warning);
        QCOMPARE(events.front().reason, std::string("FailedCreate"));
        QCOMPARE(events.front().object_kind, std::string("ReplicaSet"));
        QVERIFY(events.front().last_ms > 0);
    }

    void an_absent_count_is_zero_and_a_wrong_one_an_error() {
        const auto idle =
            read_deployment(json(R"({"metadata":{"name":"a","generation":2},"spec":{"replicas":0},
                                                   "status":{"observedGeneration":1}})"));
        QCOMPARE(idle->replicas, 0);
        QCOMPARE(idle->ready_replicas, 0);
        QVERIFY(!idle->status_is_current());
        for (const char* replicas : {"\"three\"", "-1", "1.5", "1e99", "[]", "true", "2147483648"}) {
            const QByteArray text =
                QByteArray("{\"metadata\":{\"name\":\"a\"},\"spec\":{\"replicas\":") + replicas + "}}";
            const auto wrong = read_scale(json(text));
            QVERIFY2(!wrong, replicas);
            QCOMPARE(wrong.error().code, ErrorCode::parse_error);
            QVERIFY(wrong.error().message.find("Scale.spec.replicas") != std::string::npos);
        }
        QCOMPARE(read_scale(json(R"({"metadata":{"name":"a"},"spec":{}})"))->replicas, 0);
        QVERIFY(!read_deployment(json(R"({"kind":"Pod","metadata":{"name":"a"}})")));
        QVERIFY(!read_deployment(json(R"({"metadata":{}})")));
    }

    void pods_in_each_state() {
        const auto crashing = items("pods_crashloop.json", read_pod);
        QCOMPARE(crashing.front().reason, std::string("CrashLoopBackOff"));
        QCOMPARE(crashing.front().restarts, 4);
        QVERIFY(!crashing.front().ready);
        const auto pulling = items("pods_imagepull.json", read_pod);
        QVERIFY(QString::fromStdString(pulling.front().reason).contains("ImagePull"));
        const auto all = items("pods_list.json", read_pod);
        QVERIFY(!all.empty());
        for (const Pod& pod : all) {
            QVERIFY(pod.ready);
            QVERIFY(pod.reason.empty());
            QVERIFY(!pod.node.empty());
        }
        const auto leaving = items("pods_transition.json", read_pod);
        QVERIFY(leaving.front().meta.deleting);
        QVERIFY(!leaving.front().ready);
        QCOMPARE(leaving.front().reason, std::string("Terminating"));
    }

    void selectors() {
        QVERIFY(selects({{"app", "gpu"}}, {{"app", "gpu"}, {"pool", "gpu"}}));
        QVERIFY(!selects({{"app", "gpu"}, {"pool", "cpu"}}, {{"app", "gpu"}, {"pool", "gpu"}}));
        QVERIFY(!selects({}, {{"app", "gpu"}}));
    }

    void scales_and_autoscalers() {
        const auto scale = read_scale(recorded_object("scale_get.json"));
        QCOMPARE(scale->replicas, 3);
        QCOMPARE(scale->selector, std::string("app=gpu"));
        const auto autoscalers = items("hpa_list.json", read_horizontal_pod_autoscaler);
        QCOMPARE(autoscalers.size(), std::size_t(1));
        QCOMPARE(autoscalers[0].target_kind, std::string("Deployment"));
        QCOMPARE(autoscalers[0].target_name, std::string("cpu"));
        QCOMPARE(autoscalers[0].max_replicas, 3);
        const auto keda =
            read_scaled_object(json(R"({"metadata":{"name":"k"},"spec":{"scaleTargetRef":{"name":"gpu"}}})"));
        QCOMPARE(keda->target_kind, std::string("Deployment"));
        QCOMPARE(keda->target_name, std::string("gpu"));
    }

    void pod_metrics() {
        const auto metrics = items("podmetrics_list.json", read_pod_metrics);
        QCOMPARE(metrics.size(), std::size_t(4));
        QCOMPARE(metrics[0].cpu_cores, 0.123122441);
        QCOMPARE(metrics[0].memory_bytes, 174931.0 * 1024);
        QVERIFY(metrics[0].at_ms > 0);
    }

    void reviews_and_version() {
        QVERIFY(!read_access_review(recorded_object("ssr.json"))->allowed);
        QVERIFY(!read_access_review(json("{}")));
        QCOMPARE(read_user_identity(recorded_object("whoami.json"))->name, std::string("wb-viewer"));
        QCOMPARE(read_user_identity(recorded_object("sa_whoami.json"))->groups.size(), std::size_t(3));
        QCOMPARE(*read_server_version(recorded_object("version.json")), std::string("v1.34.9"));
    }

    void quantities_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("value");
        QTest::newRow("nano") << "228090101n" << 0.228090101;
        QTest::newRow("kibi") << "133464Ki" << 133464.0 * 1024;
        QTest::newRow("milli") << "500m" << 0.5;
        QTest::newRow("plain") << "2" << 2.0;
        QTest::newRow("fraction") << "1.5" << 1.5;
        QTest::newRow("exponent") << "1e3" << 1000.0;
        QTest::newRow("exa") << "2E" << 2e18;
        QTest::newRow("plus") << "+1" << 1.0;
        QTest::newRow("negative") << "-1" << -1.0;
        for (const char* bad : {"", "Ki", "1 Ki", "nan", "inf", "1KiB", "--1", "0x10", "1e999", "-", "."})
            QTest::addRow("bad '%s'", bad) << QString(bad) << -99.0;
    }
    void quantities() {
        QFETCH(QString, text);
        QFETCH(double, value);
        QCOMPARE(parse_quantity(text.toStdString()).value_or(-99.0), value);
    }

    void list_pages() {
        const auto call = list_page(pods_resource, "workloads", "app=gpu", "token+/=", 1);
        QCOMPARE(encode_form(call.request.query),
                 QByteArray("limit=1&labelSelector=app%3Dgpu&continue=token%2B%2F%3D"));
        const auto page = call.parse(recorded_object("list_limit1.json"));
        QCOMPARE(page->items.size(), std::size_t(1));
        QCOMPARE(page->resource_version, std::string("338"));
        QVERIFY(!page->continue_token.empty());
        QVERIFY(call.parse(recorded_object("hpa_empty_list.json"))->items.empty());
        QVERIFY(!call.parse(json(R"({"kind":"Status"})")));
    }

    void hostile_bodies_are_errors_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("html") << QByteArray("<html>");
        QTest::newRow("array") << QByteArray("[]");
        QTest::newRow("cut") << recorded("deployment_get.json").left(3000);
        QTest::newRow("deep") << QByteArray(200000, '[');
        QTest::newRow("not UTF-8") << QByteArray("{\"a\":\"\xff\xfe\"}");
    }
    void hostile_bodies_are_errors() {
        QFETCH(QByteArray, body);
        const auto object = parse_json_object(body);
        QVERIFY(!object);
        QCOMPARE(object.error().code, ErrorCode::parse_error);
    }
};

QTEST_GUILESS_MAIN(TestObjects)
#include "tst_objects.moc"
