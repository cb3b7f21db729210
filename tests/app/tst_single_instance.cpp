// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QLocalSocket>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <atomic>
#include <thread>

#include "app/single_instance.h"

using trimtab::app::SingleInstance;

/// What a second workbench was given opens in the first.
class TestSingleInstance : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() { settings_ = folder_.filePath(QStringLiteral("s%1.ini").arg(++count_)).toStdString(); }

    void nobody_is_there_at_first() {
        SingleInstance only(settings_);
        QVERIFY(!only.handOver({"a.yaml"}));
    }

    void the_first_opens_what_the_second_was_given() {
        SingleInstance first(settings_);
        QVERIFY(first.listen());
        QSignalSpy opened(&first, &SingleInstance::opened);
        QVERIFY(handedOver(settings_, {"rl/run ä", "/tmp/x/../y.pt"}));
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened[0][0].toStringList(),
                 (QStringList{QDir::current().absoluteFilePath("rl/run ä"), "/tmp/y.pt"}));
        QVERIFY(handedOver(settings_, {}));  // to be brought to the front
        QCOMPARE(opened.size(), 2);
        QVERIFY(opened[1][0].toStringList().isEmpty());
    }

    void other_settings_are_another_workbench() {
        SingleInstance first(settings_);
        QVERIFY(first.listen());
        SingleInstance other(settings_ + "x");
        QVERIFY(!other.handOver({}));
    }

    void every_home_has_a_workbench_of_its_own_data() {
        QTest::addColumn<QByteArray>("variable");
        QTest::newRow("home") << QByteArray("HOME");
        QTest::newRow("config home") << QByteArray("XDG_CONFIG_HOME");
    }
    void every_home_has_a_workbench_of_its_own() {
        QFETCH(QByteArray, variable);
        const QByteArray home = qgetenv("HOME");
        const QByteArray config = qgetenv("XDG_CONFIG_HOME");
        const auto restored = qScopeGuard([&] {
            qputenv("HOME", home);
            qputenv("XDG_CONFIG_HOME", config);
        });
        qunsetenv("XDG_CONFIG_HOME");
        qputenv(variable, folder_.filePath(QStringLiteral("first")).toUtf8());
        SingleInstance first("");
        QVERIFY(first.listen());
        QCOMPARE(SingleInstance("").name(), first.name());
        qputenv(variable, folder_.filePath(QStringLiteral("second")).toUtf8());
        SingleInstance other("");
        QVERIFY(!other.handOver({"a.yaml"}));
        QVERIFY(other.listen());
        qputenv(variable, folder_.filePath(QStringLiteral("first")).toUtf8());
        QSignalSpy opened(&first, &SingleInstance::opened);
        QVERIFY(handedOver("", {"/b.yaml"}));
        QCOMPARE(opened.size(), 1);
    }

    void a_dead_workbench_is_no_obstacle() {
        auto first = std::make_unique<SingleInstance>(settings_);
        QVERIFY(first->listen());
        first.reset();
        SingleInstance next(settings_);
        QVERIFY(!next.handOver({}));
        QVERIFY(next.listen());
        QVERIFY(handedOver(settings_, {}));
    }

    void foreign_words_are_refused() {
        SingleInstance first(settings_);
        QVERIFY(first.listen());
        QSignalSpy opened(&first, &SingleInstance::opened);
        for (const char* words : {"GET / HTTP/1.1\n", "{\"open\": 1}\n"}) {
            QLocalSocket socket;
            socket.connectToServer(first.name());
            QVERIFY(socket.waitForConnected());
            socket.write(words);
            QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
            QVERIFY(socket.readAll().isEmpty());
        }
        QVERIFY(opened.isEmpty());
        QVERIFY(handedOver(settings_, {"one"}));
    }

  private:
    /// From another thread, while this one serves.
    static bool handedOver(const std::string& settings, const std::vector<std::string>& paths) {
        std::atomic<int> taken{-1};
        std::thread second([&] {
            SingleInstance instance(settings);
            taken = instance.handOver(paths) ? 1 : 0;
        });
        const bool ended = QTest::qWaitFor([&] { return taken >= 0; }, 20000);
        second.join();
        return ended && taken == 1;
    }

    QTemporaryDir folder_;
    std::string settings_;
    int count_ = 0;
};

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "tst_single_instance.moc"
