// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/compare/compare_mode.h"

#include <QDir>
#include <QFileInfo>

#include "core/results/run_folder.h"
#include "core/results/run_names.h"
#include "core/results/sweep_reading.h"
#include "ui/charts/figure_canvas.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/dialogs/figure_data_dialog.h"
#include "ui/figures/figure_set.h"
#include "ui/figures/report_set.h"
#include "ui/models/jobs_model.h"
#include "ui/settings/shared_files.h"
#include "ui/views/compare/checkpoint_panel.h"
#include "ui/views/compare/comparison_form.h"
#include "ui/views/compare/comparison_panel.h"
#include "ui/views/compare/contrast_panel.h"
#include "ui/views/compare/curves_panel.h"
#include "ui/views/compare/runs_panel.h"
#include "ui/views/compare/sweep_panel.h"
#include "ui/widgets/inline_message.h"

namespace trimtab::ui {
namespace {

Expected<void> drawComparison(const results::ComparisonRun& run, const config::Config& config,
                              const std::filesystem::path& folder) {
    if (auto drawn = draw_comparison(run, config, folder); !drawn) return drawn;
    return write_reports(run, folder, config.figures.anonymous);
}

QString absolute(const QString& path) { return QDir::cleanPath(QFileInfo(path).absoluteFilePath()); }

}  // namespace

CompareMode::CompareMode(const Workbench& workbench, QWidget* parent)
    : ModeView(QStringLiteral("compare"), tr("Compare"), QStringLiteral("mode-compare"), workbench, parent),
      runs_(new RunsPanel(this)),
      curves_(new CurvesPanel(this)),
      contrast_(new ContrastPanel(this)),
      form_(new ComparisonForm(this)),
      comparison_(new ComparisonPanel(this)),
      sweep_(new SweepPanel(this)),
      checkpoint_(new CheckpointPanel(this)) {
    addPanel(runs_, QStringLiteral("runsPanel"), tr("Runs"), Qt::LeftDockWidgetArea);
    addPanel(curves_, QStringLiteral("curvesPanel"), tr("Curves"), Qt::RightDockWidgetArea);
    addPanel(contrast_, QStringLiteral("contrastPanel"), tr("Configuration differences"),
             Qt::RightDockWidgetArea);
    addPanel(comparison_, QStringLiteral("comparisonPanel"), tr("Comparison"), Qt::RightDockWidgetArea);
    addPanel(sweep_, QStringLiteral("sweepPanel"), tr("Sweep"), Qt::RightDockWidgetArea);
    addPanel(form_, QStringLiteral("comparisonForm"), tr("New comparison"), Qt::RightDockWidgetArea);
    addPanel(checkpoint_, QStringLiteral("checkpointPanel"), tr("Checkpoint"), Qt::RightDockWidgetArea);
    connectPanels();
    connectSweep();
    connectRequests();
    workbench_.actions.add({QStringLiteral("compare.new"), tr("&New comparison"), CommandGroup::run,
                            QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), QStringLiteral("mode-compare"),
                            tr("Compares models with baselines on the same episodes")},
                           [this] {
                               QStringList models;
                               for (const auto& run : runs_->selectedRuns())
                                   if (run.kind == "training")
                                       models.append(QString::fromStdString(run.folder.string()));
                               openForm(models);
                           });
    workbench_.actions.add({QStringLiteral("file.openSamples"),
                            tr("Open &sample results"),
                            CommandGroup::file,
                            {},
                            {},
                            tr("A small training and its comparison that come with the program")},
                           [this] { openSamples(); });
    workbench_.actions.add(
        {QStringLiteral("figure.export"), tr("&Export figures and reports…"), CommandGroup::figure,
         QKeySequence(Qt::CTRL | Qt::Key_E), QStringLiteral("export"),
         tr("At the width of a journal's column, with a preview")},
        [this] {
            if (!comparison_->folder().isEmpty())
                openExport({comparison_->folder()});
            else if (const auto runs = runs_->selectedRuns(); !runs.empty())
                openExport({QString::fromStdString(runs.front().folder.string())});
            else
                Q_EMIT workbench_.requests.modeRequested(id());
        });
}

void CompareMode::arrange() {
    splitDockWidget(panel(QStringLiteral("runsPanel")), panel(QStringLiteral("curvesPanel")), Qt::Horizontal);
    for (const char* name :
         {"contrastPanel", "comparisonPanel", "sweepPanel", "comparisonForm", "checkpointPanel"})
        tabifyDockWidget(panel(QStringLiteral("curvesPanel")), panel(QLatin1String(name)));
    resizeDocks({panel(QStringLiteral("runsPanel")), panel(QStringLiteral("curvesPanel"))},
                {width() / 3, width() - width() / 3}, Qt::Horizontal);
    panel(front_)->raise();
}

void CompareMode::bringForward(const QString& panelName) {
    front_ = panelName;
    raisePanel(panelName);
}

void CompareMode::entered() {
    // Another choice in the preferences counts; a folder that was opened here since stays otherwise.
    if (home_ != absolute(workbench_.settings.resultsDir())) goHome();
}

void CompareMode::goHome() {
    const bool elsewhere = home_.isEmpty() && !runs_->library().folder().isEmpty();
    home_ = absolute(workbench_.settings.resultsDir());
    form_->setResultsDir(home_);
    // What was opened before the mode was ever shown is not closed by showing it.
    if (!elsewhere) runs_->setFolder(home_);
}

void CompareMode::connectPanels() {
    connect(runs_, &RunsPanel::selectionChanged, this, [this] {
        const auto selected = runs_->selectedRuns();
        curves_->setRuns(selected);
        contrast_->setRuns(selected);
    });
    connect(runs_, &RunsPanel::openRequested, this, &CompareMode::openRun);
    connect(runs_, &RunsPanel::compareRequested, this, &CompareMode::openForm);
    connect(runs_, &RunsPanel::chartsRequested, &workbench_.requests, &OpenRequests::chartsRequested);
    connect(runs_, &RunsPanel::exportRequested, this, &CompareMode::openExport);
    connect(runs_, &RunsPanel::homeRequested, this, [this] {
        goHome();
        runs_->setFolder(home_);
    });
    connect(runs_, &RunsPanel::samplesRequested, this, &CompareMode::openSamples);
    connect(curves_, &CurvesPanel::exportRequested, this, &CompareMode::openExport);
    connect(curves_, &CurvesPanel::dataTableRequested, this,
            [this] { showData(curves_->canvas().figure()); });
    connect(comparison_, &ComparisonPanel::dataTableRequested, this, &CompareMode::showData);
    connect(comparison_, &ComparisonPanel::exportRequested, this,
            [this](const QString& folder) { openExport({folder}); });
    connect(comparison_, &ComparisonPanel::newComparisonRequested, this, [this] { openForm({}); });
    connect(comparison_, &ComparisonPanel::opened, this,
            [this](const QString& folder) { workbench_.settings.addRecentRun(folder); });
    connect(form_, &ComparisonForm::compareRequested, this, &CompareMode::startCompare);
    connect(form_, &ComparisonForm::evaluateRequested, this, &CompareMode::startEvaluate);
    connect(checkpoint_, &CheckpointPanel::evaluateRequested, this, [this](const QString& file) {
        runtime::EvaluationRequest request = form_->request();
        request.models = {file.toStdString()};
        request.policies.clear();
        startEvaluate(request);
    });
    connect(checkpoint_, &CheckpointPanel::compareRequested, this,
            [this](const QString& file) { openForm({file}); });
    connect(checkpoint_, &CheckpointPanel::watchRequested, &workbench_.requests,
            &OpenRequests::watchRequested);
    connect(checkpoint_, &CheckpointPanel::configRequested, &workbench_.requests,
            &OpenRequests::configTextRequested);
    connect(&workbench_.runs, &runtime::RunService::jobChanged, this, &CompareMode::tellProgress);
    connect(&workbench_.runs, &runtime::RunService::jobFinished, this, &CompareMode::tellEnd);
}

void CompareMode::connectSweep() {
    connect(sweep_, &SweepPanel::opened, this, [this](const QString& folder) {
        if (!QFileInfo(folder).isDir()) return;
        runs_->setFolder(folder);
        workbench_.settings.addRecentRun(folder);
    });
    connect(sweep_, &SweepPanel::runRequested, this, &CompareMode::openRun);
    connect(sweep_, &SweepPanel::comparisonRequested, this, &CompareMode::openRun);
    connect(&workbench_.requests, &OpenRequests::sweepRequested, this, [this](const QString& file) {
        Q_EMIT workbench_.requests.modeRequested(id());
        bringForward(QStringLiteral("sweepPanel"));
        sweep_->openFile(file, absolute(workbench_.settings.resultsDir()));
    });
}

void CompareMode::connectRequests() {
    OpenRequests& requests = workbench_.requests;
    connect(&requests, &OpenRequests::runRequested, this, [this](const QString& folder) {
        Q_EMIT workbench_.requests.modeRequested(id());
        openRun(absolute(folder));
    });
    connect(&requests, &OpenRequests::comparisonRequested, this, &CompareMode::openSeveral);
    connect(&requests, &OpenRequests::checkpointRequested, this, [this](const QString& file) {
        Q_EMIT workbench_.requests.modeRequested(id());
        bringForward(QStringLiteral("checkpointPanel"));
        checkpoint_->openFile(file);
    });
    connect(&requests, &OpenRequests::exportRequested, this,
            [this](const QString& folder) { openExport({folder}); });
}

void CompareMode::openRun(const QString& folder) {
    if (results::is_sweep_folder(folder.toStdString())) {
        bringForward(QStringLiteral("sweepPanel"));
        sweep_->openFolder(folder);
        return;
    }
    std::string kind = results::kind_of_run(QFileInfo(folder).fileName().toStdString());
    if (kind.empty())
        if (const auto run = results::open_run(folder.toStdString())) kind = run->kind;
    if (kind == "training") {
        const QString parent = QFileInfo(folder).absolutePath();
        if (runs_->library().folder() != parent) runs_->setFolder(parent);
        runs_->selectFolders({folder});
        bringForward(QStringLiteral("curvesPanel"));
        workbench_.settings.addRecentRun(folder);
        return;
    }
    bringForward(QStringLiteral("comparisonPanel"));
    comparison_->openFolder(folder);
}

void CompareMode::openSamples() {
    QStringList folders;
    const QString samples = sharedFile(QStringLiteral("resources/samples"));
    if (!samples.isEmpty())
        for (const QFileInfo& run :
             QDir(samples).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
            folders.append(run.absoluteFilePath());
    if (folders.isEmpty())
        Q_EMIT workbench_.requests.refused(tr("The sample results"),
                                           tr("They were not installed with the program."));
    else
        openSeveral(folders);
}

void CompareMode::openSeveral(const QStringList& folders) {
    Q_EMIT workbench_.requests.modeRequested(id());
    QStringList trainings, compared;
    for (const QString& folder : folders) {
        const QString path = absolute(folder);
        const bool training = results::kind_of_run(QFileInfo(path).fileName().toStdString()) == "training";
        (training ? trainings : compared).append(path);
    }
    if (folders.isEmpty()) return;
    runs_->setFolder(QFileInfo(absolute(folders.front())).absolutePath());
    runs_->selectFolders(trainings);
    if (compared.isEmpty())
        bringForward(QStringLiteral("curvesPanel"));
    else
        openRun(compared.front());
}

void CompareMode::openForm(const QStringList& models) {
    if (!models.isEmpty()) form_->setModels(models);
    bringForward(QStringLiteral("comparisonForm"));
}

void CompareMode::startCompare(const runtime::EvaluationRequest& request) {
    follow(workbench_.runs.submit(runtime::compare_job(request, drawComparison)));
}

void CompareMode::startEvaluate(const runtime::EvaluationRequest& request) {
    follow(workbench_.runs.submit(runtime::evaluate_job(request, draw_evaluation)));
}

void CompareMode::follow(runtime::JobId id) {
    job_ = id;
    tellProgress(id);
}

void CompareMode::tellProgress(runtime::JobId id) {
    const runtime::JobStatus* job = workbench_.runs.find(id);
    if (id != job_ || job == nullptr || job->result) return;
    const QString text = job->state == runtime::JobState::queued ? tr("Waiting for the run before it.")
                                                                 : jobProgressText(job->progress);
    for (InlineMessage* message : {&form_->message(), &checkpoint_->message()}) {
        message->showMessage(MessageTone::info, QString::fromStdString(job->title), text);
        message->setAction(tr("Stop"), [this, id] { workbench_.runs.stop(id); });
    }
}

void CompareMode::tellEnd(runtime::JobId id) {
    const runtime::JobStatus* job = workbench_.runs.find(id);
    if (id != job_ || job == nullptr || !job->result) return;
    job_ = 0;
    for (InlineMessage* message : {&form_->message(), &checkpoint_->message()}) {
        message->hide();
        if (!*job->result) message->showError(job->result->error());
    }
    if (!*job->result) return;
    const auto& folder = std::any_cast<const std::filesystem::path&>(**job->result);
    bringForward(QStringLiteral("comparisonPanel"));
    comparison_->openFolder(QString::fromStdString(folder.string()));
}

void CompareMode::showData(const results::FigureSpec& figure) {
    auto* dialog = new FigureDataDialog(figure, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void CompareMode::openExport(const QStringList& folders) {
    if (folders.isEmpty()) return;
    auto* dialog = new ExportDialog(folders, workbench_.runs, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

}  // namespace trimtab::ui
