// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/cluster_api/http/http_client.h"
#include "tests/core/cluster_api/http/client_fixture.h"

using namespace trimtab;
using namespace trimtab::cluster_api;
using namespace trimtab::tests;
using End = ScriptedAnswer::End;

namespace {

/// Answers `faults` times with the fault, then well.
ScriptedServer::Handler after_faults(int faults, const ScriptedAnswer& fault) {
    return [faults, fault](const ReceivedRequest&) mutable {
        return faults-- > 0 ? fault : ScriptedAnswer{.body = "{}"};
    };
}

}  // namespace

class TestHttpFaults : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void repeats_what_may_be_repeated_data() {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("end");
        QTest::addColumn<bool>("recovers");
        const auto row = [](const char* name, const char* method, int status, End end, bool recovers) {
            QTest::newRow(name) << QByteArray(method) << status << static_cast<int>(end) << recovers;
        };
        row("GET 429", "GET", 429, End::complete, true);
        row("GET 503", "GET", 503, End::complete, true);
        row("GET 504", "GET", 504, End::complete, true);
        row("GET 500", "GET", 500, End::complete, false);
        row("GET cut", "GET", 200, End::cut, true);
        row("GET cut chunk", "GET", 200, End::cut_chunk, true);
        row("PUT 503", "PUT", 503, End::complete, true);
        row("PATCH 429", "PATCH", 429, End::complete, true);
        row("PATCH 503", "PATCH", 503, End::complete, false);
        row("POST cut", "POST", 200, End::cut, false);
    }
    void repeats_what_may_be_repeated() {
        QFETCH(QByteArray, method);
        QFETCH(int, status);
        QFETCH(int, end);
        QFETCH(bool, recovers);
        ScriptedServer server(
            after_faults(2, {.status = status, .body = QByteArray(4000, 'x'), .end = static_cast<End>(end)}));
        const auto client = make_client(server, {}, hasty());
        HttpRequest request{.method = method, .path = "/"};
        if (method != "GET") request.body = "{}";
        const auto response = client->wait(request);
        QCOMPARE(response.has_value() && response->status == 200, recovers);
        const std::size_t sent = recovers ? 3 : 1;
        // Where an answer breaks off, Qt may send its request once more before it tells of the break.
        const std::size_t sent_by_qt = static_cast<End>(end) == End::complete ? 0 : 1;
        const std::size_t seen = server.requests().size();
        QVERIFY2(seen >= sent && seen <= sent + sent_by_qt, QByteArray::number(seen));
        if (recovers) QCOMPARE(response->body, QByteArray("{}"));  // nothing of an earlier attempt in it
        if (!response) QCOMPARE(response.error().code, ErrorCode::unavailable);
    }

    void a_reset_connection_is_repeated() {
        ScriptedServer server(after_faults(2, {.end = End::reset}));
        const auto client = make_client(server, {}, hasty());
        QCOMPARE(client->wait({.path = "/"})->status, 200);
    }

    void a_write_is_not_repeated_beyond_what_qt_does() {
        ScriptedServer server(after_faults(100, {.end = End::reset}));
        const auto response =
            make_client(server, {}, hasty())->wait({.method = "PATCH", .path = "/", .body = "{}"});
        QCOMPARE(response.error().code, ErrorCode::unavailable);
        QVERIFY2(server.requests().size() <= 2, QByteArray::number(server.requests().size()));
    }

    void gives_up_after_the_last_attempt() {
        ScriptedServer server(
            after_faults(100, {.status = 503, .body = "later", .content_type = "text/plain"}));
        const auto client = make_client(server, {}, hasty());
        const auto response = client->wait({.path = "/"});
        QCOMPARE(response->status, 503);
        QCOMPARE(response->body, QByteArray("later"));
        QCOMPARE(server.requests().size(), std::size_t(4));
    }

    void waits_as_long_as_the_server_says() {
        FakeClock clock;
        ScriptedServer server(after_faults(1, {.status = 429, .headers = {{"Retry-After", "5"}}}));
        HttpBehaviour behaviour{.retry = {}, .clock = &clock, .uniform = [] { return 0.5; }};
        const auto client = make_client(server, {}, behaviour);
        int status = 0;
        HttpRequest request{.path = "/"};
        request.attempt_timeout_ms = 20'000;
        client->send(request, this, [&](Expected<HttpResponse> response) { status = response->status; });
        // The attempt's timer goes with its attempt; that of the pause comes.
        QTRY_VERIFY(clock.next_in_ms() > 0 && clock.next_in_ms() < 6000);
        clock.advance(4999);
        QTest::qWait(20);
        QCOMPARE(server.requests().size(), std::size_t(1));
        clock.advance(100);
        QTRY_COMPARE(status, 200);
        QCOMPARE(server.requests().size(), std::size_t(2));
    }

    void a_pause_beyond_the_deadline_is_not_begun() {
        ScriptedServer server(after_faults(1, {.status = 429, .headers = {{"Retry-After", "3600"}}}));
        const auto response = make_client(server)->wait({.path = "/"});
        QCOMPARE(response->status, 429);
        QCOMPARE(response->retry_after_ms(0).value_or(0), 3600 * 1000);
    }

    void a_hung_server_is_left_by_the_own_clock() {
        FakeClock clock;
        ScriptedServer server(after_faults(1, {.end = End::hang}));
        HttpBehaviour behaviour{.retry = {}, .clock = &clock, .uniform = [] { return 0.5; }};
        const auto client = make_client(server, {}, behaviour);
        int status = 0;
        client->send({.path = "/"}, this,
                     [&](Expected<HttpResponse> response) { status = response->status; });
        QTRY_COMPARE(server.requests().size(), std::size_t(1));
        clock.advance(10'000);
        clock.advance(200);
        QTRY_COMPARE(status, 200);
    }

    void a_server_that_always_hangs_ends_at_the_deadline() {
        FakeClock clock;
        ScriptedServer server(after_faults(100, {.end = End::hang}));
        HttpBehaviour behaviour{.retry = {}, .clock = &clock, .uniform = [] { return 0.5; }};
        const auto client = make_client(server, {}, behaviour);
        std::optional<Expected<HttpResponse>> result;
        HttpRequest request{.method = "POST", .path = "/", .body = "{}"};
        client->send(request, this, [&](Expected<HttpResponse> response) { result = std::move(response); });
        QTRY_COMPARE(server.requests().size(), std::size_t(1));
        clock.advance(30'000);
        QTRY_VERIFY(result.has_value());
        QCOMPARE(result->error().code, ErrorCode::unavailable);
        QVERIFY(result->error().message.find("10 s") != std::string::npos);
        QTRY_COMPARE(clock.waiting(), std::size_t(0));
    }

    void an_endless_answer_is_cut_off() {
        ScriptedServer server(after_faults(100, {.body = QByteArray(1 << 16, 'x'), .end = End::endless}));
        HttpRequest request{.path = "/"};
        request.response_limit = 2 << 20;
        const auto response = make_client(server)->wait(request);
        QCOMPARE(response.error().code, ErrorCode::parse_error);
        QVERIFY(response.error().message.find("2048 KiB") != std::string::npos);
    }

    void a_compressed_answer_counts_as_what_comes_out() {
        const auto deflated = [](qsizetype size) {
            return ScriptedAnswer{.body = qCompress(QByteArray(size, 'x')).mid(4),
                                  .content_type = "text/plain",
                                  .headers = {{"Content-Encoding", "deflate"}}};
        };
        ScriptedServer server([&](const ReceivedRequest& request) {
            return deflated(request.path == "/bomb" ? 100'000'000 : 20'000'000);
        });
        const auto client = make_client(server);
        const auto large = client->wait({.path = "/large"});
        QVERIFY2(large.has_value(), large ? "" : large.error().to_string().c_str());
        QCOMPARE(large->body.size(), 20'000'000);
        const auto bomb = client->wait({.path = "/bomb"});
        QVERIFY2(!bomb, QByteArray::number(bomb ? bomb->body.size() : 0));
        QCOMPARE(bomb.error().code, ErrorCode::parse_error);
    }

    void a_declared_gigabyte_is_not_read() {
        ScriptedServer server([](const ReceivedRequest&) {
            return ScriptedAnswer{
                .body = "{", .headers = {{"Content-Length", "1073741824"}}, .end = End::cut};
        });
        QCOMPARE(make_client(server)->wait({.path = "/"}).error().code, ErrorCode::parse_error);
    }

    void nobody_listens() {
        ScriptedServer server(after_faults(0, {}));
        server.stopListening();
        const auto client = make_client(server, {}, hasty());
        const auto response = client->wait({.path = "/"});
        QCOMPARE(response.error().code, ErrorCode::unavailable);
        QVERIFY(response.error().message.find("Nothing listens") != std::string::npos);
        server.reopen();
        QCOMPARE(client->wait({.path = "/"})->status, 200);
    }

    void names_that_do_not_exist() {
        HttpClient client(*make_endpoint("http://no-such-host.invalid", {}, no_environment()),
                          std::make_shared<FixedCredential>(), hasty());
        const auto response = client.wait({.path = "/"});
        QCOMPARE(response.error().code, ErrorCode::unavailable);
        QVERIFY(response.error().message.find("no-such-host.invalid") != std::string::npos);
    }

    void another_protocol() {
        ScriptedServer server(after_faults(0, {}));
        QTcpServer other;
        other.listen(QHostAddress::LocalHost);
        connect(&other, &QTcpServer::newConnection, this, [&] {
            QTcpSocket* socket = other.nextPendingConnection();
            socket->write("SSH-2.0-OpenSSH_9.2\r\n");
            socket->disconnectFromHost();
        });
        HttpClient client(
            *make_endpoint("http://127.0.0.1:" + QString::number(other.serverPort()), {}, no_environment()),
            std::make_shared<FixedCredential>(), hasty());
        const auto response = client.wait({.path = "/"});
        QVERIFY(!response);
        QCOMPARE(response.error().code, ErrorCode::unavailable);
    }
};

QTEST_GUILESS_MAIN(TestHttpFaults)
#include "tst_http_faults.moc"
