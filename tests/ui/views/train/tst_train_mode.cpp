// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

#include "core/telemetry/metric_registry.h"
#include "ui/charts/time_chart.h"
#include "ui/views/train/metrics_panel.h"
#include "ui/views/train/reward_panel.h"
#include "ui/views/train/run_panel.h"
#include "ui/views/train/timeline_panel.h"
#include "ui/views/train/train_mode.h"
#include "ui/widgets/inline_message.h"

using namespace trimtab;
using namespace trimtab::ui;
using runtime::JobState;

namespace {

// Small enough for a second, large enough for several episodes, updates and evaluations.
const auto small_experiment = QStringLiteral(
    "environment:\n  profile: default\n  baseline: published\n"
    "agent:\n  hidden_size: 16\n  buffer_size: 320\n"
    "training:\n  total_steps: 3200\n  n_envs: 8\n  threads: 1\n  evaluation_interval_episodes: 80\n"
    "  evaluation_runs: 1\n");

}  // namespace

class TestTrainMode : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() {
        dir = std::make_unique<QTemporaryDir>();
        settings = std::make_unique<Settings>(dir->filePath(QStringLiteral("settings.ini")));
        settings->setResultsDir(dir->filePath(QStringLiteral("rl")));
        runs = std::make_unique<runtime::RunService>();
        pump = std::make_unique<TelemetryPump>(*runs);
        actions = std::make_unique<ActionRegistry>();
        log = std::make_unique<MessageLog>();
        requests = std::make_unique<OpenRequests>();
        const Workbench workbench{*runs, *pump, *settings, *actions, *log, *requests};
        mode = std::make_unique<TrainMode>(workbench);
        mode->resize(1290, 700);
        mode->show();
        QVERIFY(QTest::qWaitForWindowExposed(mode.get()));
        QTRY_VERIFY(find<QLineEdit>("training.total_steps") != nullptr);
    }
    void cleanup() {
        mode.reset();
        requests.reset();
        log.reset();
        actions.reset();
        pump.reset();
        runs.reset();
        settings.reset();
        dir.reset();
    }

    void empty_panels_say_why_and_have_one_way_out() {
        for (const char* name : {"reward", "metrics", "diagnostics", "timeline"}) {
            QDockWidget* dock = mode->panel(QLatin1String(name));
            const auto buttons = dock->widget()->findChildren<QPushButton*>();
            QCOMPARE(std::ranges::count_if(buttons, [&](auto* b) { return b->isVisibleTo(dock->widget()); }),
                     1);
        }
    }

    void a_wrong_configuration_is_refused_in_place_then_mended_and_run() {
        mode->document().setText(small_experiment + QStringLiteral("  seed: -1\n"));
        const QSignalSpy added(runs.get(), &runtime::RunService::jobAdded);
        QTest::mouseClick(find<QPushButton>("runStart"), Qt::LeftButton);
        QCOMPARE(added.count(), 0);
        QVERIFY(message().isVisible());
        QVERIFY2(message().text().contains(QStringLiteral("training.seed")), qPrintable(message().text()));
        QTest::mouseClick(message().findChild<QPushButton*>(QStringLiteral("inlineMessageAction")),
                          Qt::LeftButton);
        auto* field = find<QLineEdit>("training.seed");
        QTRY_VERIFY(field->isVisible());
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, QStringLiteral("3"));
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(mode->document().valid());
        QTest::mouseClick(find<QPushButton>("runStart"), Qt::LeftButton);
        QCOMPARE(added.count(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(state(1), JobState::finished, 60000);
        QVERIFY(runs->find(1)->title.find("seed 3") != std::string::npos);
    }

    void a_run_fills_every_panel() {
        train();
        const LiveSeries& series = pump->series(1);
        QCOMPARE(series.patterns().size(), std::size_t{4});
        QCOMPARE(mode->shown().runs().size(), std::size_t{1});
        auto* reward = mode->findChild<RewardPanel*>();
        QVERIFY(reward->isVisible());
        mode->charts().refresh();
        for (TimeChart* chart : reward->charts())
            QVERIFY2(!chart->summary().isEmpty() && !chart->summary().contains(QStringLiteral("no data")),
                     qPrintable(chart->title() + QStringLiteral(": ") + chart->summary()));
        // One curve a pattern, and the evaluation over all of them.
        QCOMPARE(reward->charts()[0]->curves().size(), std::size_t{4});
        QCOMPARE(reward->charts()[1]->curves().size(), std::size_t{5});
        mode->raisePanel(QStringLiteral("diagnostics"));
        QTest::qWait(50);
        for (TimeChart* chart : mode->findChild<DiagnosticsPanel*>()->charts()) {
            chart->refresh();
            QVERIFY2(chart->summary().contains(QStringLiteral("10 point")), qPrintable(chart->summary()));
        }
        mode->raisePanel(QStringLiteral("metrics"));
        auto* metrics = mode->findChild<MetricsPanel*>();
        metrics->follow();
        QVERIFY(metrics->findChild<QLabel*>(QStringLiteral("tile_3"))->text().contains(QStringLiteral("ms")));
    }

    void the_timeline_shows_one_episode_and_says_which() {
        train();
        mode->raisePanel(QStringLiteral("timeline"));
        auto* timeline = mode->findChild<TimelinePanel*>();
        QTRY_VERIFY(timeline->isVisible());
        timeline->follow();
        QTRY_COMPARE(timeline->steps().size(), std::size_t{10});
        QVERIFY(timeline->description().contains(QStringLiteral("first environment")));
        QCOMPARE(timeline->steps().front().begin_s, 0.0);
        QCOMPARE(timeline->steps().back().end_s, 300.0);
        find<QComboBox>("timelinePattern")->setCurrentText(QStringLiteral("spike"));
        QTRY_VERIFY(timeline->description().contains(QStringLiteral("spike")));
        const QString newest = timeline->description();
        QTest::mouseClick(find<QToolButton>("timelineBack"), Qt::LeftButton);
        QVERIFY(timeline->description() != newest);
        // The crosshair of the run stands where the window of the episode stands.
        mode->charts().ownCrosshair().moveTo(45);
        QCOMPARE(*mode->charts().crosshair().position(), static_cast<double>(timeline->steps()[1].row.step));
        QTest::mouseClick(find<QToolButton>("timelineGreedy"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(timeline->description().contains(QStringLiteral("Greedy")), 30000);
        QCOMPARE(timeline->steps().front().probabilities.size(), std::size_t{3});
        double sum = 0;
        for (const double p : timeline->steps().front().probabilities[0]) sum += p;
        QVERIFY(std::abs(sum - 1) < 1e-5);
    }

    void a_finished_run_is_shown_from_its_folder() {
        train();
        const QString folder = QString::fromStdString(runs->find(1)->progress.folder.string());
        const double live = pump->series(1).latest(telemetry::RowKind::update, telemetry::metric::entropy);
        mode->showRun(folder);
        QTRY_COMPARE(mode->shown().runs().front().job, runtime::JobId{0});
        const ShownRun& shown = mode->shown().runs().front();
        QCOMPARE(shown.folder, folder);
        // The file keeps seven digits.
        QVERIFY(std::abs(shown.series->latest(telemetry::RowKind::update, telemetry::metric::entropy) -
                         live) < 1e-5);
        mode->showRun(dir->filePath(QStringLiteral("none")));
        QTRY_VERIFY(message().isVisible() && message().text().contains(QStringLiteral("none")));
    }

    void several_runs_are_queued_and_drawn_each_in_its_colour() {
        mode->document().setText(small_experiment);
        find<QSpinBox>("runCount")->setValue(2);
        const QString commands = find<QPlainTextEdit>("runCommand")->toPlainText();
        QCOMPARE(commands.count(QStringLiteral("trimtab train")), 2);
        QVERIFY(commands.contains(QStringLiteral("--seed 1")) &&
                commands.contains(QStringLiteral("--seed 2")));
        QTest::mouseClick(find<QToolButton>("runCopyCommand"), Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text(), commands);
        QTest::mouseClick(find<QPushButton>("runStart"), Qt::LeftButton);
        QCOMPARE(runs->jobs().size(), std::size_t{2});
        QCOMPARE(state(2), JobState::queued);
        QCOMPARE(mode->shown().runs().size(), std::size_t{2});
        QTRY_COMPARE_WITH_TIMEOUT(state(2), JobState::finished, 60000);
        auto* chart = mode->findChild<RewardPanel*>()->charts()[0];
        QCOMPARE(chart->curves().size(), std::size_t{2});
        QVERIFY(chart->curves()[0].style.color != chart->curves()[1].style.color);
        const QAbstractItemModelTester tester(find<QTableView>("runQueue")->model(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(runs->find(1)->progress.folder != runs->find(2)->progress.folder);
    }

    void pause_resume_and_stop_act_on_the_chosen_run() {
        QString text = small_experiment;
        mode->document().setText(
            text.replace(QStringLiteral("total_steps: 3200"), QStringLiteral("total_steps: 3000000")));
        QTest::mouseClick(find<QPushButton>("runStart"), Qt::LeftButton);
        auto* pause = find<QToolButton>("runPause");
        QTRY_VERIFY(pause->isEnabled());
        QTest::mouseClick(pause, Qt::LeftButton);
        QCOMPARE(state(1), JobState::paused);
        QCOMPARE(pause->text(), QStringLiteral("Resume"));
        QTest::mouseClick(pause, Qt::LeftButton);
        QCOMPARE(state(1), JobState::running);
        QTRY_VERIFY_WITH_TIMEOUT(runs->find(1)->progress.fraction > 0, 30000);
        QTest::mouseClick(find<QToolButton>("runStop"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(state(1), JobState::stopped, 60000);
        QVERIFY(std::filesystem::exists(runs->find(1)->progress.folder / "last.pt"));
    }

    void a_run_that_fails_is_told_with_the_next_step() {
        QFile blocker(dir->filePath(QStringLiteral("file")));
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        mode->document().setText(small_experiment);
        find<QLineEdit>("runFolder")->setText(blocker.fileName());
        QTest::mouseClick(find<QPushButton>("runStart"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(state(1), JobState::failed, 30000);
        QTRY_VERIFY(message().isVisible());
        QVERIFY2(message().text().contains(QStringLiteral("file")), qPrintable(message().text()));
    }

    void the_command_line_names_what_differs() {
        mode->document().start(QStringLiteral("environment:\n  profile: day\nagent:\n  gamma: 0.5\n"), {},
                               QStringLiteral("a"));
        const QString command = find<QPlainTextEdit>("runCommand")->toPlainText();
        QVERIFY2(command.startsWith(QStringLiteral(
                     "trimtab train --profile day --set agent.gamma=0.5 --seed 1 --results-dir ")),
                 qPrintable(command));
        const QString file = dir->filePath(QStringLiteral("my run.yaml"));
        QVERIFY(mode->document().save(file).has_value());
        QVERIFY(find<QPlainTextEdit>("runCommand")
                    ->toPlainText()
                    .startsWith(QStringLiteral("trimtab train --config '%1' --seed 1").arg(file)));
        QVERIFY(mode->document()
                    .setValue(QStringLiteral("load.patterns"), QStringLiteral("ramp, spike"))
                    .has_value());
        QVERIFY2(find<QPlainTextEdit>("runCommand")
                     ->toPlainText()
                     .contains(QStringLiteral("--set 'load.patterns=[ramp, spike]'")),
                 qPrintable(find<QPlainTextEdit>("runCommand")->toPlainText()));
    }

    void a_trace_becomes_the_load() {
        mode->useTrace(QStringLiteral("/tmp/a.csv"));
        QCOMPARE(mode->document().config().load.trace, std::string("/tmp/a.csv"));
        QCOMPARE(mode->document().config().load.patterns, std::vector<std::string>{"trace"});
    }

    void every_control_has_a_name() {
        train();
        for (QWidget* widget : mode->findChildren<QWidget*>()) {
            const bool control = qobject_cast<QAbstractButton*>(widget) || qobject_cast<QComboBox*>(widget) ||
                                 qobject_cast<QLineEdit*>(widget) ||
                                 qobject_cast<QAbstractItemView*>(widget) ||
                                 qobject_cast<QPlainTextEdit*>(widget) || qobject_cast<TimeChart*>(widget);
            // Parts of a control (the line of a spin box, buttons of a title bar) belong to Qt.
            if (!control || widget->objectName().startsWith(QLatin1String("qt_"))) continue;
            const QAction* action = qobject_cast<QToolButton*>(widget)
                                        ? qobject_cast<QToolButton*>(widget)->defaultAction()
                                        : nullptr;
            const bool named = !widget->accessibleName().isEmpty() || action != nullptr;
            const bool inner = qobject_cast<QAbstractSpinBox*>(widget->parentWidget()) != nullptr ||
                               qobject_cast<QComboBox*>(widget->parentWidget()) != nullptr ||
                               widget->parentWidget()->inherits("QTableView") ||
                               widget->parentWidget()->inherits("QLineEdit") ||
                               widget->parentWidget()->inherits("QComboBoxPrivateContainer");
            QVERIFY2(inner || named,
                     qPrintable(QLatin1String(widget->metaObject()->className()) + QLatin1Char(' ') +
                                widget->objectName() + QLatin1String(" in ") +
                                widget->parentWidget()->objectName()));
            QVERIFY2(inner || !widget->objectName().isEmpty() || action != nullptr,
                     widget->metaObject()->className());
        }
    }

  private:
    template <class T>
    T* find(const char* name) const {
        return mode->findChild<T*>(QLatin1String(name));
    }
    InlineMessage& message() { return mode->findChild<RunPanel*>()->message(); }
    JobState state(runtime::JobId id) const { return runs->find(id)->state; }
    void train() {
        mode->document().setText(small_experiment);
        QTest::mouseClick(find<QPushButton>("runStart"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(state(1), JobState::finished, 60000);
        pump->drain();
    }

    std::unique_ptr<QTemporaryDir> dir;
    std::unique_ptr<Settings> settings;
    std::unique_ptr<runtime::RunService> runs;
    std::unique_ptr<TelemetryPump> pump;
    std::unique_ptr<ActionRegistry> actions;
    std::unique_ptr<MessageLog> log;
    std::unique_ptr<OpenRequests> requests;
    std::unique_ptr<TrainMode> mode;
};

QTEST_MAIN(TestTrainMode)
#include "tst_train_mode.moc"
