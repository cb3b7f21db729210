// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>

#include "core/cluster_api/http/http_error.h"
#include "core/cluster_api/http/http_stream.h"
#include "core/cluster_api/http/redaction.h"
#include "tests/core/cluster_api/http/client_fixture.h"

using namespace trimtab;
using namespace trimtab::cluster_api;
using namespace trimtab::tests;

namespace {

/// A server that quotes the request in its refusal, as some gateways do.
ScriptedServer::Handler echo(int status) {
    return [status](const ReceivedRequest& request) {
        const QByteArray proof = request.headers.at("authorization");
        return ScriptedAnswer{.status = status,
                              .body = "you sent " + proof,
                              .content_type = "text/plain",
                              .headers = {{"Location", "/login?with=" + proof.split(' ').last()}}};
    };
}

}  // namespace

class TestRedaction : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void an_answer_that_quotes_the_credential_is_redacted_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("basic");
        QTest::addColumn<QByteArray>("secret");
        for (const QByteArray secret : {"planted-4411", "abc", "q"})
            for (const int status : {302, 400, 401, 403, 500})
                for (const bool basic : {false, true})
                    QTest::addRow("%d %s %s", status, basic ? "basic" : "bearer", secret.constData())
                        << status << basic << secret;
    }

    void an_answer_that_quotes_the_credential_is_redacted() {
        QFETCH(int, status);
        QFETCH(bool, basic);
        QFETCH(QByteArray, secret);
        ScriptedServer server(echo(status));
        const Credential credential =
            basic ? Credential::basic("ann", secret.toStdString()) : Credential::bearer(secret.toStdString());
        const QByteArray sent = basic ? ("ann:" + secret).toBase64() : secret;
        const auto response = make_client(server, credential, hasty())->wait({.path = "/"});
        QVERIFY(response.has_value());
        QVERIFY(server.requests().front().headers.at("authorization").endsWith(sent));
        QCOMPARE(response->status, status);
        QCOMPARE(response->body,
                 QByteArray(basic ? "you sent Basic [redacted]" : "you sent Bearer [redacted]"));
        QCOMPARE(response->header("location"), QByteArray("/login?with=[redacted]"));
        QVERIFY(!QByteArray::fromStdString(status_error(*response, "It").to_string()).contains(" " + sent));
    }

    void a_watch_that_is_refused_is_redacted() {
        ScriptedServer server(echo(403));
        const auto client = make_client(server, Credential::bearer("planted-4411"), hasty());
        HttpStream stream(*client);
        std::optional<Expected<HttpResponse>> ended;
        connect(&stream, &HttpStream::ended, this,
                [&](const Expected<HttpResponse>& response) { ended = response; });
        stream.open({.path = "/"}, 10'000);
        QTRY_VERIFY(ended.has_value());
        QCOMPARE((*ended)->status, 403);
        QVERIFY((*ended)->body.contains("[redacted]"));
        QVERIFY(!(*ended)->body.contains("planted-4411"));
    }

    void a_good_answer_stays_as_it_is() {
        ScriptedServer server(echo(200));
        const auto response =
            make_client(server, Credential::bearer("planted-4411"), hasty())->wait({.path = "/"});
        QVERIFY(response->body.contains("planted-4411"));
    }

    void texts_data() {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("redacted");
        const auto row = [](const char* name, const char* text, const char* redacted) {
            QTest::newRow(name) << std::string(text) << std::string(redacted);
        };
        row("plain", "a planted-4411 b planted-4411", "a [redacted] b [redacted]");
        row("base64", "cGxhbnRlZC00NDEx", "[redacted]");
        row("percent", "x=p%20w%2F1&y", "x=[redacted]&y");
        row("user of a URL", "at https://ann:pw@host:9090/x and socks5://u@h",
            "at https://[redacted]@host:9090/x and socks5://[redacted]@h");
        row("no user", "https://host/a@b?c=d@e mail ann@host", "https://host/a@b?c=d@e mail ann@host");
        row("short, alone", " abc\n", "[redacted]");
        row("short, in pairs", "a=abc&b=1, abc=2", "a=[redacted]&b=1, abc=2");
        row("short, in JSON", R"({"password": "abc", "abc": 1, "n": "abcd"})",
            R"({"password": "[redacted]", "[redacted]": 1, "n": "abcd"})");
        row("short, behind a word for it", "password abc. Token: abc; authorization: bearer abc",
            "password [redacted]. Token: [redacted]; authorization: bearer [redacted]");
        row("short, in base64", "Authorization: Basic YWJj", "Authorization: Basic [redacted]");
        row("short, in ordinary words", "abc of the alphabet: xabc, abcd, abc/x, tokenabc - \xc3\xa4 abc",
            "abc of the alphabet: xabc, abcd, abc/x, tokenabc - \xc3\xa4 abc");
    }

    void texts() {
        QFETCH(std::string, text);
        QFETCH(std::string, redacted);
        QCOMPARE(redacted_text(text, {"planted-4411", "p w/1", "abc", ""}), redacted);
    }
};

QTEST_GUILESS_MAIN(TestRedaction)
#include "tst_redaction.moc"
