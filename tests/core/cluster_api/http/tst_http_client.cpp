// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLoggingCategory>
#include <QTest>
#include <QTimer>
#include <atomic>
#include <thread>

#include "core/cluster_api/http/event_wait.h"
#include "core/cluster_api/http/http_client.h"
#include "tests/core/cluster_api/http/client_fixture.h"

using namespace trimtab;
using namespace trimtab::cluster_api;
using namespace trimtab::tests;

namespace {

/// Hands out a worse token first, as an exec plugin whose token was revoked.
class RenewingCredential final : public CredentialProvider {
  public:
    void fetch(bool rejected, QObject*, Done done) override {
        if (rejected) ++renewals;
        done(Credential::bearer(renewals == 0 || never_better ? "old" : "new"));
    }
    int renewals = 0;
    bool never_better = false;
};

std::unique_ptr<HttpClient> client_with(const ScriptedServer& server,
                                        std::shared_ptr<CredentialProvider> provider) {
    return std::make_unique<HttpClient>(*make_endpoint(server.url(), {}, no_environment()),
                                        std::move(provider), hasty());
}

QString logged;
void keep_log(QtMsgType, const QMessageLogContext& context, const QString& text) {
    logged += QString::fromLatin1(context.category) + ": " + text + "\n";
}

}  // namespace

class TestHttpClient : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void sends_what_was_asked() {
        ScriptedServer server([](const ReceivedRequest&) {
            return ScriptedAnswer{.status = 201, .body = "{}", .headers = {{"Warning", "299 - \"w\""}}};
        });
        const auto client = make_client(server, Credential::basic("user", "pass word"));
        HttpRequest request{
            .method = "PATCH", .path = "/a/b", .query = {{"dryRun", "All"}}, .body = "{\"a\":1}"};
        request.content_type = "application/merge-patch+json";
        request.headers = {{"X-Extra", "1"}};
        const auto response = client->wait(request);
        QVERIFY(response.has_value());
        QCOMPARE(response->status, 201);
        QCOMPARE(response->body, QByteArray("{}"));
        QCOMPARE(response->warnings().size(), std::size_t(1));
        const ReceivedRequest& received = server.requests().front();
        QCOMPARE(received.method, QByteArray("PATCH"));
        QCOMPARE(received.path, QByteArray("/a/b"));
        QCOMPARE(received.query, QByteArray("dryRun=All"));
        QCOMPARE(received.body, QByteArray("{\"a\":1}"));
        QCOMPARE(received.headers.at("content-type"), QByteArray("application/merge-patch+json"));
        QCOMPARE(received.headers.at("authorization"), "Basic " + QByteArray("user:pass word").toBase64());
        QCOMPARE(received.headers.at("x-extra"), QByteArray("1"));
    }

    void answers_of_any_status_keep_their_body_data() {
        QTest::addColumn<int>("status");
        for (const int status : {200, 302, 400, 401, 403, 404, 409, 410, 415, 418, 422, 500, 501})
            QTest::addRow("%d", status) << status;
    }
    void answers_of_any_status_keep_their_body() {
        QFETCH(int, status);
        ScriptedServer server([&](const ReceivedRequest&) {
            return ScriptedAnswer{
                .status = status,
                .body = "why",
                .content_type = "text/plain",
                .headers = {{"Location", "/elsewhere"}, {"WWW-Authenticate", "Basic realm=\"x\""}}};
        });
        const auto client = make_client(server, Credential::bearer("t"));
        const auto response = client->wait({.path = "/"});
        QVERIFY(response.has_value());
        QCOMPARE(response->status, status);
        QCOMPARE(response->body, QByteArray("why"));
        QCOMPARE(server.requests().size(), std::size_t(1));  // no redirect, no retry
    }

    void one_rejected_token_is_renewed_once() {
        ScriptedServer server([](const ReceivedRequest& request) {
            return ScriptedAnswer{.status = request.headers.at("authorization") == "Bearer new" ? 200 : 401};
        });
        const auto provider = std::make_shared<RenewingCredential>();
        const auto client = client_with(server, provider);
        QCOMPARE(client->wait({.path = "/"})->status, 200);
        QCOMPARE(provider->renewals, 1);
        QCOMPARE(client->wait({.path = "/"})->status, 200);
        QCOMPARE(server.requests().size(), std::size_t(3));
    }

    void a_token_that_stays_bad_ends_as_401() {
        ScriptedServer server(
            [](const ReceivedRequest&) { return ScriptedAnswer{.status = 401, .body = "no"}; });
        const auto provider = std::make_shared<RenewingCredential>();
        provider->never_better = true;
        const auto response = client_with(server, provider)->wait({.path = "/"});
        QCOMPARE(response->status, 401);
        QCOMPARE(response->body, QByteArray("no"));
        QCOMPARE(provider->renewals, 1);
    }

    void a_token_that_breaks_the_header_is_refused() {
        ScriptedServer server([](const ReceivedRequest&) { return ScriptedAnswer{}; });
        const auto response = make_client(server, Credential::bearer("planted\r\nX: y"))->wait({.path = "/"});
        QCOMPARE(response.error().code, ErrorCode::invalid_argument);
        QCOMPARE(response.error().to_string().find("planted"), std::string::npos);
        QVERIFY(server.requests().empty());
    }

    void no_secret_is_logged_at_debug_level() {
        ScriptedServer server([](const ReceivedRequest& request) {
            return ScriptedAnswer{.status = request.path == "/bad" ? 401 : 200, .body = "{}"};
        });
        logged.clear();
        QLoggingCategory::setFilterRules("trimtab.*=true");
        const QtMessageHandler before = qInstallMessageHandler(keep_log);
        const auto token = make_client(server, Credential::bearer("planted"));
        const auto password = make_client(server, Credential::basic("user", "planted"));
        const HttpRequest request{.path = "/good", .query = {{"code", "planted"}}};
        for (const auto* client : {&token, &password})
            for (const char* path : {"/good", "/bad"}) {
                HttpRequest each = request;
                each.path = path;
                std::ignore = (*client)->wait(each);
            }
        qInstallMessageHandler(before);
        QLoggingCategory::setFilterRules({});
        QVERIFY2(logged.contains("trimtab.http: GET http://127.0.0.1"), qPrintable(logged));
        QVERIFY2(!logged.contains("planted") && !logged.contains(QByteArray("user:planted").toBase64()),
                 qPrintable(logged));
    }

    void many_at_once_and_in_callbacks() {
        ScriptedServer server([](const ReceivedRequest& request) {
            return ScriptedAnswer{.body = request.path, .content_type = "text/plain"};
        });
        const auto client = make_client(server);
        int answered = 0;
        for (int i = 0; i < 40; ++i)
            client->send({.path = "/" + QString::number(i)}, this, [&, i](Expected<HttpResponse> response) {
                QCOMPARE(response->body, "/" + QByteArray::number(i));
                client->send({.path = "/again"}, this, [&](Expected<HttpResponse>) { ++answered; });
            });
        QCOMPARE(answered, 0);
        QTRY_COMPARE_WITH_TIMEOUT(answered, 40, 60'000);
    }

    void nothing_comes_after_the_end_of_context_or_client() {
        ScriptedServer server([](const ReceivedRequest&) { return ScriptedAnswer{.body = "{}"}; });
        auto client = make_client(server);
        int late = 0;
        int other = 0;
        auto context = std::make_unique<QObject>();
        client->send({.path = "/a"}, context.get(), [&](Expected<HttpResponse>) { ++late; });
        client->send({.path = "/b"}, this, [&](Expected<HttpResponse>) { ++other; });
        context.reset();
        QTRY_COMPARE(other, 1);
        client->send({.path = "/c"}, this, [&](Expected<HttpResponse>) { ++late; });
        client->cancelAll();
        client->send({.path = "/d"}, this, [&](Expected<HttpResponse>) {
            client.reset();  // the callback destroys its client
            ++other;
        });
        QTRY_COMPARE(other, 2);
        client = make_client(server);
        client->send({.path = "/e"}, this, [&](Expected<HttpResponse>) { ++late; });
        client.reset();
        QTest::qWait(50);
        QCOMPARE(late, 0);
    }

    void goes_through_the_proxy() {
        ScriptedServer proxy([](const ReceivedRequest&) { return ScriptedAnswer{.body = "{}"}; });
        const auto environment = [&](const char* name) {
            return qstrcmp(name, "http_proxy") == 0
                       ? "http://user:pw@127.0.0.1:" + QString::number(proxy.port())
                       : QString();
        };
        HttpClient client(*make_endpoint("http://service.invalid:8080", {}, environment),
                          std::make_shared<FixedCredential>());
        QCOMPARE(client.wait({.path = "/a"})->status, 200);
        QCOMPARE(proxy.requests().front().path, QByteArray("http://service.invalid:8080/a"));
    }

    void a_stop_ends_waiting() {
        ScriptedServer server(
            [](const ReceivedRequest&) { return ScriptedAnswer{.end = ScriptedAnswer::End::hang}; });
        const auto client = make_client(server);
        RunControl control;
        QTimer::singleShot(20, this, [&] { control.request_stop(); });
        QCOMPARE(client->wait({.path = "/"}, StopToken(control)).error().code, ErrorCode::cancelled);
        QVERIFY(client->children().isEmpty());
    }

    void works_in_a_thread_of_the_standard_library() {
        ScriptedServer server([](const ReceivedRequest& request) {
            return ScriptedAnswer{.status = request.path == "/busy" ? 503 : 200, .body = "{}"};
        });
        std::atomic<int> done{0};
        const std::jthread worker([&] {
            {
                const auto client = make_client(server, {}, hasty());
                for (int i = 0; i < 20; ++i) done += client->wait({.path = "/"})->status == 200 ? 1 : 0;
                done += client->wait({.path = "/busy"})->status == 503 ? 1 : 0;
            }
            // A client may be made, used and destroyed again in the same thread.
            const auto second = make_client(server);
            done += second->wait({.path = "/"})->status == 200 ? 1 : 0;
            done += wait_until([] { return false; }, {}, 30) ? 0 : 1;
        });
        QTRY_COMPARE_WITH_TIMEOUT(done.load(), 23, 60'000);
    }
};

QTEST_GUILESS_MAIN(TestHttpClient)
#include "tst_http_client.moc"
