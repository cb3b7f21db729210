// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QtTest>

#include "ui/models/action_registry.h"

using namespace trimtab::ui;

class TestActionRegistry : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void a_command_runs_and_can_be_found() {
        ActionRegistry registry;
        const QSignalSpy added(&registry, &ActionRegistry::added);
        int runs = 0;
        registry.add(
            {"run.start", "&Start", CommandGroup::run, QKeySequence(Qt::Key_F5), "play", "Starts it"},
            [&runs] { ++runs; });
        QCOMPARE(added.count(), 1);
        QAction* action = registry.find("run.start");
        QVERIFY(action != nullptr);
        action->trigger();
        QCOMPARE(runs, 1);
        QCOMPARE(action->toolTip(), QStringLiteral("Starts it (F5)"));
        QVERIFY(!action->icon().isNull());
        QVERIFY(registry.find("run.nothing") == nullptr);
    }

    void a_shortcut_that_is_taken_is_left_out_and_reported() {
        ActionRegistry registry;
        registry.add({"a", "First", CommandGroup::view, QKeySequence(Qt::Key_F5)});
        QAction* second = registry.add({"b", "Second", CommandGroup::view, QKeySequence(Qt::Key_F5)});
        QVERIFY(second->shortcut().isEmpty());
        QCOMPARE(registry.conflicts(), std::vector<QString>{"b"});
    }

    void without_a_sentence_the_tool_tip_is_the_text_without_its_mnemonic() {
        ActionRegistry registry;
        QCOMPARE(registry.add({"a", "&Reset layout", CommandGroup::view})->toolTip(),
                 QStringLiteral("Reset layout"));
    }
};

QTEST_MAIN(TestActionRegistry)
#include "tst_action_registry.moc"
