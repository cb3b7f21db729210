// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>

#include "core/cluster_api/http/http_stream.h"
#include "tests/core/cluster_api/http/client_fixture.h"

using namespace trimtab;
using namespace trimtab::cluster_api;
using namespace trimtab::tests;
using End = ScriptedAnswer::End;

class TestHttpStream : public QObject {
    Q_OBJECT

    FakeClock clock_;
    std::optional<Expected<HttpResponse>> end_;
    QByteArray seen_;

    void listen(HttpStream& stream) {
        end_.reset();
        seen_.clear();
        connect(&stream, &HttpStream::received, this, [this](const QByteArray& bytes) { seen_ += bytes; });
        connect(&stream, &HttpStream::ended, this,
                [this](const Expected<HttpResponse>& result) { end_ = result; });
    }
    HttpBehaviour behaviour() {
        return {.retry = {}, .clock = &clock_, .uniform = [] { return 0.5; }};
    }

  private Q_SLOTS:
    void delivers_while_it_comes() {
        ScriptedServer server(
            [](const ReceivedRequest&) { return ScriptedAnswer{.body = "first", .end = End::stream}; });
        const auto client = make_client(server, {}, behaviour());
        HttpStream stream(*client);
        listen(stream);
        const QSignalSpy opened(&stream, &HttpStream::opened);
        stream.open({.path = "/w"}, 60'000);
        QTRY_COMPARE(seen_, QByteArray("first"));
        QCOMPARE(opened.count(), 1);
        server.push("second");
        QTRY_COMPARE(seen_, QByteArray("firstsecond"));
        server.endStreams(true);
        QTRY_VERIFY(end_.has_value());
        QCOMPARE((*end_)->status, 200);
        QVERIFY(!stream.active());
    }

    void a_killed_server_is_an_error() {
        ScriptedServer server(
            [](const ReceivedRequest&) { return ScriptedAnswer{.body = "x", .end = End::stream}; });
        const auto client = make_client(server, {}, behaviour());
        HttpStream stream(*client);
        listen(stream);
        stream.open({.path = "/w"}, 60'000);
        QTRY_COMPARE(seen_, QByteArray("x"));
        server.endStreams(false);
        QTRY_VERIFY(end_.has_value());
        QCOMPARE(end_->error().code, ErrorCode::unavailable);
    }

    void silence_ends_it_and_bytes_keep_it() {
        ScriptedServer server(
            [](const ReceivedRequest&) { return ScriptedAnswer{.body = "x", .end = End::stream}; });
        const auto client = make_client(server, {}, behaviour());
        HttpStream stream(*client);
        listen(stream);
        stream.open({.path = "/w"}, 60'000);
        QTRY_COMPARE(seen_, QByteArray("x"));
        for (int i = 0; i < 5; ++i) {
            clock_.advance(50'000);
            const auto before = seen_.size();
            server.push("y");
            QTRY_COMPARE(seen_.size(), before + 1);
            QVERIFY(!end_.has_value());
        }
        clock_.advance(60'000);
        QTRY_VERIFY(end_.has_value());
        QCOMPARE(end_->error().code, ErrorCode::unavailable);
    }

    void a_head_that_does_not_come_is_not_waited_for_as_long() {
        ScriptedServer server([](const ReceivedRequest&) { return ScriptedAnswer{.end = End::hang}; });
        const auto client = make_client(server, {}, behaviour());
        HttpStream stream(*client);
        listen(stream);
        stream.open({.path = "/w"}, 60'000);
        QTRY_COMPARE(server.requests().size(), std::size_t(1));
        clock_.advance(9'999);
        QTest::qWait(5);
        QVERIFY(!end_.has_value());
        clock_.advance(1);
        QTRY_VERIFY(end_.has_value());
    }

    void a_refusal_brings_its_body() {
        ScriptedServer server(
            [](const ReceivedRequest&) { return ScriptedAnswer{.status = 410, .body = "{\"code\":410}"}; });
        const auto client = make_client(server, {}, behaviour());
        HttpStream stream(*client);
        listen(stream);
        stream.open({.path = "/w"}, 60'000);
        QTRY_VERIFY(end_.has_value());
        QCOMPARE((*end_)->status, 410);
        QCOMPARE((*end_)->body, QByteArray("{\"code\":410}"));
        QVERIFY(seen_.isEmpty());
    }

    void a_rejected_token_is_renewed() {
        class Renewing final : public CredentialProvider {
          public:
            void fetch(bool rejected, QObject*, Done done) override {
                done(Credential::bearer(rejected ? "new" : "old"));
            }
        };
        ScriptedServer server([](const ReceivedRequest& request) {
            if (request.headers.at("authorization") != "Bearer new")
                return ScriptedAnswer{.status = 401, .body = "no"};
            return ScriptedAnswer{.body = "x", .end = End::stream};
        });
        HttpClient client(*make_endpoint(server.url(), {}, no_environment()), std::make_shared<Renewing>(),
                          behaviour());
        HttpStream stream(client);
        listen(stream);
        stream.open({.path = "/w"}, 60'000);
        QTRY_COMPARE(seen_, QByteArray("x"));
    }

    void closing_is_silent_and_reopening_works() {
        ScriptedServer server(
            [](const ReceivedRequest&) { return ScriptedAnswer{.body = "x", .end = End::stream}; });
        const auto client = make_client(server, {}, behaviour());
        HttpStream stream(*client);
        listen(stream);
        connect(&stream, &HttpStream::received, this, [&] { stream.close(); });
        for (int i = 1; i <= 3; ++i) {
            stream.open({.path = "/w"}, 60'000);
            QTRY_COMPARE(seen_, QByteArray(i, 'x'));
            QVERIFY(!stream.active());
        }
        QTRY_COMPARE(server.streams(), 0);
        QVERIFY(!end_.has_value());
    }

    void eight_streams_do_not_block_a_request() {
        ScriptedServer server([](const ReceivedRequest& request) {
            if (request.path == "/w") return ScriptedAnswer{.body = "x", .end = End::stream};
            return ScriptedAnswer{.body = "{}"};
        });
        const auto client = make_client(server);
        std::vector<std::unique_ptr<HttpStream>> streams;
        for (int i = 0; i < 8; ++i) {
            streams.push_back(std::make_unique<HttpStream>(*client));
            streams.back()->open({.path = "/w"}, 60'000);
        }
        QTRY_COMPARE(server.streams(), 8);
        QCOMPARE(client->wait({.path = "/r"})->status, 200);
    }
};

QTEST_GUILESS_MAIN(TestHttpStream)
#include "tst_http_stream.moc"
