// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QStyle>
#include <QStyleOptionComboBox>
#include <QToolButton>
#include <QtTest>
#include <set>

#include "tests/app/workbench_fixture.h"
#include "ui/views/mode_view.h"

using namespace trimtab;
using namespace trimtab::tests;

namespace {

QString described(const QWidget& widget, const QString& text, int has, int needs) {
    return QStringLiteral("%1 \"%2\" has %3 of %4 px")
        .arg(widget.objectName().isEmpty() ? QString::fromLatin1(widget.metaObject()->className())
                                           : widget.objectName(),
             text.left(60))
        .arg(has)
        .arg(needs);
}

/// Its text is what it is called where there is room for words, such as in a menu.
bool showsItsIconAlone(const QAbstractButton& button) {
    const auto* tool = qobject_cast<const QToolButton*>(&button);
    return tool != nullptr && tool->toolButtonStyle() == Qt::ToolButtonIconOnly && !tool->icon().isNull();
}

/// Texts below a widget that are cut where they stand: labels of one line, wrapped labels that are too low,
/// buttons and boxes that are narrower than their words.
QStringList cutTexts(const QWidget& window) {
    QStringList cut;
    for (const auto* label : window.findChildren<QLabel*>()) {
        if (!label->isVisible() || label->text().isEmpty()) continue;
        const int width = label->contentsRect().width();
        if (label->wordWrap()) {
            const int needs = label->heightForWidth(label->width());
            if (needs > label->height() + 1) cut << described(*label, label->text(), label->height(), needs);
        } else if (label->minimumSizeHint().width() > label->width() + 1) {
            cut << described(*label, label->text(), width, label->minimumSizeHint().width());
        }
    }
    for (const auto* button : window.findChildren<QAbstractButton*>()) {
        if (!button->isVisible() || button->text().isEmpty() || showsItsIconAlone(*button)) continue;
        if (button->hasHeightForWidth()) {
            const int needs = button->heightForWidth(button->width());
            if (needs > button->height()) cut << described(*button, button->text(), button->height(), needs);
        }
        const int words = button->fontMetrics().size(Qt::TextShowMnemonic, button->text()).width();
        if (words > button->width()) cut << described(*button, button->text(), button->width(), words);
    }
    for (const auto* box : window.findChildren<QComboBox*>()) {
        if (!box->isVisible() || box->currentText().isEmpty() || box->isEditable()) continue;
        QStyleOptionComboBox option;
        option.initFrom(box);
        const int room = box->style()
                             ->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, box)
                             .width();
        const int words = box->fontMetrics().horizontalAdvance(box->currentText());
        if (words > room) cut << described(*box, box->currentText(), room, words);
    }
    return cut;
}

}  // namespace

/// Every mode and panel in each language at the smallest supported screen: no text is cut. Pictures go to
/// SCREENS_DIR, for eyes.
class TestWorkbenchLanguages : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void no_text_is_cut_data() {
        QTest::addColumn<QString>("language");
        for (const char* code : {"en", "de", "zh_CN"}) QTest::newRow(code) << QString::fromLatin1(code);
    }
    void no_text_is_cut() {
        QFETCH(QString, language);
        WorkbenchFixture bench;
        bench.workbench().settings.setLanguage(language);
        bench.start();
        bench.window().resize(1366, 768);
        const QDir dir(QStringLiteral(SCREENS_DIR "/language-") + language);
        QVERIFY(QDir().mkpath(dir.path()));
        std::set<QString> cut;
        for (const auto& command : bench.workbench().actions.commands()) {
            if (!command.spec.id.startsWith(QLatin1String("mode."))) continue;
            const QString id = command.spec.id.mid(5);
            bench.window().showMode(id);
            QTest::qWait(100);
            QVERIFY(bench.window().grab().save(dir.filePath(id + QStringLiteral(".png"))));
            for (const QString& text : cutTexts(bench.window())) cut.insert(id + QStringLiteral(": ") + text);
            for (const QDockWidget* dock : bench.window().mode(id)->findChildren<QDockWidget*>()) {
                bench.window().mode(id)->raisePanel(dock->objectName());
                QTest::qWait(20);
                for (const QString& text : cutTexts(*dock))
                    cut.insert(dock->objectName() + QStringLiteral(": ") + text);
            }
        }
        for (const QString& text : cut) qWarning("%s", qPrintable(text));
        QVERIFY(cut.empty());
    }

    void the_chosen_language_is_spoken_after_a_restart() {
        WorkbenchFixture bench;
        bench.workbench().actions.find("file.preferences")->trigger();
        auto* languages = bench.find<QComboBox>("preferencesLanguage");
        QVERIFY(languages != nullptr);
        auto* said = bench.find<QLabel>("preferencesLanguageState");
        QVERIFY(!said->isVisible());
        languages->setCurrentIndex(languages->findData(QStringLiteral("de")));
        Q_EMIT languages->activated(languages->currentIndex());
        QVERIFY(said->isVisible());
        QCOMPARE(said->text(), u"Die Sprache wechselt beim n\u00e4chsten Start."_qs);
        QCOMPARE(bench.window().menuBar()->actions().first()->text(), QStringLiteral("&File"));
        bench.start();
        QCOMPARE(bench.window().menuBar()->actions().first()->text(), QStringLiteral("&Datei"));
        QCOMPARE(QLocale().decimalPoint(), QStringLiteral(","));
        bench.workbench().settings.setLanguage({});
    }

    void the_window_starts_again_from_the_preferences() {
        WorkbenchFixture bench;
        bench.window().showMode("compare");
        bench.workbench().actions.find("file.preferences")->trigger();
        auto* languages = bench.find<QComboBox>("preferencesLanguage");
        auto* again = bench.find<QPushButton>("preferencesRestart");
        QVERIFY(!again->isVisible());
        languages->setCurrentIndex(languages->findData(QStringLiteral("de")));
        Q_EMIT languages->activated(languages->currentIndex());
        QVERIFY(again->isVisible());
        QCOMPARE(again->text(), QStringLiteral("Jetzt neu starten"));
        QTest::mouseClick(again, Qt::LeftButton);
        QTRY_VERIFY(!bench.window().isVisible());
        QVERIFY(bench.window().restarts());
        bench.start();
        QCOMPARE(bench.window().currentMode(), QStringLiteral("compare"));
        QCOMPARE(bench.window().menuBar()->actions().first()->text(), QStringLiteral("&Datei"));
        QVERIFY(!bench.window().restarts());
        bench.workbench().settings.setLanguage({});
    }

    void a_run_may_be_more_important_than_a_restart() {
        const WorkbenchFixture bench;
        runtime::RunService& runs = bench.workbench().runs;
        const auto id = runs.submit(endless_job());
        QTRY_VERIFY(runs.find(id)->state == runtime::JobState::running);
        bench.window().restart();
        QTest::mouseClick(bench.find<QPushButton>("closeQuestionStay"), Qt::LeftButton);
        QVERIFY(bench.window().isVisible());
        QVERIFY(!bench.window().restarts());
        QTRY_VERIFY(bench.find<QMessageBox>("closeQuestion") == nullptr);
        bench.window().restart();
        QTest::mouseClick(bench.find<QPushButton>("closeQuestionStop"), Qt::LeftButton);
        QTRY_VERIFY(!bench.window().isVisible());
        QVERIFY(bench.window().restarts());
        QVERIFY(runs.find(id)->state == runtime::JobState::stopped);
    }

    void menus_have_an_accelerator_each_data() { no_text_is_cut_data(); }
    void menus_have_an_accelerator_each() {
        QFETCH(QString, language);
        WorkbenchFixture bench;
        bench.workbench().settings.setLanguage(language);
        bench.start();
        std::set<QChar> taken;
        for (const QAction* menu : bench.window().menuBar()->actions()) {
            if (!menu->isVisible()) continue;
            const qsizetype at = menu->text().indexOf(QLatin1Char('&'));
            QVERIFY2(at >= 0, qPrintable(menu->text()));
            QVERIFY2(taken.insert(menu->text().at(at + 1).toLower()).second, qPrintable(menu->text()));
        }
    }
};

QTEST_MAIN(TestWorkbenchLanguages)
#include "tst_workbench_languages.moc"
