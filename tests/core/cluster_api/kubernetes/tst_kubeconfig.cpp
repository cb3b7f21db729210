// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "core/cluster_api/kubernetes/kubeconfig.h"
#include "core/cluster_api/kubernetes/yaml_tree.h"

using namespace trimtab;
using namespace trimtab::cluster_api;

namespace {

constexpr const char* secret = "planted-secret";

/// A kubeconfig with one of everything, in which a test replaces cluster and user.
QByteArray config_with(const QByteArray& cluster, const QByteArray& user,
                       const QByteArray& context = "{cluster: c, user: u}") {
    return "apiVersion: v1\nkind: Config\ncurrent-context: x\nclusters:\n- {name: c, cluster: {" + cluster +
           "}}\nusers:\n- {name: u, user: {" + user + "}}\ncontexts:\n- {name: x, context: " + context +
           "}\n";
}

void write(const QString& path, const QByteArray& text) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

Expected<Kubeconfig> parse(const QByteArray& text) {
    return parse_kubeconfig(text.toStdString(), "config", "/folder");
}

Expected<void> check(const QByteArray& text) {
    const auto config = parse(text);
    if (!config) return Unexpected(config.error());
    return check_context(*config, config->current_context);
}

EnvironmentReader with_kubeconfig(const QString& list) {
    return [list](const char* name) { return qstrcmp(name, "KUBECONFIG") == 0 ? list : QString(); };
}

}  // namespace

class TestKubeconfig : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void accepts_data() {
        QTest::addColumn<QByteArray>("cluster");
        QTest::addColumn<QByteArray>("user");
        const QByteArray server = "server: 'https://h'";
        QTest::newRow("token") << server << QByteArray("token: abc");
        QTest::newRow("quoted digits") << server << QByteArray("token: '123'");
        QTest::newRow("nothing") << server << QByteArray();
        QTest::newRow("null") << server << QByteArray("token: null, exec: ~");
        QTest::newRow("basic") << server << QByteArray("username: a, password: b");
        QTest::newRow("unknown keys") << server + ", future: [1, {a: b}]" << QByteArray("extensions: 3");
        QTest::newRow("insecure") << server + ", insecure-skip-tls-verify: yes" << QByteArray();
        QTest::newRow("proxy") << server + ", proxy-url: 'socks5://p:1'" << QByteArray();
        QTest::newRow("data") << server + ", certificate-authority-data: YWJj" << QByteArray();
        QTest::newRow("exec v1") << server
                                 << QByteArray(
                                        "exec: {command: a, apiVersion: client.authentication.k8s.io/v1, "
                                        "interactiveMode: Never, env: [{name: A, value: b}], args: [x]}");
        QTest::newRow("exec v1beta1")
            << server << QByteArray("exec: {command: a, apiVersion: client.authentication.k8s.io/v1beta1}");
        QTest::newRow("as") << server << QByteArray("token: t, as: someone, as-groups: [g]");
        QTest::newRow("the last of two keys")
            << QByteArray("server: 1, server: 'https://h'") << QByteArray("token: t");
    }
    void accepts() {
        QFETCH(QByteArray, cluster);
        QFETCH(QByteArray, user);
        const auto result = check(config_with(cluster, user));
        QVERIFY2(result.has_value(), result ? "" : result.error().to_string().c_str());
    }

    void refuses_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const QByteArray& text, const char* says) {
            QTest::newRow(name) << text << QString(says);
        };
        const QByteArray server = "server: 'https://h'";
        const QByteArray token = QByteArray("token: ") + secret;
        const QByteArray v1 = "apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never";
        row("YAML", "a: [" + QByteArray(secret), "not valid YAML");
        row("tab", "clusters:\n\t- name: " + QByteArray(secret), "not valid YAML");
        row("not UTF-8", QByteArray("a: \xff\xfe"), "UTF-8");
        row("NUL", QByteArray("a: b\0c", 6), "UTF-8");
        row("a list", "- a", "must be a block");
        row("a text", "hello", "must be a block");
        row("kind", "kind: Pod", "not a kubeconfig");
        row("apiVersion", "apiVersion: v2\nkind: Config", "not a kubeconfig");
        row("clusters are a block", "clusters: {a: b}", "clusters is a block, but must be a list");
        row("cluster is a text", "clusters: [{name: a, cluster: b}]", "must be a block");
        row("token of digits", config_with(server, "token: 12345"), "put it in quotes");
        row("token of an exponent", config_with(server, "token: 1e5"), "put it in quotes");
        row("password yes", config_with(server, "username: a, password: yes"), "put it in quotes");
        row("server is a number", config_with("server: 1", token), "cluster.server is a number");
        row("flag is a text", config_with(server + ", insecure-skip-tls-verify: 'true'", token),
            "must be true or false");
        row("Base64", config_with(server + ", certificate-authority-data: '" + secret + "'", token),
            "not Base64");
        row("Base64 without its end",
            config_with(server, "client-certificate-data: YWJjZA, client-key-data: YWJj"), "not Base64");
        row("two of a name", "users: [{name: a, user: {token: x}}, {name: a, user: {token: z}}]",
            "rename one of them");
        row("no current context", "kind: Config", "No context is chosen");
        row("unknown context",
            "current-context: other\n" + config_with(server, token).replace("current-context: x\n", ""),
            "Choose one of: x");
        row("unknown cluster", config_with(server, token, "{cluster: z, user: u}"),
            "'z' is not in the kubeconfig");
        row("unknown user", config_with(server, token, "{cluster: c, user: z}"),
            "'z' is not in the kubeconfig");
        row("no cluster", config_with(server, token, "{user: u}"), "names no cluster");
        row("no user", config_with(server, token, "{cluster: c}"), "names no user");
        row("namespace", config_with(server, token, "{cluster: c, user: u, namespace: A_b}"),
            "not a valid name");
        row("no server", config_with("tls-server-name: a", token), "has no server");
        row("authority twice",
            config_with(server + ", certificate-authority: a, certificate-authority-data: YWJj", token),
            "both set");
        row("insecure with authority",
            config_with(server + ", certificate-authority-data: YWJj, insecure-skip-tls-verify: true", token),
            "together with an authority");
        row("authority missing", config_with(server + ", certificate-authority: no/such/file", token),
            "certificate-authority: The file does not exist");
        row("proxy kind", config_with(server + ", proxy-url: 'ftp://p'", token), "proxy-url");
        row("proxy without kind", config_with(server + ", proxy-url: p", token), "proxy-url");
        row("certificate twice",
            config_with(server,
                        "client-certificate: a, client-certificate-data: YWJj, client-key-data: YWJj"),
            "both set");
        row("key twice",
            config_with(server, "client-certificate-data: YWJj, client-key: a, client-key-data: YWJj"),
            "both set");
        row("certificate alone", config_with(server, "client-certificate-data: YWJj"), "without a key");
        row("key alone", config_with(server, "client-key-data: YWJj"), "without a certificate");
        row("certificate missing", config_with(server, "client-certificate: none, client-key-data: YWJj"),
            "client-certificate: The file does not exist");
        row("token and basic", config_with(server, token + ", username: a"), "Keep one of them");
        row("token file missing", config_with(server, "tokenFile: none"),
            "tokenFile: The file does not exist");
        row("auth provider", config_with(server, "auth-provider: {name: gcp}"), "'gcp' is not supported");
        row("provider and exec",
            config_with(server, "auth-provider: {name: oidc}, exec: {command: a, " + v1 + "}"), "both set");
        row("exec without command", config_with(server, "exec: {" + v1 + "}"), "has no command");
        row("exec without version", config_with(server, "exec: {command: a}"), "has no apiVersion");
        row("exec of old",
            config_with(server, "exec: {command: a, apiVersion: client.authentication.k8s.io/v1alpha1}"),
            "no longer understood");
        row("exec without mode",
            config_with(server, "exec: {command: a, apiVersion: client.authentication.k8s.io/v1}"),
            "interactiveMode");
        row("exec of unknown mode",
            config_with(
                server,
                "exec: {command: a, apiVersion: client.authentication.k8s.io/v1, interactiveMode: Now}"),
            "unknown interactiveMode");
        row("exec that needs a terminal",
            config_with(
                server,
                "exec: {command: a, apiVersion: client.authentication.k8s.io/v1, interactiveMode: Always}"),
            "wants a terminal");
        row("nameless variable", config_with(server, "exec: {command: a, env: [{value: b}], " + v1 + "}"),
            "without a name");
        row("argument is a number", config_with(server, "exec: {command: a, args: [1], " + v1 + "}"),
            "put it in quotes");
        row("groups without account", config_with(server, token + ", as-groups: [g]"), "without as");
        row("deep", QByteArray(3000, '['), "cannot be read");
        row(
            "deep blocks",
            [] {
                QByteArray text;
                for (int i = 0; i < 100; ++i) text += QByteArray(i, ' ') + "a:\n";
                return text;
            }(),
            "nested too deeply");
        row("alias within itself", "a: &a [*a]", "cannot be read");
        row("unknown tag", "a: !!python/object x", "tag");
        QByteArray bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n";
        for (int i = 1; i < 10; ++i) {
            const QByteArray previous = "*a" + QByteArray::number(i - 1);
            bomb += "a" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " [" +
                    (previous + ",").repeated(9) + previous + "]\n";
        }
        row("aliases that explode", bomb, "multiply");
        row("many values", "a: [" + QByteArray("1,").repeated(300'000) + "1]", "more values");
        row("large", QByteArray(9 * 1024 * 1024, '#'), "larger than");
    }
    void refuses() {
        QFETCH(QByteArray, text);
        QFETCH(QString, says);
        const auto result = check(text);
        QVERIFY(!result);
        const std::string error = result.error().to_string();
        QVERIFY2(QString::fromStdString(error).contains(says), error.c_str());
        QVERIFY(error.find(secret) == std::string::npos);
        QVERIFY2(error.size() < 400, error.c_str());
    }

    void errors_name_file_line_and_field() {
        const auto config = parse("kind: Config\nusers:\n- name: u\n  user:\n    token: 5\n");
        QCOMPARE(config.error().context, std::string("config:5"));
        QVERIFY(config.error().message.starts_with("users[].user.token is a number"));
    }

    void anchors_and_merge_keys_are_followed() {
        const auto config = parse(
            "base: &base {server: 'https://h', tls-server-name: name}\nclusters:\n"
            "- {name: a, cluster: *base}\n- name: b\n  cluster: {<<: *base, server: 'https://other'}\n");
        QVERIFY2(config.has_value(), config ? "" : config.error().to_string().c_str());
        QCOMPARE(config->clusters.at("a").server, std::string("https://h"));
        QCOMPARE(config->clusters.at("b").server, std::string("https://other"));
        QCOMPARE(config->clusters.at("b").tls_server_name, std::string("name"));
    }

    void only_the_first_document_counts_and_json_works() {
        QCOMPARE(parse("current-context: a\n---\ncurrent-context: b\n")->current_context, std::string("a"));
        QCOMPARE(parse(R"({"kind":"Config","current-context":"j"})")->current_context, std::string("j"));
        QVERIFY(parse("")->contexts.empty());
    }

    void paths_start_from_the_file() {
        const auto config = parse(config_with(
            "server: s, certificate-authority: ca.crt",
            "client-certificate: ../c.crt, client-key: /abs/k, tokenFile: t, exec: {command: ./bin/p}"));
        QCOMPARE(config->clusters.at("c").authority_file, std::string("/folder/ca.crt"));
        const KubeconfigUser& user = config->users.at("u");
        QCOMPARE(user.certificate_file, std::string("/c.crt"));
        QCOMPARE(user.key_file, std::string("/abs/k"));
        QCOMPARE(user.token_file, std::string("/folder/t"));
        QCOMPARE(user.exec->command, std::string("/folder/bin/p"));
        QCOMPARE(parse(config_with("server: s", "exec: {command: p}"))->users.at("u").exec->command,
                 std::string("p"));
    }

    void the_first_file_wins_entry_by_entry() {
        QTemporaryDir folder;
        write(folder.filePath("one"),
              "clusters: [{name: a, cluster: {server: 'https://1'}}]\n"
              "users: [{name: u, user: {token: first}}]\n");
        write(folder.filePath("two"),
              "current-context: two\nclusters: [{name: a, cluster: {server: 'https://2', "
              "tls-server-name: name}}, {name: b, cluster: {server: 'https://3'}}]\n");
        write(folder.filePath("three"), "current-context: three\n");
        const QString list = QStringList{folder.filePath("one"), folder.filePath("missing"), "",
                                         folder.filePath("two"), folder.filePath("three")}
                                 .join(':');
        const auto config = load_kubeconfig({}, with_kubeconfig(list));
        QVERIFY(config.has_value());
        QCOMPARE(config->current_context, std::string("two"));
        QCOMPARE(config->clusters.at("a").server, std::string("https://1"));
        QCOMPARE(config->clusters.at("a").tls_server_name, std::string());
        QCOMPARE(config->clusters.at("b").server, std::string("https://3"));
        QCOMPARE(config->files.size(), std::size_t(3));
        write(folder.filePath("three"), "clusters: 1");
        QVERIFY(!load_kubeconfig({}, with_kubeconfig(list)));
    }

    void files_that_cannot_be_read() {
        QTemporaryDir folder;
        QCOMPARE(load_kubeconfig(folder.filePath("none")).error().code, ErrorCode::not_found);
        QCOMPARE(load_kubeconfig(folder.path()).error().code, ErrorCode::invalid_argument);
        QCOMPARE(load_kubeconfig("/dev/zero").error().code, ErrorCode::invalid_argument);
        QFile large(folder.filePath("large"));
        QVERIFY(large.open(QIODevice::WriteOnly));
        QVERIFY(large.resize(100'000'000));  // sparse
        QCOMPARE(load_kubeconfig(large.fileName()).error().code, ErrorCode::parse_error);
        QVERIFY(load_kubeconfig({}, with_kubeconfig(folder.filePath("none")))->contexts.empty());
    }
};

QTEST_GUILESS_MAIN(TestKubeconfig)
#include "tst_kubeconfig.moc"
