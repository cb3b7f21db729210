// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QTest>
#include <map>

#include "core/cluster_api/kubernetes/api_calls.h"
#include "core/cluster_api/kubernetes/connect.h"
#include "core/cluster_api/kubernetes/kubernetes_client.h"
#include "tests/core/cluster_api/kubernetes/recording.h"
#include "tests/support/fake_clock.h"
#include "tests/support/scripted_server.h"
#include "tests/support/test_certificates.h"

using namespace trimtab;
using namespace trimtab::cluster_api;
using namespace trimtab::tests;

class TestConnect : public QObject {
    Q_OBJECT

    std::unique_ptr<TestCertificates> certificates_;
    std::unique_ptr<ScriptedServer> server_;
    std::map<QByteArray, QString> variables_;
    FakeClock clock_;

    ConnectSettings settings() {
        ConnectSettings settings;
        settings.environment = [this](const char* name) {
            const auto found = variables_.find(name);
            return found == variables_.end() ? QString() : found->second;
        };
        settings.clock = &clock_;
        settings.service_account_folder = certificates_->path("account");
        return settings;
    }
    void write(const QString& name, const QByteArray& text) const {
        QFile file(certificates_->path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    Expected<KubernetesConnection> connect_with(const QByteArray& cluster, const QByteArray& user) {
        const QByteArray text =
            "current-context: x\nclusters:\n- {name: c, cluster: {" + cluster +
            "}}\nusers:\n- {name: u, user: {" + user +
            "}}\ncontexts:\n- {name: x, context: {cluster: c, user: u, namespace: serving}}\n";
        const auto config = parse_kubeconfig(text.toStdString(), "config", certificates_->path(""));
        if (!config) return Unexpected(config.error());
        return connect_with_kubeconfig(*config, {}, settings());
    }
    QByteArray server() const { return "server: '" + server_->url().toUtf8() + "'"; }
    QByteArray trusted() const { return server() + ", certificate-authority: ca.crt"; }
    /// Asks for a scale, and gives what the server saw.
    ReceivedRequest seen_through(const KubernetesConnection& connection) {
        KubernetesClient cluster(connection);
        const auto scale = cluster.wait(get_scale("ns", "gpu"));
        if (!scale) qWarning("%s", scale.error().to_string().c_str());
        return server_->requests().empty() ? ReceivedRequest() : server_->requests().back();
    }
    static QByteArray authorization(const ReceivedRequest& request) {
        const auto found = request.headers.find("authorization");
        return found == request.headers.end() ? QByteArray() : found->second;
    }

  private Q_SLOTS:
    void initTestCase() {
        certificates_ = std::make_unique<TestCertificates>();
        certificates_->make("server", "IP:127.0.0.1");
        certificates_->make("elsewhere", "DNS:elsewhere.example");
        certificates_->make("rsa-client", {}, "rsa");
        certificates_->make("ec-client", {}, "ec");
        certificates_->make("old-client", {}, "ec", true);
        if (!certificates_->valid()) QSKIP(qPrintable(certificates_->error()));
        server_ = std::make_unique<ScriptedServer>(
            [](const ReceivedRequest&) { return ScriptedAnswer{.body = recorded("scale_get.json")}; },
            certificates_->server("server"));
        QVERIFY(QDir(certificates_->path("")).mkpath("account"));
    }
    void init() {
        variables_.clear();
        server_->forgetRequests();
    }

    void by_token() {
        const auto connection = connect_with(trusted(), "token: abc");
        QVERIFY2(connection.has_value(), connection ? "" : connection.error().to_string().c_str());
        QCOMPARE(connection->namespace_name, std::string("serving"));
        QVERIFY(connection->notes.empty());
        QCOMPARE(authorization(seen_through(*connection)), QByteArray("Bearer abc"));
    }

    void by_basic_and_authority_data() {
        const auto connection = connect_with(
            server() + ", certificate-authority-data: " + certificates_->pem("ca.crt").toBase64(),
            "username: a, password: b");
        QCOMPARE(authorization(seen_through(*connection)), "Basic " + QByteArray("a:b").toBase64());
    }

    void by_client_certificate_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("RSA") << QByteArray("rsa-client");
        QTest::newRow("EC") << QByteArray("ec-client");
    }
    void by_client_certificate() {
        QFETCH(QByteArray, name);
        const auto files =
            connect_with(trusted(), "client-certificate: " + name + ".crt, client-key: " + name + ".key");
        QCOMPARE(seen_through(*files).peer.subjectInfo(QSslCertificate::CommonName).value(0), QString(name));
        const auto data = connect_with(
            trusted(), "client-certificate-data: " + certificates_->pem(name + ".crt").toBase64() +
                           ", client-key-data: " + certificates_->pem(name + ".key").toBase64());
        QCOMPARE(seen_through(*data).peer.subjectInfo(QSslCertificate::CommonName).value(0), QString(name));
    }

    void a_token_file_is_read_again() {
        write("token", "first\n");
        const auto connection = connect_with(trusted(), "tokenFile: token, token: ignored");
        KubernetesClient cluster(*connection);
        const auto token = [&] {
            std::ignore = cluster.wait(get_scale("ns", "gpu"));
            return authorization(server_->requests().back());
        };
        QCOMPARE(token(), QByteArray("Bearer first"));
        write("token", "second");
        clock_.advance(59'000);
        QCOMPARE(token(), QByteArray("Bearer first"));
        clock_.advance(1'000);
        QCOMPARE(token(), QByteArray("Bearer second"));
        QFile::remove(certificates_->path("token"));
        clock_.advance(60'000);
        QCOMPARE(token(), QByteArray("Bearer second"));
        // A 401 does not wait for the minute.
        write("token", "third");
        server_->setHandler([](const ReceivedRequest& request) {
            return request.headers.at("authorization") == "Bearer third"
                       ? ScriptedAnswer{.body = recorded("scale_get.json")}
                       : ScriptedAnswer{.status = 401, .body = recorded("err_401_bad_token.json")};
        });
        QVERIFY(cluster.wait(get_scale("ns", "gpu")).has_value());
        server_->setHandler(
            [](const ReceivedRequest&) { return ScriptedAnswer{.body = recorded("scale_get.json")}; });
    }

    void by_exec_plugin_with_a_certificate() {
        write("plugin",
              "#!/bin/sh\n/usr/bin/python3 -c \"import json; print(json.dumps({'kind': 'ExecCredential', "
              "'apiVersion': 'client.authentication.k8s.io/v1', 'status': {'clientCertificateData': "
              "open('$1.crt').read(), 'clientKeyData': open('$1.key').read()}}))\"\n");
        QFile::setPermissions(certificates_->path("plugin"), QFile::ReadOwner | QFile::ExeOwner);
        const auto connection = connect_with(
            trusted(), "exec: {command: ./plugin, args: ['" + certificates_->path("ec-client").toUtf8() +
                           "'], apiVersion: client.authentication.k8s.io/v1, interactiveMode: IfAvailable}");
        QVERIFY2(connection.has_value(), connection ? "" : connection.error().to_string().c_str());
        QCOMPARE(seen_through(*connection).peer.subjectInfo(QSslCertificate::CommonName).value(0),
                 QString("ec-client"));
    }

    void server_name_and_impersonation() {
        ScriptedServer elsewhere(
            [](const ReceivedRequest&) { return ScriptedAnswer{.body = recorded("scale_get.json")}; },
            certificates_->server("elsewhere"));
        const QByteArray url = "server: '" + elsewhere.url().toUtf8() + "', certificate-authority: ca.crt";
        KubernetesClient wrong(*connect_with(url, "token: t"));
        QVERIFY(!wrong.wait(get_scale("ns", "gpu")));
        KubernetesClient right(*connect_with(url + ", tls-server-name: elsewhere.example",
                                             "token: t, as: someone, as-groups: [g]"));
        QVERIFY(right.wait(get_scale("ns", "gpu")).has_value());
        QCOMPARE(elsewhere.requests().back().headers.at("impersonate-user"), QByteArray("someone"));
        QCOMPARE(elsewhere.requests().back().headers.at("impersonate-group"), QByteArray("g"));
        QCOMPARE(connect_with(url, "token: t, as: someone, as-groups: [g, h]").error().code,
                 ErrorCode::unsupported);
    }

    void switched_off_verification_is_flagged() {
        const auto connection = connect_with(server() + ", insecure-skip-tls-verify: true", "token: t");
        QVERIFY(!connection->verifies_server);
        QCOMPARE(connection->notes.size(), std::size_t(1));
        QCOMPARE(authorization(seen_through(*connection)), QByteArray("Bearer t"));
        const auto plain = connect_with("server: 'http://h'", "token: t");
        QVERIFY(plain->notes.front().find("not encrypted") != std::string::npos);
    }

    void an_expired_client_certificate_is_noted() {
        const auto connection =
            connect_with(trusted(), "client-certificate: old-client.crt, client-key: old-client.key");
        QVERIFY(connection->notes.front().find("expired on 2021-01-01") != std::string::npos);
    }

    void proxies() {
        const auto named =
            connect_with("server: 'https://h.example', proxy-url: 'http://p.example:3128'", "token: t");
        QCOMPARE(named->endpoint.proxy.hostName(), QString("p.example"));
        variables_["HTTPS_PROXY"] = "http://e.example:8080";
        QCOMPARE(connect_with("server: 'https://h.example'", "token: t")->endpoint.proxy.hostName(),
                 QString("e.example"));
    }

    void unusable_material_is_refused() {
        QCOMPARE(connect_with(server() + ", certificate-authority-data: YWJj", "token: t").error().code,
                 ErrorCode::parse_error);
        const auto key = connect_with(trusted(), "client-certificate: ec-client.crt, client-key: ca.crt");
        QVERIFY(key.error().message.find("private key cannot be read") != std::string::npos);
        QCOMPARE(connect_with("server: 'ftp://h'", "token: t").error().code, ErrorCode::invalid_argument);
        QCOMPARE(
            connect_with("server: 'https://a:planted@h'", "token: t").error().to_string().find("planted"),
            std::string::npos);
    }

    void without_any_kubeconfig_it_is_said_where_it_was_looked_for_data() {
        QTest::addColumn<QString>("list");     // KUBECONFIG
        QTest::addColumn<QString>("context");  // asked for
        QTest::addColumn<QString>("said");
        QTest::newRow("nothing set") << QString() << QString()
                                     << QString("KUBECONFIG is not set, %1/.kube/config does not exist");
        QTest::newRow("a context") << QString() << QString("lab")
                                   << QString("KUBECONFIG is not set, %1/.kube/config does not exist");
        QTest::newRow("missing files") << QString("%1/a:%1/b") << QString()
                                       << QString("KUBECONFIG names %1/a:%1/b, which does not exist");
        QTest::newRow("an empty one")
            << QString("%1/empty") << QString() << QString("%1/empty names no cluster");
    }
    void without_any_kubeconfig_it_is_said_where_it_was_looked_for() {
        QFETCH(QString, list);
        QFETCH(QString, context);
        QFETCH(QString, said);
        const QString home = certificates_->path("nobody");
        QVERIFY(QDir().mkpath(home));
        write("nobody/empty", "kind: Config\n");
        variables_ = {{"HOME", home}, {"KUBECONFIG", list.replace("%1", home)}};
        const auto connection = connect_by_default({}, context.toStdString(), settings());
        QCOMPARE(connection.error().code, ErrorCode::not_found);
        const QString text = QString::fromStdString(connection.error().to_string());
        QVERIFY2(text.contains(said.replace("%1", home)), qPrintable(text));
        QVERIFY2(text.contains("cluster.kubeconfig"), qPrintable(text));  // what to do
    }

    void within_a_pod() {
        QCOMPARE(connect_in_cluster(settings()).error().code, ErrorCode::not_found);
        variables_ = {{"KUBERNETES_SERVICE_HOST", "127.0.0.1"},
                      {"KUBERNETES_SERVICE_PORT", QString::number(server_->port())}};
        QVERIFY(!connect_in_cluster(settings()));
        write("account/ca.crt", certificates_->pem("ca.crt"));
        write("account/token", "pod-token\n");
        write("account/namespace", "serving\n");
        const auto connection = connect_by_default({}, {}, settings());
        QVERIFY2(connection.has_value(), connection ? "" : connection.error().to_string().c_str());
        QCOMPARE(connection->context, std::string("in-cluster"));
        QCOMPARE(connection->namespace_name, std::string("serving"));
        QCOMPARE(authorization(seen_through(*connection)), QByteArray("Bearer pod-token"));
        variables_["KUBERNETES_SERVICE_HOST"] = "::1";
        QCOMPARE(connect_in_cluster(settings())->endpoint.base_url.host(), QString("::1"));
    }
};

QTEST_GUILESS_MAIN(TestConnect)
#include "tst_connect.moc"
