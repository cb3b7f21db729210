// SPDX-License-Identifier: GPL-3.0-or-later
#include <signal.h>

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include "core/cluster_api/kubernetes/exec_credential.h"
#include "tests/support/fake_clock.h"

using namespace trimtab;
using namespace trimtab::cluster_api;
using namespace trimtab::tests;

namespace {

constexpr const char* good =
    R"({"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1","status":{"token":"t"}})";

}  // namespace

class TestExecCredential : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    FakeClock clock_;

    /// A plugin that runs these shell lines, and leaves a line in "runs" each time.
    KubeconfigExec plugin(const QByteArray& lines) {
        const QString path = folder_.filePath("plugin");
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write("#!/bin/sh\ncd \"$(dirname \"$0\")\"\necho >> runs\n" + lines + "\n");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QFile::remove(folder_.filePath("runs"));
        KubeconfigExec exec;
        exec.command = path.toStdString();
        exec.api_version = "client.authentication.k8s.io/v1";
        return exec;
    }
    int runs() const { return static_cast<int>(QFileInfo(folder_.filePath("runs")).size()); }
    QByteArray left(const QString& name) const {
        QFile file(folder_.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
    }
    Expected<Credential> fetch(ExecCredential& provider, bool rejected = false) {
        std::optional<Expected<Credential>> result;
        provider.fetch(rejected, this,
                       [&](Expected<Credential> credential) { result = std::move(credential); });
        [&] { QTRY_VERIFY(result.has_value()); }();
        return result.value_or(fail(ErrorCode::internal, "no answer"));
    }

  private Q_SLOTS:
    void gets_arguments_environment_and_the_request() {
        KubeconfigExec exec = plugin(
            "echo \"$1|$2\" > arguments; echo \"$NAME\" > variable\n"
            "echo \"$KUBERNETES_EXEC_INFO\" > info; cat > input\necho '" +
            QByteArray(good) + "'");
        exec.arguments = {"a b", "$HOME; rm x"};
        exec.environment = {{"NAME", "value with 'quotes'"}};
        ExecCredential provider(exec, {{"server", "https://h"}}, clock_);
        const auto credential = fetch(provider);
        QVERIFY2(credential.has_value(), credential ? "" : credential.error().to_string().c_str());
        QCOMPARE(*credential, Credential::bearer("t"));
        QCOMPARE(left("arguments"), QByteArray("a b|$HOME; rm x"));
        QCOMPARE(left("variable"), QByteArray("value with 'quotes'"));
        QCOMPARE(left("input"), QByteArray());
        const auto info = parse_json_object(left("info"));
        QCOMPARE(info->value("kind").toString(), QString("ExecCredential"));
        QCOMPARE(info->value("spec").toObject().value("interactive").toBool(true), false);
        QCOMPARE(info->value("spec").toObject().value("cluster").toObject().value("server").toString(),
                 QString("https://h"));
    }

    void is_kept_until_it_expires_or_is_rejected() {
        ExecCredential provider(
            plugin("printf '{\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/v1\","
                   "\"status\":{\"token\":\"%s\",\"expirationTimestamp\":\"2026-01-01T01:00:00Z\"}}' \"$(wc "
                   "-l < runs)\""),
            {}, clock_);
        QCOMPARE(fetch(provider)->secret, std::string("1"));
        QCOMPARE(fetch(provider)->secret, std::string("1"));
        QCOMPARE(fetch(provider, true)->secret, std::string("2"));
        clock_.advance(3'599'000 - clock_.monotonic_ms());
        QCOMPARE(fetch(provider)->secret, std::string("2"));
        clock_.advance(1000);
        QCOMPARE(fetch(provider)->secret, std::string("3"));
        QCOMPARE(runs(), 3);
    }

    void runs_once_for_several_requests() {
        ExecCredential provider(plugin("echo '" + QByteArray(good) + "'"), {}, clock_);
        int answers = 0;
        auto gone = std::make_unique<QObject>();
        for (int i = 0; i < 3; ++i)
            provider.fetch(false, this, [&](const Expected<Credential>&) { ++answers; });
        provider.fetch(false, gone.get(), [&](const Expected<Credential>&) { answers += 100; });
        gone.reset();
        QTRY_COMPARE(answers, 3);
        QCOMPARE(runs(), 1);
    }

    void bad_plugins_are_survived_data() {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const QByteArray& lines, const char* says) {
            QTest::newRow(name) << lines << QString(says);
        };
        row("rubbish", "echo planted-secret", "did not print an ExecCredential");
        row("nothing", "true", "did not print");
        row("exit code", "echo 'token planted-secret is over' >&2; exit 7",
            "exit code 7. Run it by hand to see what it says");
        row("killed", "kill -9 $$", "failed");
        row("without end", "while :; do echo planted-secret-planted-secret-planted-secret; done",
            "more than 1 MiB");
        row("another kind", "echo '{\"kind\":\"Pod\"}'", "not of the kind");
        row("another version", "echo '{\"kind\":\"ExecCredential\",\"apiVersion\":\"v9\"}'",
            "another apiVersion");
        const QByteArray head =
            R"(echo '{"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1","status":)";
        row("empty status", head + "{}}'", "neither a token nor a certificate");
        row("number", head + "{\"token\":5}}'", "wrong type");
        row("half a certificate", head + "{\"clientCertificateData\":\"planted-secret\"}}'",
            "without its key");
        row("bad time", head + "{\"token\":\"t\",\"expirationTimestamp\":\"soon\"}}'", "wrong type");
    }
    void bad_plugins_are_survived() {
        QFETCH(QByteArray, lines);
        QFETCH(QString, says);
        ExecCredential provider(plugin(lines), {}, clock_);
        const auto credential = fetch(provider);
        QVERIFY(!credential);
        const std::string error = credential.error().to_string();
        QVERIFY2(QString::fromStdString(error).contains(says), error.c_str());
        QVERIFY(error.find("planted") == std::string::npos);
    }

    void a_hanging_plugin_is_killed_with_its_children() {
        FakeClock clock;
        ExecCredential provider(plugin("sleep 600 & echo $! > child; wait"), {}, clock, 20'000);
        std::optional<Expected<Credential>> result;
        provider.fetch(false, this, [&](Expected<Credential> credential) { result = std::move(credential); });
        QTRY_VERIFY(!left("child").isEmpty());
        clock.advance(20'000);
        QTRY_VERIFY(result.has_value());
        QCOMPARE(result->error().code, ErrorCode::unavailable);
        const pid_t child = left("child").toInt();
        QTRY_VERIFY(::kill(child, 0) != 0 ||
                    QFile::symLinkTarget(QString("/proc/%1/exe").arg(child)).isEmpty());
    }

    void missing_programs_are_named() {
        KubeconfigExec exec = plugin("");
        exec.command = "no-such-trimtab-plugin";
        exec.install_hint = "Get it from your provider.";
        ExecCredential nowhere(exec, {}, clock_);
        const auto missing = fetch(nowhere);
        QCOMPARE(missing.error().code, ErrorCode::not_found);
        QVERIFY(missing.error().message.find("Get it from your provider.") != std::string::npos);
        exec.command = folder_.filePath("absent").toStdString();
        ExecCredential absent(exec, {}, clock_);
        QCOMPARE(fetch(absent).error().code, ErrorCode::io_error);
    }
};

QTEST_GUILESS_MAIN(TestExecCredential)
#include "tst_exec_credential.moc"
