// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

#include "ui/models/message_log.h"

using namespace trimtab;
using namespace trimtab::ui;

class TestMessageLog : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void messages_are_rows_with_level_source_and_place() {
        MessageLog log;
        const QAbstractItemModelTester tester(&log, QAbstractItemModelTester::FailureReportingMode::QtTest);
        log.add(LogLevel::warning, "Train", "Slow disk", {LogPlace::Kind::run, "/rl/training_1", 0});
        QCOMPARE(log.rowCount(), 1);
        QCOMPARE(log.index(0, MessageLog::textColumn).data().toString(), QStringLiteral("Slow disk"));
        QCOMPARE(log.index(0, MessageLog::levelColumn).data().toString(), QStringLiteral("Warning"));
        QCOMPARE(log.message(0).place.target, QStringLiteral("/rl/training_1"));
    }

    void an_error_brings_its_place_message_and_advice() {
        MessageLog log;
        log.addError("Run", make_error(ErrorCode::io_error, "The disk is full.", "/rl"));
        const QString text = log.message(0).text;
        QVERIFY2(text.startsWith("/rl: The disk is full."), qPrintable(text));
        QVERIFY2(text.contains("free space"), qPrintable(text));
        QVERIFY(log.message(0).level == LogLevel::error);
    }

    void stopping_is_a_note_and_no_error() {
        MessageLog log;
        log.addError("Run", make_error(ErrorCode::cancelled, "Stopped."));
        QVERIFY(log.message(0).level == LogLevel::info);
    }

    void the_oldest_go_when_there_are_too_many() {
        MessageLog log;
        for (int i = 0; i < 5000; ++i) log.add(LogLevel::info, "Test", QString::number(i));
        // It looks at every row after every change: only of the one that counts.
        const QAbstractItemModelTester tester(&log, QAbstractItemModelTester::FailureReportingMode::QtTest);
        log.add(LogLevel::info, "Test", QStringLiteral("5000"));
        QCOMPARE(log.rowCount(), 4501);
        QCOMPARE(log.message(0).text, QStringLiteral("500"));
        QCOMPARE(log.message(4500).text, QStringLiteral("5000"));
        log.clear();
        QCOMPARE(log.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestMessageLog)
#include "tst_message_log.moc"
