// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDockWidget>
#include <QMenu>
#include <QTabBar>
#include <QToolBar>
#include <QtTest>

#include "tests/app/workbench_fixture.h"
#include "ui/views/mode_view.h"

using namespace trimtab;
using namespace trimtab::tests;

namespace {

bool among_tabs(const ui::ModeView& mode, QDockWidget* dock) {
    const auto beside = mode.tabifiedDockWidgets(dock);
    return !dock->isFloating() && std::any_of(beside.begin(), beside.end(),
                                              [](const QDockWidget* other) { return !other->isHidden(); });
}

QTabBar* tabs_with(const ui::ModeView& mode, const QString& title, int& index) {
    for (auto* bar : mode.findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly))
        for (index = 0; index < bar->count(); ++index)
            if (bar->tabText(index) == title) return bar;
    return nullptr;
}

}  // namespace

/// How the parts of the window stand: titles, the toolbar at small sizes, the mode bar.
class TestWorkbenchLayout : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void every_panel_says_its_title_once() {
        const WorkbenchFixture bench;
        for (const char* id : {"train", "compare", "cluster", "play"}) {
            bench.window().showMode(id);
            const ui::ModeView& mode = *bench.window().mode(id);
            QTRY_VERIFY(std::ranges::any_of(mode.findChildren<QDockWidget*>(),
                                            [&](QDockWidget* dock) { return among_tabs(mode, dock); }));
            int tabbed = 0;
            for (QDockWidget* dock : mode.findChildren<QDockWidget*>()) {
                // Among tabs the tab has it, alone the title bar.
                QTRY_COMPARE(dock->titleBarWidget() != nullptr, among_tabs(mode, dock));
                if (!among_tabs(mode, dock)) continue;
                ++tabbed;
                QCOMPARE(dock->titleBarWidget()->height(), 0);
            }
            QVERIFY2(tabbed >= 2, id);
        }
    }

    void a_tab_can_be_taken_out_moved_and_hidden() {
        const WorkbenchFixture bench;
        bench.window().showMode("compare");
        const ui::ModeView& mode = *bench.window().mode("compare");
        QDockWidget* dock = mode.panel("contrastPanel");
        QTRY_VERIFY(dock->titleBarWidget() != nullptr);
        int index = 0;
        QTabBar* bar = tabs_with(mode, dock->windowTitle(), index);
        QVERIFY(bar != nullptr);
        QTest::mouseDClick(bar, Qt::LeftButton, {}, bar->tabRect(index).center());
        QTRY_VERIFY(dock->isFloating());
        QTRY_VERIFY(dock->titleBarWidget() == nullptr);
        dock->setFloating(false);
        QTRY_VERIFY(dock->titleBarWidget() != nullptr);
        bar = tabs_with(mode, dock->windowTitle(), index);
        Q_EMIT bar->customContextMenuRequested(bar->tabRect(index).center());
        auto* menu = mode.findChild<QMenu*>("tabMenu");
        QVERIFY(menu != nullptr);
        menu->actions().at(1)->trigger();
        QVERIFY(dock->isHidden());
        menu->close();
    }

    void the_last_panel_of_an_area_gets_its_title_back() {
        const WorkbenchFixture bench;
        bench.window().showMode("train");
        const ui::ModeView& mode = *bench.window().mode("train");
        QDockWidget* reward = mode.panel("reward");
        QTRY_VERIFY(reward->titleBarWidget() != nullptr);
        for (const char* name : {"experiment", "metrics", "diagnostics", "timeline"})
            mode.panel(name)->close();
        QTRY_VERIFY(reward->titleBarWidget() == nullptr);
    }

    void what_the_toolbar_ends_with_is_never_cut_data() {
        QTest::addColumn<int>("width");
        for (const int width : {960, 1100, 1280, 1366, 2560})
            QTest::newRow(std::to_string(width).c_str()) << width;
    }
    void what_the_toolbar_ends_with_is_never_cut() {
        QFETCH(int, width);
        const WorkbenchFixture bench;
        bench.workbench().runs.submit(endless_job("Train a configuration with a rather long name, seed 12"));
        bench.window().resize(width, 700);
        auto* bar = bench.find<QToolBar>("runToolBar");
        auto* control = bench.find<QWidget>("modeSwitch");
        for (const char* id : {"welcome", "train", "compare", "cluster", "play"}) {
            bench.window().showMode(id);
            QTRY_VERIFY2(control->isVisible() &&
                             bar->rect().contains(QRect(control->mapTo(bar, QPoint()), control->size())),
                         qPrintable(QStringLiteral("%1 at %2").arg(id).arg(width)));
        }
        bench.workbench().runs.stopAll();
        QTRY_VERIFY(!bench.workbench().runs.busy());
    }

    void the_look_moves_nothing() {
        const WorkbenchFixture bench;
        bench.window().showMode("train");
        auto* bar = bench.find<QToolBar>("modeBar");
        QTRY_VERIFY(bar->width() > 60);
        QTest::qWait(50);
        const QRect before = bar->geometry();
        QList<QRect> buttons;
        for (QAction* action : bar->actions()) buttons << bar->widgetForAction(action)->geometry();
        bench.workbench().actions.find("view.toggleLook")->trigger();
        QTest::qWait(50);
        QCOMPARE(bar->geometry(), before);
        for (int i = 0; i < buttons.size(); ++i)
            QCOMPARE(bar->widgetForAction(bar->actions()[i])->geometry(), buttons[i]);
    }
};

QTEST_MAIN(TestWorkbenchLayout)
#include "tst_workbench_layout.moc"
