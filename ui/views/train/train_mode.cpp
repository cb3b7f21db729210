// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/train/train_mode.h"

#include <QEvent>
#include <QToolBar>

#include "ui/settings/theme.h"
#include "ui/views/train/experiment_panel.h"
#include "ui/views/train/metrics_panel.h"
#include "ui/views/train/reward_panel.h"
#include "ui/views/train/run_panel.h"
#include "ui/views/train/timeline_panel.h"
#include "ui/widgets/inline_message.h"

namespace trimtab::ui {
namespace {

constexpr int wide_window = 1900;
const auto first_preset = QStringLiteral("quick.yaml");

}  // namespace

TrainMode::TrainMode(const Workbench& workbench, QWidget* parent)
    : ModeView(QStringLiteral("train"), tr("Train"), QStringLiteral("mode-train"), workbench, parent),
      experiment_(new ExperimentPanel(document_, workbench.settings, this)),
      run_(new RunPanel(workbench, document_, shown_, this)),
      reward_(new RewardPanel(tools_, shown_, this)),
      metrics_(new MetricsPanel(tools_, shown_, this)),
      diagnostics_(new DiagnosticsPanel(tools_, shown_, this)),
      timeline_(new TimelinePanel(tools_, shown_, this)) {
    addPanel(run_, QStringLiteral("run"), tr("Run"), Qt::LeftDockWidgetArea);
    addPanel(experiment_, QStringLiteral("experiment"), tr("Experiment"), Qt::RightDockWidgetArea);
    addPanel(reward_, QStringLiteral("reward"), tr("Reward"), Qt::RightDockWidgetArea);
    addPanel(metrics_, QStringLiteral("metrics"), tr("Live metrics"), Qt::RightDockWidgetArea);
    addPanel(diagnostics_, QStringLiteral("diagnostics"), tr("PPO diagnostics"), Qt::RightDockWidgetArea);
    addPanel(timeline_, QStringLiteral("timeline"), tr("Replica timeline"), Qt::RightDockWidgetArea);
    addToolBar(Qt::TopToolBarArea, tools_.toolBar(this));
    experiment_->openPreset(first_preset);
    addCommands();
    connectRequests();
    connect(&workbench_.pump, &TelemetryPump::framed, this, &TrainMode::follow);
    connect(run_, &RunPanel::started, this, [this] {
        QDockWidget* dock = panel(QStringLiteral("reward"));
        if (dock != nullptr && dock->visibleRegion().isEmpty()) raisePanel(QStringLiteral("reward"));
    });
    connect(run_, &RunPanel::runRequested, this, &TrainMode::showRun);
    connect(run_, &RunPanel::fieldRequested, this, [this](const QString& path) {
        raisePanel(QStringLiteral("experiment"));
        experiment_->showField(path);
    });
    for (ChartsPanel* each : {static_cast<ChartsPanel*>(reward_), static_cast<ChartsPanel*>(metrics_),
                              static_cast<ChartsPanel*>(diagnostics_)})
        connect(each, &ChartsPanel::startRequested, this, &TrainMode::startHere);
    connect(timeline_, &TimelinePanel::startRequested, this, &TrainMode::startHere);
    connect(&tools_, &ChartTools::pictureCopied, this, [this](const QString& title) {
        workbench_.log.add(LogLevel::info, tr("Train"),
                           tr("The picture of %1 is in the clipboard.").arg(title));
    });
}

// The panels refer to members of the mode, which would go first.
TrainMode::~TrainMode() { qDeleteAll(findChildren<QDockWidget*>(Qt::FindDirectChildrenOnly)); }

void TrainMode::arrange() {
    const bool wide = width() >= wide_window;
    QDockWidget* run = panel(QStringLiteral("run"));
    QDockWidget* experiment = panel(QStringLiteral("experiment"));
    QDockWidget* reward = panel(QStringLiteral("reward"));
    if (wide) {
        // Room for the experiment beside its curves, and for two rows of charts.
        splitDockWidget(experiment, reward, Qt::Horizontal);
        splitDockWidget(reward, panel(QStringLiteral("timeline")), Qt::Vertical);
        tabifyDockWidget(reward, panel(QStringLiteral("diagnostics")));
        tabifyDockWidget(panel(QStringLiteral("timeline")), panel(QStringLiteral("metrics")));
        resizeDocks({run, experiment, reward}, {320, 820, width() - 1140}, Qt::Horizontal);
        panel(QStringLiteral("timeline"))->raise();
        reward->raise();
        return;
    }
    for (const char* name : {"reward", "metrics", "diagnostics", "timeline"})
        tabifyDockWidget(experiment, panel(QLatin1String(name)));
    resizeDocks({run, experiment}, {310, width() - 310}, Qt::Horizontal);
    experiment->raise();
}

void TrainMode::addCommands() {
    ActionRegistry& actions = workbench_.actions;
    actions.add(
        {QStringLiteral("run.start"), tr("&Start training"), CommandGroup::run, QKeySequence(Qt::Key_F5),
         QStringLiteral("play"), tr("Trains the experiment that is set up in Train")},
        [this] { startHere(); });
    actions.add({QStringLiteral("config.save"), tr("&Save configuration"), CommandGroup::file,
                 QKeySequence(QKeySequence::Save), QStringLiteral("save"),
                 tr("Saves the experiment's configuration")},
                [this] { experiment_->save(); });
    actions.add(
        {QStringLiteral("config.undo"), tr("&Undo"), CommandGroup::edit, QKeySequence(QKeySequence::Undo),
         QStringLiteral("undo"), tr("Takes back the last change of the configuration")},
        [this] { document_.undoStack().undo(); });
    actions.add(
        {QStringLiteral("config.redo"), tr("&Redo"), CommandGroup::edit, QKeySequence(QKeySequence::Redo),
         QStringLiteral("redo"), tr("Does the change again that was taken back")},
        [this] { document_.undoStack().redo(); });
    actions.add({QStringLiteral("train.openRun"),
                 tr("Show a finished &training ..."),
                 CommandGroup::file,
                 {},
                 QStringLiteral("folder"),
                 tr("Draws the metrics of a training folder in the charts of Train")},
                [this] {
                    toFront();
                    run_->askForRun();
                });
    for (const QString& preset : ExperimentPanel::presets())
        actions.add({QStringLiteral("config.preset.") + preset,
                     tr("Use the preset %1").arg(preset),
                     CommandGroup::edit,
                     {},
                     QStringLiteral("preset"),
                     tr("Loads a configuration that comes with the program")},
                    [this, preset] {
                        toFront();
                        raisePanel(QStringLiteral("experiment"));
                        experiment_->openPreset(preset);
                    });
    for (QAction* each : tools_.actions()) {
        const QString help = each->toolTip().section(QLatin1Char('\n'), 1);
        actions.add({QStringLiteral("train.") + each->objectName(),
                     tr("Charts: %1").arg(each->text()),
                     CommandGroup::figure,
                     {},
                     each->data().toString(),
                     help},
                    [each] { each->trigger(); });
    }
}

void TrainMode::connectRequests() {
    OpenRequests& requests = workbench_.requests;
    connect(&requests, &OpenRequests::configRequested, this, &TrainMode::openConfig);
    connect(&requests, &OpenRequests::configTextRequested, this,
            [this](const QString& text, const QString& title) {
                toFront();
                raisePanel(QStringLiteral("experiment"));
                experiment_->openText(text, title);
            });
    connect(&requests, &OpenRequests::traceRequested, this, &TrainMode::useTrace);
    connect(&requests, &OpenRequests::chartsRequested, this, &TrainMode::showRun);
    connect(&requests, &OpenRequests::jobRequested, this, [this](runtime::JobId id) {
        const runtime::JobStatus* job = workbench_.runs.find(id);
        if (job != nullptr && job->kind == "train") showJob(id);
    });
}

void TrainMode::toFront() { Q_EMIT workbench_.requests.modeRequested(id()); }

void TrainMode::startHere() {
    toFront();
    run_->start();
}

void TrainMode::openConfig(const QString& path, int line) {
    toFront();
    raisePanel(QStringLiteral("experiment"));
    experiment_->open(path, line);
}

void TrainMode::useTrace(const QString& file) {
    toFront();
    raisePanel(QStringLiteral("experiment"));
    auto set = document_.setValue(QStringLiteral("load.trace"), file);
    if (set) set = document_.setValue(QStringLiteral("load.patterns"), QStringLiteral("trace"));
    if (!set) workbench_.log.addError(tr("Train"), set.error());
}

void TrainMode::showJob(runtime::JobId job) {
    toFront();
    run_->choose(job);
    raisePanel(QStringLiteral("reward"));
}

void TrainMode::showRun(const QString& folder) {
    toFront();
    raisePanel(QStringLiteral("reward"));
    run_->message().showMessage(MessageTone::info, tr("Reading %1 ...").arg(folder), {});
    loading_.run<LoadedRun>(
        [path = std::filesystem::path(folder.toStdString())](StopToken stop) { return load_run(path, stop); },
        [this](Expected<LoadedRun> loaded) {
            if (!loaded) {
                run_->message().showError(loaded.error());
                return;
            }
            const QString name = QString::fromStdString(loaded->name);
            QStringList problems;
            for (const std::string& problem : loaded->problems) problems << QString::fromStdString(problem);
            run_->message().showMessage(problems.isEmpty() ? MessageTone::info : MessageTone::warning,
                                        tr("The charts show %1").arg(name), problems.join(QLatin1Char('\n')));
            const QString path = QString::fromStdString(loaded->folder.string());
            if (loaded->state != results::RunState::finished && loaded->state != results::RunState::running)
                run_->message().setAction(tr("Continue this run"), [this, path] { run_->resume(path); });
            shown_.show({{name, loaded->series.get(), 0, path, loaded->series}});
        });
}

void TrainMode::entered() { follow(); }

void TrainMode::follow() {
    if (!isVisible()) return;
    reward_->follow();
    metrics_->follow();
    diagnostics_->follow();
    timeline_->follow();
    tools_.refresh();
}

void TrainMode::changeEvent(QEvent* event) {
    ModeView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) tools_.restyle();
}

}  // namespace trimtab::ui
