// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>

#include "core/cluster_api/prometheus/prometheus_client.h"
#include "tests/core/cluster_api/http/client_fixture.h"
#include "tests/support/test_certificates.h"

using namespace trimtab;
using namespace trimtab::cluster_api;
using namespace trimtab::tests;

namespace {

ScriptedAnswer value(double number, double time_s, const QByteArray& more = {}) {
    return {.body = "{\"status\":\"success\"" + more +
                    ",\"data\":{\"resultType\":\"vector\",\"result\":[{\"metric\":{},\"value\":[" +
                    QByteArray::number(time_s, 'f', 3) + ",\"" + QByteArray::number(number) + "\"]}]}}"};
}

std::unique_ptr<PrometheusClient> client_of(const ScriptedServer& server, const QString& path = {},
                                            Credential credential = {}, HttpBehaviour behaviour = hasty(),
                                            const TlsSettings& tls = {}) {
    return std::make_unique<PrometheusClient>(*make_endpoint(server.url() + path, tls, no_environment()),
                                              std::make_shared<FixedCredential>(std::move(credential)),
                                              behaviour);
}

}  // namespace

class TestPrometheusClient : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void asks_below_the_path_of_the_external_url_with_its_credential() {
        ScriptedServer server([](const ReceivedRequest&) { return value(2.5, 1000); });
        const auto client = client_of(server, "/monitoring/prometheus/", Credential::bearer("secret"));
        const auto result = client->wait(InstantQuery{"sum(up)", 1234.5});
        QVERIFY2(result.has_value(), result ? "" : result.error().message.c_str());
        QCOMPARE(result->series[0].points[0].value.value(), 2.5);
        const ReceivedRequest& request = server.requests().front();
        QCOMPARE(request.path, QByteArray("/monitoring/prometheus/api/v1/query"));
        QCOMPARE(request.body, QByteArray("query=sum%28up%29&time=1234.500"));
        QCOMPARE(request.headers.at("authorization"), QByteArray("Bearer secret"));
    }

    void old_samples_are_no_data() {
        FakeClock clock;
        HttpBehaviour behaviour = hasty();
        const double now_s = static_cast<double>(clock.utc_ms()) / 1000;
        double sampled_s = now_s - 80;
        ScriptedServer server([&](const ReceivedRequest&) { return value(7, sampled_s); });
        behaviour.clock = &clock;
        const auto client = client_of(server, {}, {}, behaviour);
        QCOMPARE(client->waitForValue("a", 90)->value.value(), 7.0);
        sampled_s = now_s - 100;
        const auto stale = client->waitForValue("a", 90);
        QVERIFY(stale.has_value());
        QVERIFY(!stale->value.has_value());
        QVERIFY(stale->absence.find("100 s old") != std::string::npos);
    }

    void a_warning_is_told_once() {
        ScriptedServer server(
            [](const ReceivedRequest&) { return value(1, 1, ",\"warnings\":[\"one store is missing\"]"); });
        const auto client = client_of(server);
        QSignalSpy warned(client.get(), &PrometheusClient::warned);
        for (int i = 0; i < 3; ++i) QVERIFY(client->wait(InstantQuery{"a", {}}).has_value());
        QCOMPARE(warned.size(), 1);
        QCOMPARE(warned[0][0].toString(), QString("one store is missing"));
    }

    void a_query_is_repeated_after_503_but_not_after_400() {
        int calls = 0;
        ScriptedServer server([&](const ReceivedRequest&) -> ScriptedAnswer {
            if (++calls < 3)
                return {.status = 503, .body = R"({"status":"error","errorType":"timeout","error":"t"})"};
            return value(1, 1);
        });
        const auto client = client_of(server);
        QVERIFY(client->wait(InstantQuery{"a", {}}).has_value());
        QCOMPARE(calls, 3);
        calls = 0;
        server.setHandler([&](const ReceivedRequest&) -> ScriptedAnswer {
            ++calls;
            return {.status = 400,
                    .body = R"({"status":"error","errorType":"bad_data","error":"1:2: parse error"})"};
        });
        const auto refused = client->wait(RangeQuery{"(", 0, 60, 1});
        QCOMPARE(refused.error().code, ErrorCode::invalid_argument);
        QCOMPARE(calls, 1);
    }

    void a_backward_span_is_refused_without_a_request() {
        ScriptedServer server([](const ReceivedRequest&) { return ScriptedAnswer{}; });
        const auto client = client_of(server);
        QVERIFY(!client->wait(RangeQuery{"a", 60, 0, 1}).has_value());
        bool told = false;
        client->send(RangeQuery{"a", 60, 0, 1}, this,
                     [&](const Expected<PrometheusResult>& result) { told = !result.has_value(); });
        QVERIFY(!told);  // never before send() has returned
        QTRY_VERIFY(told);
        QVERIFY(server.requests().empty());
    }

    void an_authority_of_our_own_is_trusted() {
        TestCertificates certificates;
        if (!certificates.valid()) QSKIP(qPrintable(certificates.error()));
        QVERIFY(certificates.make("server", "IP:127.0.0.1"));
        ScriptedServer server([](const ReceivedRequest&) { return value(1, 1); },
                              certificates.server("server"));
        QCOMPARE(client_of(server)->wait(InstantQuery{"a", {}}).error().code, ErrorCode::unavailable);
        const auto trusting =
            client_of(server, {}, {}, hasty(), TlsSettings{certificates.pem("ca.crt"), {}, true});
        QVERIFY(trusting->wait(InstantQuery{"a", {}}).has_value());
    }

    void the_version_proves_the_connection() {
        ScriptedServer server([](const ReceivedRequest& request) -> ScriptedAnswer {
            if (request.path != "/api/v1/status/buildinfo") return {.status = 404, .body = "{}"};
            return {.body = R"({"status":"success","data":{"version":"3.1.0"}})"};
        });
        QCOMPARE(client_of(server)->waitForVersion().value(), std::string("3.1.0"));
        server.setHandler([](const ReceivedRequest&) -> ScriptedAnswer {
            return {.status = 401, .body = "Unauthorized\n", .content_type = "text/plain"};
        });
        QCOMPARE(client_of(server)->waitForVersion().error().code, ErrorCode::permission_denied);
    }
};

QTEST_GUILESS_MAIN(TestPrometheusClient)
#include "tst_prometheus_client.moc"
