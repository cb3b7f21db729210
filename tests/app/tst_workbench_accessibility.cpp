// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QDockWidget>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QScrollBar>
#include <QSet>
#include <QTabBar>
#include <QTabWidget>
#include <QTextEdit>
#include <QtTest>

#include "tests/app/workbench_fixture.h"
#include "ui/charts/time_chart.h"
#include "ui/dialogs/preferences_dialog.h"

using namespace trimtab;
using namespace trimtab::tests;

namespace {

/// Something that a person acts on or reads a value from.
bool is_control(const QWidget* widget) {
    return qobject_cast<const QAbstractButton*>(widget) != nullptr ||
           qobject_cast<const QComboBox*>(widget) != nullptr ||
           qobject_cast<const QLineEdit*>(widget) != nullptr ||
           qobject_cast<const QAbstractSpinBox*>(widget) != nullptr ||
           qobject_cast<const QAbstractSlider*>(widget) != nullptr ||
           qobject_cast<const QAbstractItemView*>(widget) != nullptr ||
           qobject_cast<const QPlainTextEdit*>(widget) != nullptr ||
           qobject_cast<const QTextEdit*>(widget) != nullptr ||
           qobject_cast<const QProgressBar*>(widget) != nullptr ||
           qobject_cast<const QDockWidget*>(widget) != nullptr ||
           qobject_cast<const ui::TimeChart*>(widget) != nullptr;
}

/// Qt's own parts within a control: the arrows of a scroll bar, the editor of a spin box, the buttons of a
/// dock.
bool is_part_of_another(const QWidget* widget) {
    if (widget->objectName().startsWith(QLatin1String("qt_"))) return true;
    if (qobject_cast<const QScrollBar*>(widget) != nullptr ||
        qobject_cast<const QHeaderView*>(widget) != nullptr ||
        qobject_cast<const QTabBar*>(widget) != nullptr)
        return true;
    const QWidget* parent = widget->parentWidget();
    if (parent == nullptr) return false;
    const char* inside = parent->metaObject()->className();
    return qobject_cast<const QAbstractSpinBox*>(parent) != nullptr ||
           qobject_cast<const QComboBox*>(parent) != nullptr ||
           qobject_cast<const QLineEdit*>(parent) != nullptr ||
           qobject_cast<const QTabBar*>(parent) != nullptr ||
           qobject_cast<const QAbstractItemView*>(parent) != nullptr ||
           qstrcmp(inside, "QComboBoxPrivateContainer") == 0 ||
           qobject_cast<const QDockWidget*>(parent) != nullptr || qstrcmp(inside, "QToolBar") == 0;
}

QString path_of(const QWidget* widget) {
    QStringList parts;
    for (const QWidget* w = widget; w != nullptr; w = w->parentWidget())
        parts.prepend(w->objectName().isEmpty() ? QString::fromLatin1(w->metaObject()->className())
                                                : w->objectName());
    return parts.join(QLatin1Char('/'));
}

bool has_name(const QWidget* widget) {
    if (!widget->accessibleName().isEmpty()) return true;
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    return button != nullptr && !button->text().isEmpty();
}

QStringList nameless(const QWidget& root) {
    QStringList missing;
    for (const QWidget* widget : root.findChildren<QWidget*>()) {
        if (!is_control(widget) || is_part_of_another(widget)) continue;
        if (widget->objectName().isEmpty()) missing << path_of(widget) + QStringLiteral(": no objectName");
        if (!has_name(widget)) missing << path_of(widget) + QStringLiteral(": no accessibleName");
    }
    return missing;
}

}  // namespace

class TestWorkbenchAccessibility : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void every_control_of_every_mode_has_a_name() {
        const WorkbenchFixture bench;
        QStringList missing;
        for (const auto& [spec, action] : bench.workbench().actions.commands())
            if (spec.id.startsWith(QLatin1String("mode."))) {
                action->trigger();
                QTest::qWait(50);
            }
        missing = nameless(bench.window());
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1Char('\n'))));
    }

    void every_control_of_the_preferences_has_a_name() {
        const WorkbenchFixture bench;
        bench.workbench().actions.find("file.preferences")->trigger();
        auto* dialog = bench.find<ui::PreferencesDialog>("preferences");
        QVERIFY(dialog != nullptr);
        const QStringList missing = nameless(*dialog);
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1Char('\n'))));
    }

    void a_control_without_a_name_is_found() {
        QWidget root;
        new QLineEdit(&root);
        QCOMPARE(nameless(root).size(), 2);
    }

    void every_command_says_what_it_does_and_no_shortcut_is_taken_twice() {
        const WorkbenchFixture bench;
        QSet<QString> ids;
        for (const auto& [spec, action] : bench.workbench().actions.commands()) {
            QVERIFY(!action->text().isEmpty());
            QVERIFY(!action->toolTip().isEmpty());
            QVERIFY2(!ids.contains(spec.id), qPrintable(spec.id));
            ids.insert(spec.id);
            if (!spec.icon.isEmpty())
                QVERIFY2(!action->icon().isNull(), qPrintable(spec.id + " has no drawing " + spec.icon));
        }
        const auto& conflicts = bench.workbench().actions.conflicts();
        QVERIFY2(conflicts.empty(), qPrintable(conflicts.empty() ? QString() : conflicts.front()));
    }

    void every_dock_has_a_title_and_can_be_closed_and_brought_back() {
        const WorkbenchFixture bench;
        for (const QDockWidget* dock : bench.window().findChildren<QDockWidget*>()) {
            QVERIFY2(!dock->windowTitle().isEmpty(), qPrintable(path_of(dock)));
            QVERIFY2((dock->features() & QDockWidget::DockWidgetClosable) != 0, qPrintable(path_of(dock)));
        }
    }
};

QTEST_MAIN(TestWorkbenchAccessibility)
#include "tst_workbench_accessibility.moc"
