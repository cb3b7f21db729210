// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonDocument>
#include <QTest>
#include <set>

#include "core/cluster_api/kubernetes/api_calls.h"
#include "core/cluster_api/kubernetes/api_status.h"
#include "tests/core/cluster_api/kubernetes/recording.h"

using namespace trimtab;
using namespace trimtab::cluster_api;
using namespace trimtab::tests;

class TestApiStatus : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void every_refusal_has_its_own_sentence_data() {
        QTest::addColumn<QString>("recording");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, ErrorCode code, const char* says) {
            QTest::newRow(name) << QString(name) << static_cast<int>(code) << QString(says);
        };
        row("err_400_bad_rv.json", ErrorCode::invalid_argument, "invalid resource version");
        row("err_400_broken_json.json", ErrorCode::invalid_argument, "unexpected end of JSON");
        row("err_401_bad_token.json", ErrorCode::permission_denied, "Log in again");
        row("err_403_anonymous.json", ErrorCode::permission_denied, "No credential reached Kubernetes");
        row("err_403_rbac_patch.json", ErrorCode::permission_denied, "Apply the Role");
        row("err_403_other_ns.json", ErrorCode::permission_denied, "in the namespace \"default\"");
        row("err_403_admission_policy.json", ErrorCode::permission_denied, "at most 8 replicas");
        row("err_404_deployment.json", ErrorCode::not_found, "Check name and namespace");
        row("err_404_path.txt", ErrorCode::not_found, "no such API");
        row("err_409_conflict_patch.json", ErrorCode::conflict, "Someone else changed it");
        row("err_409_ssa_conflict_other_manager.json", ErrorCode::conflict, "Another field manager");
        row("err_410_continue_expired.json", ErrorCode::unavailable, "List again");
        row("err_410_list_exact_rv.json", ErrorCode::unavailable, "List again");
        row("err_415_content_type.json", ErrorCode::invalid_argument, "format of the patch");
        row("err_422_negative.json", ErrorCode::invalid_argument, "spec.replicas: Invalid value: -1");
        row("err_422_ssa_no_manager.json", ErrorCode::invalid_argument, "fieldManager");
        row("err_422_strict_unknown_field.json", ErrorCode::invalid_argument, "unknown field \"spec.foo\"");
        row("err_422_string_replicas.json", ErrorCode::invalid_argument, "cannot unmarshal string");
        row("err_429.txt", ErrorCode::unavailable, "too many requests");
        row("err_504_future_rv.json", ErrorCode::unavailable, "behind the version");
        row("err_etcd_down_504.txt", ErrorCode::unavailable, "store may be down");
        row("err_metrics_503_unavailable.txt", ErrorCode::unavailable, "metrics-server");
    }
    void every_refusal_has_its_own_sentence() {
        QFETCH(QString, recording);
        QFETCH(int, code);
        QFETCH(QString, says);
        const HttpResponse response = recorded_response(recording);
        QVERIFY2(response.status >= 400, "the recording has no headers");
        const Error error = get_scale("workloads", "gpu").read(response).error();
        QCOMPARE(static_cast<int>(error.code), code);
        QVERIFY2(QString::fromStdString(error.message).contains(says), error.message.c_str());
        QCOMPARE(error.context, std::string("scale of deployment gpu"));
        QVERIFY2(error.message.size() < 600, error.message.c_str());
        QVERIFY(error.message.ends_with('.'));
        static std::set<std::string> seen;
        if (!recording.contains("_410_") && !recording.contains("_403_"))
            QVERIFY(seen.insert(error.message).second);
    }

    void expiry_is_seen_in_both_forms() {
        QVERIFY(is_expired(recorded_response("err_410_list_exact_rv.json")));
        const auto line = parse_json_object(recorded("err_410_watch_old_rv.ndjson"));
        HttpResponse event{200, {}, QJsonDocument(line->value("object").toObject()).toJson()};
        QVERIFY(is_expired(event));
        QVERIFY(!is_expired(recorded_response("err_409_conflict_patch.json")));
    }

    void bodies_that_are_no_status_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("code");
        const auto row = [](const char* name, int status, const char* type, const QByteArray& body,
                            ErrorCode code) {
            QTest::newRow(name) << status << QByteArray(type) << body << static_cast<int>(code);
        };
        row("login page", 200, "text/html", "<html>", ErrorCode::permission_denied);
        row("text", 200, "text/plain", "ok", ErrorCode::parse_error);
        row("cut", 200, "application/json", "{\"metadata\":", ErrorCode::parse_error);
        row("other JSON", 200, "application/json", "{}", ErrorCode::parse_error);
        row("a list", 200, "application/json", "[1]", ErrorCode::parse_error);
        row("gateway", 502, "text/html", "<html>bad gateway", ErrorCode::unavailable);
        row("proxy", 403, "text/html", "<html>no", ErrorCode::permission_denied);
        row("redirect", 302, "text/html", "", ErrorCode::invalid_argument);
        row("status of wrong types", 500, "application/json", "{\"code\":\"x\",\"message\":7}",
            ErrorCode::unavailable);
        row("teapot", 418, "text/plain", "short and stout", ErrorCode::invalid_argument);
    }
    void bodies_that_are_no_status() {
        QFETCH(int, status);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(int, code);
        const auto result = get_scale("a", "b").read(HttpResponse{status, {{"Content-Type", type}}, body});
        QVERIFY(!result);
        QCOMPARE(static_cast<int>(result.error().code), code);
        QVERIFY(result.error().message.size() > 30);
    }
};

QTEST_GUILESS_MAIN(TestApiStatus)
#include "tst_api_status.moc"
