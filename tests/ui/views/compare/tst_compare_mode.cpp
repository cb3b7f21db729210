// SPDX-License-Identifier: GPL-3.0-or-later
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QUrl>
#include <QtTest>

#include "core/results/comparison_json.h"
#include "core/results/run_folder.h"
#include "tests/ui/views/workbench_fixture.h"
#include "ui/charts/figure_canvas.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/models/run_list_model.h"
#include "ui/views/compare/checkpoint_panel.h"
#include "ui/views/compare/compare_mode.h"
#include "ui/views/compare/comparison_form.h"
#include "ui/views/compare/comparison_panel.h"
#include "ui/views/compare/contrast_panel.h"
#include "ui/views/compare/curves_panel.h"
#include "ui/views/compare/runs_panel.h"
#include "ui/widgets/command_line_box.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/table_view.h"

using namespace trimtab;
using namespace trimtab::ui;

namespace {

constexpr int job_ms = 120000;

QByteArray contentOf(const QString& file) {
    QFile opened(file);
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
}

QStringList comparisonsIn(const QString& results) {
    return QDir(results).entryList({QStringLiteral("comparison_*")}, QDir::Dirs, QDir::Name);
}

void drop(QWidget& target, const QString& file) {
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file)});
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&target, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent dropped(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&target, &dropped);
}

void checkOnly(QListWidget& list, const QStringList& wanted) {
    for (int i = 0; i < list.count(); ++i)
        list.item(i)->setCheckState(wanted.contains(list.item(i)->text()) ? Qt::Checked : Qt::Unchecked);
}

}  // namespace

/// The flow of a person in Compare. All tests share one comparison, made by a click in initTestCase.
class TestCompareMode : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        checkpoint = bench.makeCheckpoint();
        QVERIFY(!checkpoint.isEmpty());
        mode = std::make_unique<CompareMode>(bench.workbench());
        mode->resize(1200, 700);
        mode->show();
        QVERIFY(QTest::qWaitForWindowExposed(mode.get()));
        mode->entered();
        compareByClick();
    }

    /// Form -> job -> result, as a person does it.
    void compareByClick() {
        if (!comparison.isEmpty()) return;
        ComparisonForm& form = mode->form();
        form.setModels({checkpoint});
        checkOnly(*form.findChild<QListWidget*>(QStringLiteral("comparisonPolicies")),
                  {QStringLiteral("static-gpu"), QStringLiteral("rule")});
        checkOnly(*form.findChild<QListWidget*>(QStringLiteral("comparisonPatterns")),
                  {QStringLiteral("spike"), QStringLiteral("ramp")});
        form.findChild<QSpinBox*>(QStringLiteral("comparisonRuns"))->setValue(2);
        QSignalSpy opened(&mode->comparison(), &ComparisonPanel::opened);
        QSignalSpy finished(&bench.runs, &runtime::RunService::jobFinished);
        QTest::mouseClick(form.findChild<QPushButton*>(QStringLiteral("startComparison")), Qt::LeftButton);
        QCOMPARE(bench.runs.jobs().size(), std::size_t(1));
        commandLine = QString::fromStdString(bench.runs.jobs().front()->command_line);
        QVERIFY(finished.wait(job_ms));
        const auto* job = bench.runs.find(bench.runs.jobs().front()->id);
        QVERIFY2(job->result->has_value(),
                 job->result->has_value() ? "" : job->result->error().message.c_str());
        QVERIFY(opened.count() > 0 || opened.wait(job_ms));
        comparison = mode->comparison().folder();
        QVERIFY(mode->panel(QStringLiteral("comparisonPanel"))->isVisible());
    }

    void the_window_has_the_numbers_of_the_command_line() {
        const QString other = bench.folder.filePath(QStringLiteral("by-command"));
        QStringList words = QProcess::splitCommand(commandLine);
        QCOMPARE(words.takeFirst(), QStringLiteral("trimtab"));
        QCOMPARE(words.takeFirst(), QStringLiteral("compare"));
        words[words.indexOf(QStringLiteral("--results-dir")) + 1] = other;
        QProcess program;
        program.start(QStringLiteral(TRIMTAB_PROGRAM), QStringList{QStringLiteral("compare")} + words);
        QVERIFY(program.waitForFinished(job_ms));
        QVERIFY2(program.exitCode() == 0, program.readAllStandardError());
        const QStringList folders = comparisonsIn(other);
        QCOMPARE(folders.size(), 1);
        const QString data = QStringLiteral("/%1").arg(QLatin1String(results::comparison_data_file));
        QCOMPARE(contentOf(comparison + data), contentOf(other + u'/' + folders.front() + data));
        // And what the panel shows is what the file says.
        QCOMPARE(QByteArray::fromStdString(results::comparison_to_json(mode->comparison().run()->comparison))
                     .trimmed(),
                 contentOf(comparison + data).trimmed());
    }

    void every_part_of_the_result_has_a_page() {
        auto* tabs = mode->comparison().findChild<QTabWidget*>(QStringLiteral("comparisonTabs"));
        QCOMPARE(tabs->count(), 8);
        QTRY_COMPARE(tabs->currentIndex(), 0);
        // A page is built when it is seen, so that eight at once do not hold the window.
        for (int i = 1; i < tabs->count(); ++i) {
            QVERIFY(tabs->widget(i)->findChildren<TableView*>().isEmpty());
            QVERIFY(tabs->widget(i)->findChildren<FigureCanvas*>().isEmpty());
        }
        for (int i = tabs->count() - 1; i >= 0; --i) tabs->setCurrentIndex(i);
        const auto tables = mode->comparison().findChildren<TableView*>();
        QVERIFY(tables.size() >= 6);
        QStringList cells;
        for (const TableView* table : tables) cells.append(table->text());
        const QString all = cells.join(u'\n');
        for (const char* expected : {"static-gpu", "rule", "spike", "ramp"})
            QVERIFY2(all.contains(QLatin1String(expected)), expected);
        const auto canvases = mode->comparison().findChildren<FigureCanvas*>();
        QCOMPARE(canvases.size(), 2);
        for (const FigureCanvas* canvas : canvases) {
            QVERIFY(canvas->hasFigure());
            QVERIFY(!canvas->accessibleDescription().isEmpty());
        }
    }

    void without_a_comparison_there_is_nothing_but_what_to_do() {
        ComparisonPanel fresh;
        fresh.show();
        QVERIFY(QTest::qWaitForWindowExposed(&fresh));
        for (const QComboBox* box : fresh.findChildren<QComboBox*>()) QVERIFY(!box->isVisible());
        QVERIFY(!mode->comparison().findChild<QComboBox*>(QStringLiteral("differenceMetric"))->isHidden());
    }

    void another_metric_gives_other_differences() {
        auto* metric = mode->comparison().findChild<QComboBox*>(QStringLiteral("differenceMetric"));
        QVERIFY(metric->count() > 2);
        mode->comparison().findChild<QTabWidget*>(QStringLiteral("comparisonTabs"))->setCurrentIndex(2);
        const auto title = [&] {
            for (const FigureCanvas* canvas : mode->comparison().findChildren<FigureCanvas*>())
                if (canvas->figure().name.starts_with("paired")) return canvas->figure().name;
            return std::string();
        };
        const std::string before = title();
        metric->setCurrentIndex(1);
        QVERIFY(!before.empty());
        QTRY_VERIFY(title() != before);
    }

    void a_folder_that_is_no_comparison_leaves_what_is_shown() {
        auto* message = mode->comparison().findChild<InlineMessage*>();
        mode->comparison().openFolder(bench.folder.filePath(QStringLiteral("nowhere")));
        QTRY_VERIFY(message->isVisibleTo(&mode->comparison()));
        QCOMPARE(mode->comparison().folder(), comparison);
        QVERIFY(mode->comparison().run() != nullptr);
    }

    void the_library_lists_the_comparison_and_filters_it() {
        RunsPanel& runs = mode->runs();
        auto* table = runs.findChild<TableView*>(QStringLiteral("runTable"));
        QTRY_COMPARE(table->model()->rowCount(), 1);
        auto* words = runs.findChild<QLineEdit*>(QStringLiteral("runFilter"));
        QTest::keyClicks(words, QStringLiteral("nothing"));
        QCOMPARE(table->model()->rowCount(), 0);
        QVERIFY(!table->isVisibleTo(&runs));
        words->clear();
        QCOMPARE(table->model()->rowCount(), 1);
        QSignalSpy open(&runs, &RunsPanel::openRequested);
        table->selectRow(0);
        QTest::mouseClick(runs.findChild<QPushButton*>(QStringLiteral("openRun")), Qt::LeftButton);
        QCOMPARE(open.count(), 1);
        QCOMPARE(open.front().front().toString(), comparison);
    }

    void tags_typed_in_the_panel_are_kept() {
        RunsPanel& runs = mode->runs();
        auto* table = runs.findChild<TableView*>(QStringLiteral("runTable"));
        QTRY_COMPARE(table->model()->rowCount(), 1);
        table->selectRow(0);
        auto* tags = runs.findChild<QLineEdit*>(QStringLiteral("runTags"));
        QTest::keyClicks(tags, QStringLiteral("first, kept"));
        QTest::keyClick(tags, Qt::Key_Return);
        QTRY_VERIFY(contentOf(bench.results() + QStringLiteral("/run_notes.json")).contains("kept"));
        QCOMPARE(table->model()->index(0, RunListModel::tagsColumn).data().toString(),
                 QStringLiteral("first, kept"));
        QVERIFY(results::verify_artefacts(comparison.toStdString())->empty());
    }

    void a_dropped_checkpoint_shows_its_layout_and_provenance() {
        CheckpointPanel& panel = mode->checkpoint();
        QSignalSpy opened(&panel, &CheckpointPanel::opened);
        drop(panel, checkpoint);
        QVERIFY(opened.wait());
        QCOMPARE(panel.contents()->observation_size, 10);
        QCOMPARE(panel.contents()->provenance, std::string("a test"));
        QCOMPARE(panel.contents()->config->training.seed, std::uint64_t(7));
        QVERIFY(!panel.contents()->resumable);
        const QString tensors = panel.findChild<TableView*>(QStringLiteral("tensorTable"))->text();
        QVERIFY2(tensors.contains(QStringLiteral("trunk.0.weight")), qPrintable(tensors));
        QVERIFY2(tensors.contains(QStringLiteral("16 x 10")), qPrintable(tensors));
        QSignalSpy watch(&bench.requests, &OpenRequests::watchRequested);
        QTest::mouseClick(panel.findChild<QPushButton*>(QStringLiteral("watchCheckpoint")), Qt::LeftButton);
        QCOMPARE(watch.count(), 1);
    }

    void a_damaged_checkpoint_is_told_inline_and_changes_nothing_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("truncated") << contentOf(checkpoint).left(400);
        QTest::newRow("text") << QByteArray("this is no checkpoint");
        QTest::newRow("another zip") << QByteArray("PK\x03\x04rubbish that follows");
    }
    void a_damaged_checkpoint_is_told_inline_and_changes_nothing() {
        QFETCH(QByteArray, bytes);
        CheckpointPanel& panel = mode->checkpoint();
        const auto* before = panel.contents();
        const QString file = bench.folder.filePath(QStringLiteral("damaged.pt"));
        QFile damaged(file);
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write(bytes);
        damaged.close();
        QSignalSpy refused(&panel, &CheckpointPanel::refused);
        drop(panel, file);
        QVERIFY(refused.wait());
        QVERIFY(panel.message().isVisibleTo(&panel));
        QVERIFY2(panel.message().text().contains(QStringLiteral("damaged.pt")),
                 qPrintable(panel.message().text()));
        QCOMPARE(panel.contents(), before);
        QCOMPARE(bench.runs.jobs().size(), std::size_t(1));
    }

    void a_form_without_anything_to_compare_says_so() {
        ComparisonForm& form = mode->form();
        auto* patterns = form.findChild<QListWidget*>(QStringLiteral("comparisonPatterns"));
        auto* start = form.findChild<QPushButton*>(QStringLiteral("startComparison"));
        QVERIFY(start->isEnabled());
        const auto request = form.request();
        checkOnly(*patterns, {});
        QVERIFY(!start->isEnabled());
        QVERIFY(start->toolTip().contains(QStringLiteral("pattern")));
        QVERIFY(form.findChild<CommandLineBox*>()->commandLine().isEmpty());
        checkOnly(*patterns, {QStringLiteral("spike"), QStringLiteral("ramp")});
        QCOMPARE(form.request().overrides, request.overrides);
    }

    void a_shown_figure_can_be_copied() {
        auto* canvas = mode->comparison().findChildren<FigureCanvas*>().front();
        QGuiApplication::clipboard()->clear();
        QSignalSpy copied(canvas, &FigureCanvas::copied);
        canvas->copyFigure();
        QVERIFY(copied.wait(job_ms));
        QVERIFY(!QGuiApplication::clipboard()->image().isNull());
    }

    void an_opened_run_and_a_dropped_checkpoint_come_to_this_mode() {
        QSignalSpy asked(&bench.requests, &OpenRequests::modeRequested);
        QSignalSpy opened(&mode->comparison(), &ComparisonPanel::opened);
        QVERIFY(bench.requests.openPath(comparison));
        QVERIFY(opened.wait());
        QCOMPARE(asked.front().front().toString(), QStringLiteral("compare"));
        QSignalSpy read(&mode->checkpoint(), &CheckpointPanel::opened);
        QVERIFY(bench.requests.openPath(checkpoint));
        QVERIFY(read.wait());
    }

    void an_empty_library_names_the_cause_and_one_action() {
        RunsPanel panel;
        panel.resize(500, 500);
        panel.show();
        panel.setFolder(bench.folder.filePath(QStringLiteral("empty")));
        const auto text = [&] {
            QStringList words;
            for (const QLabel* label : panel.findChildren<QLabel*>())
                if (label->isVisibleTo(&panel)) words.append(label->text());
            return words.join(u' ');
        };
        QTRY_VERIFY(text().contains(QStringLiteral("There is no run")));
        QSignalSpy samples(&panel, &RunsPanel::samplesRequested);
        int visible = 0;
        for (QPushButton* button : panel.findChildren<QPushButton*>())
            if (button->isVisibleTo(&panel) && button->isEnabled()) {
                ++visible;
                button->click();
            }
        QCOMPARE(visible, 1);
        QCOMPARE(samples.count(), 1);
    }

    void every_control_has_a_name() {
        QCOMPARE(namelessControls(*mode), QStringList());
        const ExportDialog dialog({comparison}, bench.runs);
        QCOMPARE(namelessControls(dialog), QStringList());
    }

    void cleanupTestCase() { mode.reset(); }

  private:
    WorkbenchFixture bench;
    std::unique_ptr<CompareMode> mode;
    QString checkpoint;
    QString comparison;
    QString commandLine;
};

QTEST_MAIN(TestCompareMode)
#include "tst_compare_mode.moc"
