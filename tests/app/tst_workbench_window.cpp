// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QMessageBox>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>
#include <QtTest>

#include "tests/app/workbench_fixture.h"
#include "ui/settings/theme.h"
#include "ui/widgets/inline_message.h"

using namespace trimtab;
using namespace trimtab::tests;
using runtime::JobState;

namespace {

void drop(QWidget& window, const QStringList& paths) {
    QMimeData data;
    QList<QUrl> urls;
    for (const QString& path : paths) urls << QUrl::fromLocalFile(path);
    data.setUrls(urls);
    QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(QPointF(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &event);
}

QString write(const QString& path, const QByteArray& text) {
    QFile file(path);
    if (file.open(QIODevice::WriteOnly)) file.write(text);
    return path;
}

}  // namespace

class TestWorkbenchWindow : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void the_first_start_shows_welcome_and_nothing_runs() {
        const WorkbenchFixture bench;
        QCOMPARE(bench.window().currentMode(), QStringLiteral("welcome"));
        QCOMPARE(bench.find<QLabel>("runTitle")->text(), QStringLiteral("Nothing runs"));
        QVERIFY(!bench.workbench().actions.find("run.pause")->isEnabled());
        QVERIFY(!bench.workbench().actions.find("run.stop")->isEnabled());
        QVERIFY(bench.workbench().actions.conflicts().empty());
    }

    void the_toolbar_follows_a_run_and_steers_it() {
        const WorkbenchFixture bench;
        runtime::RunService& runs = bench.workbench().runs;
        const auto id = runs.submit(endless_job());
        QTRY_COMPARE(bench.find<QProgressBar>("runProgress")->value(), 400);
        QTRY_VERIFY(bench.find<QLabel>("runRemaining")->text().contains("1 min 15 s left"));
        QTest::keyClick(&bench.window(), Qt::Key_F6);
        QTRY_VERIFY(runs.find(id)->state == JobState::paused);
        QTRY_VERIFY(bench.find<QLabel>("runTitle")->text().contains("paused"));
        QTest::keyClick(&bench.window(), Qt::Key_F6);
        QTRY_VERIFY(runs.find(id)->state == JobState::running);
        runs.submit(endless_job("Second"));
        QTRY_COMPARE(bench.find<QToolButton>("runQueue")->text(), QStringLiteral("Queue (1)"));
        QTest::keyClick(&bench.window(), Qt::Key_F5, Qt::ShiftModifier);
        QTRY_VERIFY(runs.find(id)->state == JobState::stopped);
        QTRY_VERIFY(bench.find<QLabel>("runTitle")->text().contains("Second"));
        runs.stopAll();
        QTRY_VERIFY(!runs.busy());
    }

    void a_run_that_fails_is_told_in_the_window_with_the_next_step() {
        const WorkbenchFixture bench;
        bench.workbench().runs.submit({"train", "Doomed", "trimtab train", runtime::JobLane::compute,
                                       [](runtime::JobContext&) -> runtime::JobResult {
                                           throw std::runtime_error("the cluster backend is gone");
                                       }});
        ui::InlineMessage& message = bench.window().message();
        QTRY_VERIFY(message.isVisible());
        QVERIFY2(message.text().contains("the cluster backend is gone"), qPrintable(message.text()));
        QVERIFY2(message.text().contains("report"), qPrintable(message.text()));
        QCOMPARE(bench.workbench().log.rowCount(), 1);
        QTest::mouseClick(message.findChild<QToolButton*>("inlineMessageClose"), Qt::LeftButton);
        QVERIFY(!message.isVisible());
    }

    void closing_during_a_run_asks_and_can_be_declined() {
        const WorkbenchFixture bench;
        runtime::RunService& runs = bench.workbench().runs;
        const auto id = runs.submit(endless_job());
        QTRY_VERIFY(runs.find(id)->state == JobState::running);
        bench.window().close();
        auto* question = bench.find<QMessageBox>("closeQuestion");
        QVERIFY(question != nullptr);
        QTest::mouseClick(question->findChild<QPushButton*>("closeQuestionStay"), Qt::LeftButton);
        QTRY_VERIFY(bench.find<QMessageBox>("closeQuestion") == nullptr);
        QVERIFY(bench.window().isVisible());
        QVERIFY(runs.find(id)->state == JobState::running);
    }

    void closing_during_a_run_stops_it_waits_for_its_end_and_then_closes() {
        const WorkbenchFixture bench;
        runtime::RunService& runs = bench.workbench().runs;
        const auto id = runs.submit(endless_job());
        const auto queued = runs.submit(endless_job("Second"));
        QTRY_VERIFY(runs.find(id)->state == JobState::running);
        bench.window().close();
        QTest::mouseClick(bench.find<QPushButton>("closeQuestionStop"), Qt::LeftButton);
        QTRY_VERIFY(!bench.window().isVisible());
        QVERIFY(runs.find(id)->state == JobState::stopped);
        QVERIFY(runs.find(queued)->state == JobState::stopped);
        QVERIFY(!runs.busy());
    }

    void going_away_without_a_question_joins_too() {
        WorkbenchFixture bench;
        bench.workbench().runs.submit(endless_job());
        bench.assembly.reset();
    }

    void the_palette_finds_and_runs_a_command() {
        const WorkbenchFixture bench;
        QTest::keyClick(&bench.window(), Qt::Key_P, Qt::ControlModifier);
        auto* typed = bench.find<QLineEdit>("paletteInput");
        QTRY_VERIFY(typed->isVisible());
        QTest::keyClicks(typed, "shortc");
        QCOMPARE(bench.find<QListView>("paletteList")->currentIndex().data().toString(),
                 QStringLiteral("Keyboard shortcuts"));
        QTest::keyClick(typed, Qt::Key_Return);
        QVERIFY(!typed->isVisible());
        QTRY_VERIFY(bench.find<QDialog>("help")->isVisible());
    }

    void the_palette_brings_a_hidden_panel_of_another_mode() {
        const WorkbenchFixture bench;
        bench.window().showMode("train");
        bench.window().mode("compare")->panel("contrastPanel")->hide();
        bench.workbench().actions.find("view.palette")->trigger();
        auto* typed = bench.find<QLineEdit>("paletteInput");
        QTest::keyClicks(typed, "Panel: configuration diff");
        QTest::keyClick(typed, Qt::Key_Return);
        QCOMPARE(bench.window().currentMode(), QStringLiteral("compare"));
        QTRY_VERIFY(bench.window().mode("compare")->panel("contrastPanel")->isVisible());
    }

    void escape_leaves_the_palette() {
        const WorkbenchFixture bench;
        bench.workbench().actions.find("view.palette")->trigger();
        auto* typed = bench.find<QLineEdit>("paletteInput");
        QVERIFY(typed->isVisible());
        QTest::keyClick(typed, Qt::Key_Escape);
        QVERIFY(!typed->isVisible());
    }

    void dropped_things_are_opened_by_what_they_are() {
        const WorkbenchFixture bench;
        ui::OpenRequests& requests = bench.workbench().requests;
        QSignalSpy checkpoint(&requests, &ui::OpenRequests::checkpointRequested);
        QSignalSpy trace(&requests, &ui::OpenRequests::traceRequested);
        QSignalSpy run(&requests, &ui::OpenRequests::runRequested);
        drop(bench.window(), {write(bench.dir.filePath("model.pt"), "x"),
                              write(bench.dir.filePath("load.csv"), "t_s,rps\n0,1\n"), bench.dir.path()});
        QCOMPARE(checkpoint.count(), 1);
        QCOMPARE(trace.count(), 1);
        QCOMPARE(run.count(), 1);
        drop(bench.window(), {write(bench.dir.filePath("letter.odt"), "x")});
        QVERIFY(bench.window().message().text().contains("letter.odt"));
    }

    void an_unsaved_configuration_is_offered_at_the_next_start() {
        WorkbenchFixture bench;
        bench.workbench().settings.setUnsavedConfig("agent: {gamma: 0.5}\n");
        bench.start();
        QSignalSpy text(&bench.workbench().requests, &ui::OpenRequests::configTextRequested);
        QVERIFY(bench.window().message().isVisible());
        QTest::mouseClick(bench.window().message().findChild<QPushButton*>("inlineMessageAction"),
                          Qt::LeftButton);
        QCOMPARE(text.count(), 1);
        QCOMPARE(text.first().first().toString(), QStringLiteral("agent: {gamma: 0.5}\n"));
    }

    void broken_settings_are_no_reason_not_to_start() {
        WorkbenchFixture bench;
        bench.assembly.reset();
        write(bench.settingsFile(), "\x01\x02[[[\nnonsense\n");
        bench.start();
        QVERIFY(bench.window().isVisible());
        QVERIFY(bench.window().message().text().contains(bench.settingsFile()));
    }

    void a_home_that_cannot_be_written_is_no_reason_not_to_start() {
        const QTemporaryDir dir;
        const QString file = write(dir.filePath("file"), "x");
        app::WorkbenchOptions options;
        options.settings_file = (file + "/settings.ini").toStdString();
        options.results_dir = (file + "/rl").toStdString();
        app::WorkbenchAssembly assembly(options);
        assembly.start();
        QVERIFY(assembly.window().message().isVisible());
        // The demo cannot write either, and says where.
        assembly.workbench().actions.find("run.demo")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!assembly.workbench().runs.busy(), 60000);
        QVERIFY2(assembly.window().message().text().contains(file),
                 qPrintable(assembly.window().message().text()));
    }

    void the_look_changes_at_once_and_is_kept() {
        WorkbenchFixture bench;
        const bool dark = ui::themeColors().dark;
        bench.workbench().actions.find("view.toggleLook")->trigger();
        QCOMPARE(ui::themeColors().dark, !dark);
        bench.start();
        QCOMPARE(ui::themeColors().dark, !dark);
    }

    void numbers_are_written_as_the_desktop_writes_them() {
        const WorkbenchFixture bench;
        QCOMPARE(QLocale().decimalPoint(), QLocale::system().decimalPoint());
        if (qEnvironmentVariable("LC_ALL").startsWith("de"))
            QCOMPARE(QLocale().decimalPoint(), QStringLiteral(","));
    }

    void numbers_can_have_a_point_where_the_desktop_has_commas() {
        const WorkbenchFixture bench;
        QLocale::setDefault(QLocale(QLocale::German));
        bench.workbench().settings.setDecimalPoint(true);
        Q_EMIT bench.window().numbersChosen();
        QCOMPARE(QLocale().toString(1.5, 'f', 1), QStringLiteral("1.5"));
    }

    void the_log_filters_by_level_and_text_and_leads_to_the_place() {
        const WorkbenchFixture bench;
        ui::MessageLog& log = bench.workbench().log;
        log.add(ui::LogLevel::debug, "Test", "a detail");
        log.add(ui::LogLevel::error, "Test", "an error", {ui::LogPlace::Kind::checkpoint, "/rl/a.pt", 0});
        bench.workbench().actions.find("panel.log")->trigger();
        auto* table = bench.find<QTableView>("logTable");
        QTRY_VERIFY(table->isVisible());
        QCOMPARE(table->model()->rowCount(), 1);
        bench.find<QComboBox>("logLevel")->setCurrentIndex(0);
        QCOMPARE(table->model()->rowCount(), 2);
        bench.find<QLineEdit>("logFilter")->setText("error");
        QCOMPARE(table->model()->rowCount(), 1);
        QSignalSpy checkpoint(&bench.workbench().requests, &ui::OpenRequests::checkpointRequested);
        Q_EMIT table->activated(table->model()->index(0, 3));
        QCOMPARE(checkpoint.count(), 1);
    }

    void the_mode_and_its_panels_come_back_at_the_next_start() {
        WorkbenchFixture bench;
        bench.workbench().actions.find("panel.log")->trigger();
        QTRY_VERIFY(bench.find<QTableView>("logTable")->isVisible());
        bench.window().close();
        bench.start();
        QTRY_VERIFY(bench.find<QTableView>("logTable")->isVisible());
    }
};

QTEST_MAIN(TestWorkbenchWindow)
#include "tst_workbench_window.moc"
