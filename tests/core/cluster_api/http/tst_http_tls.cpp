// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/cluster_api/http/http_client.h"
#include "core/cluster_api/http/tls_settings.h"
#include "tests/core/cluster_api/http/client_fixture.h"
#include "tests/support/test_certificates.h"

using namespace trimtab;
using namespace trimtab::cluster_api;
using namespace trimtab::tests;

namespace {

ScriptedAnswer greet(const ReceivedRequest& request) {
    return {.body = request.peer.subjectInfo(QSslCertificate::CommonName).value(0).toUtf8(),
            .content_type = "text/plain"};
}

/// Brings a client certificate, and another one once it is told to.
class ChangingIdentity final : public CredentialProvider {
  public:
    void fetch(bool, QObject*, Done done) override { done(present); }
    Credential present;
};

}  // namespace

class TestHttpTls : public QObject {
    Q_OBJECT

    std::unique_ptr<TestCertificates> certificates_;
    std::unique_ptr<ScriptedServer> server_;

    Credential identity(const QString& name) const {
        return {Credential::Scheme::none,
                {},
                {},
                certificates_->pem(name + ".crt"),
                certificates_->pem(name + ".key")};
    }
    TlsSettings trusting(const char* authority) const {
        return {.ca_pem = certificates_->pem(authority), .server_name = {}, .verify = true};
    }
    std::string failure(const ScriptedServer& server, const TlsSettings& tls) const {
        const auto response = make_client(server, {}, hasty(), tls)->wait({.path = "/"});
        if (response) return "no failure";
        return response.error().code == ErrorCode::unavailable ? response.error().message : "wrong code";
    }

  private Q_SLOTS:
    void initTestCase() {
        certificates_ = std::make_unique<TestCertificates>();
        certificates_->make("server", "IP:127.0.0.1,DNS:localhost");
        certificates_->make("expired", "IP:127.0.0.1", "ec", true);
        certificates_->make("elsewhere", "DNS:elsewhere.example", "rsa");
        certificates_->make("rsa-client", {}, "rsa");
        certificates_->make("ec-client", {}, "ec");
        if (!certificates_->valid()) QSKIP(qPrintable(certificates_->error()));
        server_ = std::make_unique<ScriptedServer>(greet, certificates_->server("server"));
    }

    void a_trusted_server_is_reached() {
        const auto response = make_client(*server_, {}, patient(), trusting("ca.crt"))->wait({.path = "/"});
        QVERIFY2(response.has_value(), response ? "" : response.error().message.c_str());
        QCOMPARE(response->status, 200);
    }

    void each_distrust_has_its_sentence() {
        const ScriptedServer expired(greet, certificates_->server("expired"));
        const ScriptedServer elsewhere(greet, certificates_->server("elsewhere"));
        QVERIFY(failure(*server_, trusting("other-ca.crt")).find("trusted authority") != std::string::npos);
        QVERIFY(failure(*server_, {}).find("trusted authority") != std::string::npos);
        QVERIFY(failure(expired, trusting("ca.crt")).find("expired on 2021-01-01") != std::string::npos);
        QVERIFY(failure(elsewhere, trusting("ca.crt")).find("tls-server-name") != std::string::npos);
    }

    void a_server_name_replaces_the_host() {
        const ScriptedServer elsewhere(greet, certificates_->server("elsewhere"));
        TlsSettings tls = trusting("ca.crt");
        tls.server_name = "elsewhere.example";
        QCOMPARE(make_client(elsewhere, {}, patient(), tls)->wait({.path = "/"})->status, 200);
    }

    void verification_can_be_switched_off() {
        TlsSettings tls;
        tls.verify = false;
        QCOMPARE(make_client(*server_, {}, patient(), tls)->wait({.path = "/"})->status, 200);
    }

    void client_certificates_of_both_kinds_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("RSA") << "rsa-client";
        QTest::newRow("EC") << "ec-client";
    }
    void client_certificates_of_both_kinds() {
        QFETCH(QString, name);
        const auto response =
            make_client(*server_, identity(name), patient(), trusting("ca.crt"))->wait({.path = "/"});
        QVERIFY2(response.has_value(), response ? "" : response.error().message.c_str());
        QCOMPARE(response->body, name.toUtf8());
    }

    void no_request_goes_through_another_identity() {
        const auto provider = std::make_shared<ChangingIdentity>();
        HttpClient client(*make_endpoint(server_->url(), trusting("ca.crt"), no_environment()), provider);
        provider->present = identity("rsa-client");
        QCOMPARE(client.wait({.path = "/"})->body, QByteArray("rsa-client"));
        provider->present = {};
        QCOMPARE(client.wait({.path = "/"})->body, QByteArray());
        provider->present = identity("ec-client");
        QCOMPARE(client.wait({.path = "/"})->body, QByteArray("ec-client"));
        const auto stranger = make_client(*server_, {}, patient(), trusting("ca.crt"));
        QCOMPARE(stranger->wait({.path = "/"})->body, QByteArray());
        QVERIFY(failure(*server_, trusting("other-ca.crt")).find("trusted authority") != std::string::npos);
    }

    void plain_http_against_https() {
        ScriptedServer plain(greet);
        auto endpoint =
            make_endpoint("https://127.0.0.1:" + QString::number(plain.port()), {}, no_environment());
        HttpClient client(*endpoint, std::make_shared<FixedCredential>(), hasty());
        const auto response = client.wait({.path = "/"});
        QCOMPARE(response.error().code, ErrorCode::unavailable);
        QVERIFY(response.error().message.find("https") != std::string::npos);
    }

    void bad_material_is_named_data() {
        QTest::addColumn<QByteArray>("authority");
        QTest::addColumn<QByteArray>("certificate");
        QTest::addColumn<QByteArray>("key");
        const QByteArray certificate = certificates_->pem("ec-client.crt");
        const QByteArray key = certificates_->pem("ec-client.key");
        QTest::newRow("authority") << QByteArray("rubbish") << QByteArray() << QByteArray();
        QTest::newRow("certificate") << QByteArray() << QByteArray("rubbish") << key;
        QTest::newRow("key") << QByteArray() << certificate << QByteArray("rubbish");
        QTest::newRow("half a key") << QByteArray() << certificate << key.left(key.size() / 2);
        QTest::newRow("certificate alone") << QByteArray() << certificate << QByteArray();
        QTest::newRow("key alone") << QByteArray() << QByteArray() << key;
        QTest::newRow("encrypted") << QByteArray() << certificate
                                   << QByteArray("-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n");
    }
    void bad_material_is_named() {
        QFETCH(QByteArray, authority);
        QFETCH(QByteArray, certificate);
        QFETCH(QByteArray, key);
        TlsSettings tls{.ca_pem = authority, .server_name = {}, .verify = true};
        const auto configuration =
            make_ssl_configuration(tls, {Credential::Scheme::none, {}, {}, certificate, key});
        QVERIFY(!configuration);
        QVERIFY(configuration.error().message.size() > 30);
    }

    void a_server_that_offers_http2_is_spoken_to_in_http1() {
        QSslConfiguration offering = certificates_->server("server");
        offering.setAllowedNextProtocols(
            {QSslConfiguration::ALPNProtocolHTTP2, QSslConfiguration::NextProtocolHttp1_1});
        ScriptedServer server(greet, offering);
        auto endpoint = *make_endpoint(server.url(), trusting("ca.crt"), no_environment());
        const auto anonymous = std::make_shared<FixedCredential>();
        const auto response = HttpClient(endpoint, anonymous, hasty()).wait({.path = "/"});
        QVERIFY2(response.has_value(), response ? "" : response.error().to_string().c_str());
        QCOMPARE(response->status, 200);
        // The server does offer it: a client that accepts speaks what it does not understand.
        endpoint.http2 = true;
        HttpRequest request{.path = "/"};
        request.attempt_timeout_ms = request.deadline_ms = 100;
        const auto other = HttpClient(endpoint, anonymous, hasty()).wait(request);
        QVERIFY(!other || other->status != 200);
    }
};

QTEST_GUILESS_MAIN(TestHttpTls)
#include "tst_http_tls.moc"
