// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QDialog>
#include <QDirIterator>
#include <QDockWidget>
#include <QLineEdit>
#include <QListWidget>
#include <QProcess>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>
#include <QtTest>

#include "tests/app/workbench_fixture.h"
#include "ui/widgets/inline_message.h"

using namespace trimtab;
using namespace trimtab::tests;
using runtime::JobState;

namespace {

constexpr int patience_ms = 120000;

QString first_file(const QString& folder, const QString& pattern) {
    QDirIterator files(folder, {pattern}, QDir::Files, QDirIterator::Subdirectories);
    return files.hasNext() ? files.next() : QString();
}

}  // namespace

/// What a person does from the first click to a figure of the result, in one window.
class TestWorkbenchFlow : public QObject {
    Q_OBJECT

    WorkbenchFixture* bench = nullptr;
    runtime::JobId demo = 0;
    QString run;
    QString comparison;

    QPushButton* button(const char* name) const { return bench->find<QPushButton>(QLatin1String(name)); }

  private Q_SLOTS:
    void initTestCase() { bench = new WorkbenchFixture; }

    void the_demo_shows_its_curves_by_one_click() {
        QTest::mouseClick(bench->find<QAbstractButton>("welcomeDemo"), Qt::LeftButton);
        QCOMPARE(bench->window().currentMode(), QStringLiteral("train"));
        demo = bench->workbench().runs.jobs().back()->id;
        ui::LiveSeries& series = bench->workbench().pump.series(demo);
        QTRY_VERIFY_WITH_TIMEOUT(series.episode() > 100, patience_ms);
        const auto* reward = bench->window().mode("train")->panel("reward");
        QTRY_VERIFY(!reward->visibleRegion().isEmpty());
    }

    void it_is_paused_and_goes_on() {
        ui::LiveSeries& series = bench->workbench().pump.series(demo);
        QTest::keyClick(&bench->window(), Qt::Key_F6);
        QVERIFY(bench->workbench().runs.find(demo)->state == JobState::paused);
        QTest::qWait(300);
        const auto held = series.step();
        QTest::qWait(200);
        QCOMPARE(series.step(), held);
        QTest::keyClick(&bench->window(), Qt::Key_F6);
        QTRY_VERIFY_WITH_TIMEOUT(series.step() > held, patience_ms);
    }

    void it_is_stopped_and_leaves_a_checkpoint() {
        QTest::keyClick(&bench->window(), Qt::Key_F5, Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(bench->workbench().runs.find(demo)->state == JobState::stopped, patience_ms);
        run = QString::fromStdString(bench->workbench().runs.find(demo)->progress.folder.string());
        QVERIFY(QFile::exists(run + "/last.pt"));
        QCOMPARE(bench->workbench().settings.recentRuns().value(0), run);
        QVERIFY(bench->window().message().isVisible());
    }

    void its_result_is_one_click_away() {
        QTest::mouseClick(bench->window().message().findChild<QPushButton*>("inlineMessageAction"),
                          Qt::LeftButton);
        QTRY_COMPARE(bench->window().currentMode(), QStringLiteral("compare"));
    }

    void its_checkpoint_is_evaluated() {
        QVERIFY(bench->workbench().requests.openPath(run + "/last.pt"));
        QTRY_VERIFY_WITH_TIMEOUT(button("evaluateCheckpoint")->isVisible(), patience_ms);
        QTest::mouseClick(button("evaluateCheckpoint"), Qt::LeftButton);
        QTRY_VERIFY(button("startEvaluation")->isVisible());
        bench->find<QSpinBox>("comparisonRuns")->setValue(2);
        QTest::mouseClick(button("startEvaluation"), Qt::LeftButton);
        const auto* job = bench->workbench().runs.jobs().back();
        QTRY_VERIFY_WITH_TIMEOUT(job->result.has_value(), patience_ms);
        QVERIFY2(job->result->has_value(),
                 job->result->has_value() ? "" : job->result->error().message.c_str());
        QVERIFY(!first_file(bench->dir.filePath("rl"), "comprehensive_evaluation.json").isEmpty());
    }

    void it_is_compared_with_baselines() {
        auto* runs = bench->find<QTableView>("runTable");
        QTRY_VERIFY_WITH_TIMEOUT(runs->model()->rowCount() >= 2, patience_ms);
        for (int row = 0; row < runs->model()->rowCount(); ++row)
            if (runs->model()->index(row, 0).data().toString() == QFileInfo(run).fileName())
                runs->selectRow(row);
        QTRY_VERIFY(button("compareRuns")->isEnabled());
        QTest::mouseClick(button("compareRuns"), Qt::LeftButton);
        QTRY_VERIFY(button("startComparison")->isVisible());
        auto* policies = bench->find<QListWidget>("comparisonPolicies");
        for (int i = 0; i < policies->count(); ++i)
            policies->item(i)->setCheckState(
                policies->item(i)->text() == QLatin1String("static-gpu") ? Qt::Checked : Qt::Unchecked);
        bench->find<QSpinBox>("comparisonRuns")->setValue(2);
        QTest::mouseClick(button("startComparison"), Qt::LeftButton);
        const auto* job = bench->workbench().runs.jobs().back();
        QCOMPARE(job->kind, std::string("compare"));
        QTRY_VERIFY_WITH_TIMEOUT(job->result.has_value(), patience_ms);
        QVERIFY2(job->result->has_value(),
                 job->result->has_value() ? "" : job->result->error().message.c_str());
        QTRY_VERIFY_WITH_TIMEOUT(bench->find<QTabWidget>("comparisonTabs")->isVisible(), patience_ms);
        comparison = QFileInfo(first_file(bench->dir.filePath("rl"), "rl_comparison_data.json")).path();
        QVERIFY(QFile::exists(comparison + "/rl_comparison_report.txt"));
    }

    void a_figure_of_the_comparison_is_exported_and_can_be_read_back() {
        QTest::mouseClick(button("exportComparison"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(bench->find<QDialog>("exportDialog") != nullptr, patience_ms);
        auto* dialog = bench->find<QDialog>("exportDialog");
        auto* names = dialog->findChild<QListWidget*>("exportFigures");
        QTRY_VERIFY_WITH_TIMEOUT(names->count() > 0, patience_ms);
        const QString target = bench->dir.filePath("figures");
        dialog->findChild<QLineEdit*>("exportFolder")->setText(target);
        auto* start = dialog->findChild<QPushButton*>("exportStart");
        QTRY_VERIFY_WITH_TIMEOUT(start->isEnabled(), patience_ms);
        QTest::mouseClick(start, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!first_file(target, "*.pdf").isEmpty(), patience_ms);
        QTRY_VERIFY_WITH_TIMEOUT(!bench->workbench().runs.busy(), patience_ms);
        QFile pdf(first_file(target, "*.pdf"));
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        const QByteArray bytes = pdf.readAll();
        QVERIFY(bytes.startsWith("%PDF-"));
        QVERIFY(bytes.contains("%%EOF"));
        QProcess reader;
        reader.start("pdftotext", {pdf.fileName(), "-"});
        QVERIFY(reader.waitForFinished());
        const QByteArray text = reader.readAllStandardOutput();
        QVERIFY2(text.contains("static-gpu"), text);
        dialog->close();
    }

    void the_run_is_shown_in_the_charts_of_train() {
        auto* runs = bench->find<QTableView>("runTable");
        for (int row = 0; row < runs->model()->rowCount(); ++row)
            if (runs->model()->index(row, 0).data().toString() == QFileInfo(run).fileName())
                runs->selectRow(row);
        QTRY_VERIFY(button("showInTrain")->isEnabled());
        QTest::mouseClick(button("showInTrain"), Qt::LeftButton);
        QCOMPARE(bench->window().currentMode(), QStringLiteral("train"));
        auto* message = bench->window().mode("train")->panel("run")->findChild<ui::InlineMessage*>();
        QTRY_VERIFY_WITH_TIMEOUT(message->text().contains("The charts show " + QFileInfo(run).fileName()),
                                 patience_ms);
    }

    void cleanupTestCase() { delete bench; }
};

QTEST_MAIN(TestWorkbenchFlow)
#include "tst_workbench_flow.moc"
