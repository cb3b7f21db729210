// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QtTest>
#include <filesystem>
#include <fstream>

#include "core/results/sweep_session.h"
#include "tests/ui/views/workbench_fixture.h"
#include "ui/views/compare/compare_mode.h"
#include "ui/views/compare/runs_panel.h"
#include "ui/views/compare/sweep_panel.h"
#include "ui/widgets/command_line_box.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/table_view.h"

using namespace trimtab;
using namespace trimtab::ui;

/// A sweep in Compare: opened as a folder and as a file, complete and in part.
class TestSweepPanel : public QObject {
    Q_OBJECT

    std::unique_ptr<WorkbenchFixture> bench;
    std::unique_ptr<CompareMode> mode;

    SweepPanel& panel() { return mode->sweep(); }
    std::filesystem::path root() const { return bench->folder.path().toStdString(); }
    std::filesystem::path sweep() const { return root() / "rl" / "sweep_s"; }
    QString file() const { return bench->folder.filePath("s.yaml"); }

    /// Two configurations over three seeds; the second is better, and the last `missing` rows are not done.
    void write_sweep(int missing) const {
        std::filesystem::create_directories(sweep());
        std::ofstream(root() / "a.yaml") << "agent:\n  gamma: 0.9\n";
        std::ofstream(root() / "s.yaml") << "# tried\nsweep:\n  configs: [a.yaml]\n  seeds: 1..3\n"
                                            "grid:\n  agent.num_layers: [1, 2]\n";
        const auto plan = training::SweepPlan::make(*training::read_sweep_file(root() / "s.yaml"));
        const auto keys = training::plan_keys(*plan);
        std::vector<results::SweepRowRecord> records(keys->size());
        for (std::size_t i = 0; i < keys->size(); ++i) {
            auto& record = records[i];
            record.key = (*keys)[i];
            if (static_cast<int>(i) >= plan->rows() - missing) continue;
            record.state = i == 0 ? results::SweepRowState::failed : results::SweepRowState::finished;
            record.training = "training_" + std::to_string(i);
            record.error = i == 0 ? "diverged" : "";
            record.scores["episode_return"] =
                plan->row(static_cast<int>(i)).case_index + 0.01 * static_cast<double>(i);
            QVERIFY(write_sweep_row(sweep(), record).has_value());
        }
        QVERIFY(write_sweep_result(*plan, records, sweep()).has_value());
    }

    QString words_of_result() {
        QString words;
        for (const auto* label : panel().findChild<QWidget*>("sweepResult")->findChildren<QLabel*>())
            words += label->text() + u'\n';
        return words;
    }

  private Q_SLOTS:
    void init() {
        bench = std::make_unique<WorkbenchFixture>();
        mode = std::make_unique<CompareMode>(bench->workbench());
        mode->resize(1200, 700);
        mode->show();
        mode->entered();
    }
    void cleanup() {
        mode.reset();
        bench.reset();
    }

    void a_folder_shows_the_best_the_failed_and_every_run() {
        write_sweep(0);
        QSignalSpy opened(&panel(), &SweepPanel::opened);
        QVERIFY(bench->requests.openPath(QString::fromStdString(sweep().string())));
        QVERIFY(opened.wait());
        QTRY_VERIFY(mode->panel("sweepPanel")->isVisible());
        const QString title = panel().findChild<QLabel*>("sweepTitle")->text();
        QVERIFY2(title.contains("5 of 6 run(s) finished") && title.contains("1 failed"), qPrintable(title));
        QTRY_VERIFY2(words_of_result().contains("Best by its interval: num_layers=2"),
                     qPrintable(words_of_result()));
        auto* runs = panel().findChild<TableView*>("sweepRuns");
        QAbstractItemModelTester tester(runs->model());
        QCOMPARE(runs->model()->rowCount(), 6);
        QVERIFY(panel().findChild<QPushButton*>("sweepComparison")->isHidden());
        QVERIFY(panel().findChild<CommandLineBox*>()->isHidden());
        // The runs of the sweep are the library's now, and the sweep is among the recent things.
        QCOMPARE(mode->runs().library().folder(), QString::fromStdString(sweep().string()));
        QCOMPARE(bench->settings.recentRuns().value(0), QString::fromStdString(sweep().string()));
        QVERIFY2(namelessControls(panel()).isEmpty(), qPrintable(namelessControls(panel()).join(u'\n')));
    }

    void a_file_shows_its_plan_and_the_command_that_runs_it() {
        write_sweep(6);
        std::filesystem::remove_all(sweep());
        QSignalSpy opened(&panel(), &SweepPanel::opened);
        QVERIFY(bench->requests.openPath(file()));
        QVERIFY(opened.wait());
        QVERIFY(panel().findChild<QLabel*>("sweepTitle")->text().contains("0 of 6 run(s) finished"));
        QVERIFY(panel().findChild<CommandLineBox*>()->commandLine().startsWith("trimtab sweep " + file()));
        auto* runs = panel().findChild<TableView*>("sweepRuns");
        QVERIFY(runs->isVisible());  // there is no result to show first
        QCOMPARE(runs->model()->index(3, 1).data().toString(), QStringLiteral("pending"));
        QVERIFY(mode->runs().library().folder() != QString::fromStdString(sweep().string()));
    }

    void a_file_counts_what_is_done_of_it() {
        write_sweep(2);
        QSignalSpy opened(&panel(), &SweepPanel::opened);
        QVERIFY(bench->requests.openPath(file()));
        QVERIFY(opened.wait());
        QCOMPARE(panel().reading()->finished, 3);
        QVERIFY(panel().reading()->result->partial());
    }

    void reading_it_again_leaves_the_rows_where_nothing_has_changed() {
        write_sweep(2);
        panel().openFolder(QString::fromStdString(sweep().string()));
        QTRY_VERIFY(panel().reading() != nullptr);
        QSignalSpy reset(panel().findChild<TableView*>("sweepRuns")->model(),
                         &QAbstractItemModel::modelReset);
        QSignalSpy opened(&panel(), &SweepPanel::opened);
        panel().openFolder(QString::fromStdString(sweep().string()));
        QVERIFY(opened.wait());
        QCOMPARE(reset.count(), 0);
        write_sweep(1);
        panel().openFolder(QString::fromStdString(sweep().string()));
        QVERIFY(opened.wait());
        QCOMPARE(reset.count(), 1);
    }

    void a_run_opens_where_it_lies() {
        write_sweep(0);
        panel().openFolder(QString::fromStdString(sweep().string()));
        QTRY_VERIFY(panel().reading() != nullptr);
        QSignalSpy asked(&panel(), &SweepPanel::runRequested);
        auto* runs = panel().findChild<TableView*>("sweepRuns");
        Q_EMIT runs->activatedRow(runs->model()->index(4, 0));
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().first().toString(), QString::fromStdString((sweep() / "training_4").string()));
    }

    void its_comparison_is_one_click_away() {
        write_sweep(0);
        std::filesystem::create_directory(sweep() / "comparison_1");
        std::ofstream(sweep() / "comparison.json") << R"({"signature":"x","folder":"comparison_1"})";
        panel().openFolder(QString::fromStdString(sweep().string()));
        QTRY_VERIFY(panel().reading() != nullptr);
        QSignalSpy asked(&panel(), &SweepPanel::comparisonRequested);
        panel().findChild<QPushButton*>("sweepComparison")->click();
        QCOMPARE(asked.first().first().toString(),
                 QString::fromStdString((sweep() / "comparison_1").string()));
    }

    void what_is_damaged_is_told_and_leaves_what_is_shown() {
        write_sweep(0);
        panel().openFolder(QString::fromStdString(sweep().string()));
        QTRY_VERIFY(panel().reading() != nullptr);
        std::ofstream(sweep() / "sweep_result.json") << "{";
        panel().openFolder(QString::fromStdString(sweep().string()));
        auto* message = panel().findChild<InlineMessage*>();
        QTRY_VERIFY(!message->isHidden());
        QVERIFY2(message->text().contains("sweep_result.json"), qPrintable(message->text()));
        QCOMPARE(panel().reading()->finished, 5);
    }

    void a_wrong_sweep_file_is_told_with_its_line() {
        write_sweep(0);
        std::ofstream(root() / "s.yaml") << "sweep:\n  configs: [a.yaml]\n  sedes: 3\n";
        panel().openFile(file(), bench->results());
        auto* message = panel().findChild<InlineMessage*>();
        QTRY_VERIFY(!message->isHidden());
        QVERIFY2(message->text().contains("seeds"), qPrintable(message->text()));
    }
};

QTEST_MAIN(TestSweepPanel)
#include "tst_sweep_panel.moc"
