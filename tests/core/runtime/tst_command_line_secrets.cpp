// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QLocalServer>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTest>

#include "core/runtime/command_line_secrets.h"

using trimtab::runtime::command_line_secrets;
using trimtab::runtime::has_session_bus;

class TestCommandLineSecrets : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    QStringList told_;

    trimtab::cluster_api::SecretReader reader(std::int64_t patience_ms = 500) {
        told_.clear();
        return command_line_secrets(
            [this](const std::string& text) { told_ << QString::fromStdString(text); }, {}, patience_ms);
    }

  private Q_SLOTS:
    void init() {
        for (const char* name : {"DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "TRIMTAB_LOCUST_PASSWORD",
                                 "TRIMTAB_LOCUST_PASSWORD_FILE"})
            qunsetenv(name);
    }

    /// One that takes connections and says nothing. The first test with a bus: Qt connects a process once.
    void a_bus_that_hangs_is_given_up() {
        QLocalServer silent;
        QVERIFY(silent.listen(folder_.filePath("silent")));
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + folder_.filePath("silent").toLocal8Bit());
        const auto ask = reader(500);
        QVERIFY(!ask("prometheus-token").has_value());
        QVERIFY(silent.hasPendingConnections() || silent.waitForNewConnection(0));
        QCOMPARE(told_.size(), 1);
        QVERIFY2(told_[0].contains("TRIMTAB_PROMETHEUS_TOKEN"), qPrintable(told_[0]));
    }

    void the_environment_comes_before_everything() {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        qputenv("TRIMTAB_LOCUST_PASSWORD", "planted-1");
        QCOMPARE(reader()("locust-password"), std::optional<std::string>("planted-1"));
        qunsetenv("TRIMTAB_LOCUST_PASSWORD");
        QFile file(folder_.filePath("password"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("planted-2\n");
        file.close();
        qputenv("TRIMTAB_LOCUST_PASSWORD_FILE", file.fileName().toLocal8Bit());
        QCOMPARE(reader()("locust-password"), std::optional<std::string>("planted-2"));
        QCOMPARE(told_, QStringList());
    }

    void without_a_session_nothing_is_asked() {
        QVERIFY(!has_session_bus());
        const auto ask = reader();
        QVERIFY(!ask("prometheus-token").has_value());
        QCOMPARE(told_, QStringList());
        QVERIFY(!ask("locust-password").has_value());
        QCOMPARE(told_.size(), 1);
        QVERIFY2(told_[0].contains("TRIMTAB_LOCUST_PASSWORD_FILE"), qPrintable(told_[0]));
    }

    void a_session_is_known_by_its_variable_or_its_socket() {
        qputenv("XDG_RUNTIME_DIR", folder_.path().toLocal8Bit());
        QVERIFY(!has_session_bus());
        QFile bus(folder_.filePath("bus"));
        QVERIFY(bus.open(QIODevice::WriteOnly));
        QVERIFY(has_session_bus());
        bus.remove();
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/somewhere");
        QVERIFY(has_session_bus());
    }

    void a_bus_that_is_not_there_is_told_once() {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        const auto ask = reader(20'000);
        QVERIFY(!ask("prometheus-token").has_value());
        QCOMPARE(told_.size(), 1);
        QVERIFY2(told_[0].contains("TRIMTAB_PROMETHEUS_TOKEN"), qPrintable(told_[0]));
        QVERIFY(!ask("prometheus-token").has_value());
        QCOMPARE(told_.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestCommandLineSecrets)
#include "tst_command_line_secrets.moc"
