// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QtTest>

#include "ui/models/command_model.h"

using namespace trimtab::ui;

class TestCommandModel : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void letters_must_appear_in_order() {
        QVERIFY(matchScore("rl", "Reset layout") > 0);
        QVERIFY(matchScore("lr", "Reset layout") < 0);
        QVERIFY(matchScore("RESET", "Reset layout") > 0);
    }

    void starts_of_words_and_neighbours_are_better() {
        QVERIFY(matchScore("rl", "Reset layout") > matchScore("rl", "Compare all"));
        QVERIFY(matchScore("pause", "Pause") > matchScore("pause", "Put a run aside"));
        QVERIFY(matchScore("stop", "Stop") > matchScore("stop", "Stop and restore"));
    }

    void what_fits_is_listed_best_first_and_runs() {
        CommandModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QString ran;
        model.setEntries({{"Compare all", {}, {}, [&ran] { ran = "compare"; }},
                          {"Reset layout", {}, {}, [&ran] { ran = "reset"; }},
                          {"Quit", {}, {}, [&ran] { ran = "quit"; }}});
        QCOMPARE(model.rowCount(), 3);
        model.setTyped("rl");
        QCOMPARE(model.index(0).data().toString(), QStringLiteral("Reset layout"));
        model.run(0);
        QCOMPARE(ran, QStringLiteral("reset"));
        model.setTyped("zzz");
        QCOMPARE(model.rowCount(), 0);
        model.run(0);
        QCOMPARE(ran, QStringLiteral("reset"));
    }
};

QTEST_GUILESS_MAIN(TestCommandModel)
#include "tst_command_model.moc"
