// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/cluster_api/http/http_error.h"
#include "core/cluster_api/http/http_message.h"
#include "core/cluster_api/http/network_session.h"
#include "core/cluster_api/http/retry_policy.h"

using namespace trimtab;
using namespace trimtab::cluster_api;

class TestHttpMessage : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void encodes_what_a_form_would_misread() {
        QCOMPARE(encode_form({{"query", "rate(x[1m]) + 1 & a=\"b\""}, {"time", "1"}}),
                 QByteArray("query=rate%28x%5B1m%5D%29%20%2B%201%20%26%20a%3D%22b%22&time=1"));
        QCOMPARE(encode_form({}), QByteArray());
    }

    void reads_retry_after_data() {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<qint64>("expected_ms");
        QTest::newRow("absent") << QByteArray() << qint64(-1);
        QTest::newRow("seconds") << QByteArray("7") << qint64(7000);
        QTest::newRow("zero") << QByteArray("0") << qint64(0);
        QTest::newRow("negative") << QByteArray("-3") << qint64(-1);
        QTest::newRow("rubbish") << QByteArray("soon") << qint64(-1);
        QTest::newRow("a year") << QByteArray("31536000") << qint64(24LL * 3600 * 1000);
        QTest::newRow("beyond 64 bits") << QByteArray("99999999999999999999") << qint64(-1);
        QTest::newRow("date") << QByteArray("Thu, 01 Jan 2026 00:00:10 GMT") << qint64(10000);
        QTest::newRow("past date") << QByteArray("Thu, 01 Jan 2015 00:00:10 GMT") << qint64(0);
    }
    void reads_retry_after() {
        QFETCH(QByteArray, value);
        QFETCH(qint64, expected_ms);
        HttpResponse response;
        if (!value.isEmpty()) response.headers = {{"Retry-After", value}};
        QCOMPARE(response.retry_after_ms(1'767'225'600'000).value_or(-1), expected_ms);
    }

    void reads_warnings() {
        HttpResponse response;
        response.headers = {
            {"Warning", "299 - \"unknown field \\\"spec.foo\\\"\", 299 - \"second, with comma\" \"date\""}};
        const auto warnings = response.warnings();
        QCOMPARE(warnings.size(), std::size_t(2));
        QCOMPARE(warnings[0], std::string("unknown field \"spec.foo\""));
        QCOMPARE(warnings[1], std::string("second, with comma"));
        response.headers = {{"warning", "299 - \"never closed"}};
        QCOMPARE(response.warnings().front(), std::string("never closed"));
    }

    void knows_json_by_its_type_data() {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<bool>("json");
        QTest::newRow("plain") << QByteArray("application/json") << true;
        QTest::newRow("parameters") << QByteArray("Application/JSON; charset=utf-8") << true;
        QTest::newRow("relative") << QByteArray("application/apply-patch+json") << true;
        QTest::newRow("text") << QByteArray("text/plain; charset=utf-8") << false;
        QTest::newRow("none") << QByteArray() << false;
    }
    void knows_json_by_its_type() {
        QFETCH(QByteArray, type);
        QFETCH(bool, json);
        HttpResponse response;
        response.headers = {{"content-TYPE", type}};
        QCOMPARE(response.is_json(), json);
    }

    void excerpts_are_short_and_printable() {
        QCOMPARE(excerpt("a\n\tb\x01\xff", 20), std::string("a b\xef\xbf\xbd"));
        QCOMPARE(excerpt(QByteArray(100000, 'x'), 20).size(), std::size_t(20));
    }

    void every_status_has_a_code_and_a_next_step_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("code");
        const auto row = [](int status, ErrorCode code) {
            QTest::addRow("%d", status) << status << static_cast<int>(code);
        };
        row(302, ErrorCode::invalid_argument);
        row(400, ErrorCode::invalid_argument);
        row(401, ErrorCode::permission_denied);
        row(403, ErrorCode::permission_denied);
        row(404, ErrorCode::not_found);
        row(407, ErrorCode::permission_denied);
        row(409, ErrorCode::conflict);
        row(429, ErrorCode::unavailable);
        row(500, ErrorCode::unavailable);
        row(503, ErrorCode::unavailable);
    }
    void every_status_has_a_code_and_a_next_step() {
        QFETCH(int, status);
        QFETCH(int, code);
        HttpResponse response{status, {{"Location", "https://login.example"}}, "the body"};
        const Error error = status_error(response, "Prometheus");
        QCOMPARE(static_cast<int>(error.code), code);
        QVERIFY(error.message.find(std::to_string(status)) != std::string::npos);
        QVERIFY(error.message.find("the body") != std::string::npos);
    }

    void a_login_page_is_not_json() {
        const auto page =
            require_json(HttpResponse{200, {{"Content-Type", "text/html"}}, "<html>"}, "Locust");
        QCOMPARE(page.error().code, ErrorCode::permission_denied);
        const auto text = require_json(HttpResponse{200, {{"Content-Type", "text/plain"}}, "ok"}, "Locust");
        QCOMPARE(text.error().code, ErrorCode::parse_error);
        QVERIFY(require_json(HttpResponse{200, {{"Content-Type", "application/json"}}, "{}"}, "Locust")
                    .has_value());
    }

    void back_off_doubles_and_jitters() {
        const RetryPolicy policy{5, 200, 1000};
        QCOMPARE(retry_delay_ms(policy, 1, 0.0), 100);
        QCOMPARE(retry_delay_ms(policy, 1, 1.0), 200);
        QCOMPARE(retry_delay_ms(policy, 3, 1.0), 800);
        QCOMPARE(retry_delay_ms(policy, 4, 1.0), 1000);
        QCOMPARE(retry_delay_ms(policy, 400, 1.0), 1000);
        QCOMPARE(retry_delay_ms(policy, 1, 0.0, 3000), 3025);
    }

    void refuses_an_address_data() {
        QTest::addColumn<QString>("url");
        QTest::newRow("empty") << "";
        QTest::newRow("no scheme") << "prometheus:9090";
        QTest::newRow("other scheme") << "ftp://host/";
        QTest::newRow("no host") << "https:///path";
        QTest::newRow("secret") << "https://user:planted@host/";
        QTest::newRow("query") << "https://host/?a=b";
        QTest::newRow("spaces") << "https://a b/";
    }
    void refuses_an_address() {
        QFETCH(QString, url);
        const auto endpoint = make_endpoint(url);
        QVERIFY(!endpoint);
        QCOMPARE(endpoint.error().code, ErrorCode::invalid_argument);
        QVERIFY(endpoint.error().to_string().find("planted") == std::string::npos);
    }

    void joins_paths() {
        const NetworkSession session(*make_endpoint("https://host:8443/base/"));
        QCOMPARE(session.url_of({.path = "/api/v1/query", .query = {{"query", "a+b"}}}).toEncoded(),
                 QByteArray("https://host:8443/base/api/v1/query?query=a%2Bb"));
        QCOMPARE(session.url_of({.path = "/a%2Fb"}).toEncoded(), QByteArray("https://host:8443/base/a%2Fb"));
    }
};

QTEST_GUILESS_MAIN(TestHttpMessage)
#include "tst_http_message.moc"
