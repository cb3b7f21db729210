// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/train/run_panel.h"

#include <QDesktopServices>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QToolButton>
#include <QUrl>
#include <algorithm>

#include "core/results/run_folder.h"
#include "core/runtime/jobs.h"
#include "ui/figures/training_progress_picture.h"
#include "ui/models/train_command.h"
#include "ui/settings/theme.h"
#include "ui/text/core_sentence.h"
#include "ui/text/number_text.h"
#include "ui/widgets/inline_message.h"

namespace trimtab::ui {

using runtime::JobState;

TrainingJobs::TrainingJobs(runtime::RunService& runs, QObject* parent)
    : QSortFilterProxyModel(parent), runs_(runs), model_(runs) {
    setSourceModel(&model_);
}

bool TrainingJobs::filterAcceptsRow(int row, const QModelIndex&) const {
    const runtime::JobStatus* job = runs_.find(model_.jobAt(row));
    return job != nullptr && job->kind == "train";
}

runtime::JobId TrainingJobs::jobAt(int row) const { return model_.jobAt(mapToSource(index(row, 0)).row()); }

bool RunPanel::start() {
    message_->hide();
    if (!document_.valid()) {
        const config::ConfigIssue& issue = document_.issues().front();
        const QString key = QString::fromStdString(issue.key);
        message_->showMessage(MessageTone::error, tr("The configuration has a mistake"),
                              coreSentence(issue.to_string()));
        message_->setAction(tr("Show it"), [this, key] { Q_EMIT fieldRequested(key); });
        return false;
    }
    const std::uint64_t first = seed_->text().toULongLong();
    std::vector<runtime::JobId> made;
    for (int i = 0; i < runs_->value(); ++i)
        submit(trainingRequest(document_, first + static_cast<std::uint64_t>(i), folder_->text()));
    // The rows are newest first.
    choosing_ = true;
    table_->clearSelection();
    for (int row = 0; row < std::min(runs_->value(), jobs_.rowCount()); ++row)
        table_->selectionModel()->select(jobs_.index(row, 0),
                                         QItemSelectionModel::Select | QItemSelectionModel::Rows);
    choosing_ = false;
    showChosen();
    Q_EMIT started();
    return true;
}

void RunPanel::submit(results::TrainingRequest request) {
    const QString title = document_.title();
    runtime::Job job = runtime::train_job(request, draw_training_progress);
    if (request.resume.empty())
        job.title = tr("Train %1, seed %2").arg(title).arg(request.config.training.seed).toStdString();
    workbench_.runs.submit(std::move(job));
}

void RunPanel::resume(const QString& folder) {
    results::TrainingRequest request;
    request.resume = folder.toStdString();
    request.command_line = (QStringLiteral("trimtab train --resume ") + shellWord(folder)).toStdString();
    submit(std::move(request));
    Q_EMIT started();
}

void RunPanel::choose(runtime::JobId job) {
    for (int row = 0; row < jobs_.rowCount(); ++row)
        if (jobs_.jobAt(row) == job) table_->selectRow(row);
}

QString RunPanel::commands() const {
    QStringList lines;
    const std::uint64_t first = seed_->text().toULongLong();
    for (int i = 0; i < runs_->value(); ++i)
        lines << trainCommandLine(document_, first + static_cast<std::uint64_t>(i), folder_->text());
    return lines.join(QLatin1Char('\n'));
}

void RunPanel::refreshCommand() {
    const bool valid = document_.valid();
    command_->setPlainText(valid ? commands() : tr("The configuration has a mistake."));
    start_->setToolTip(valid ? tr("Queues the runs; they train one after another")
                             : coreSentence(document_.issues().front().to_string()));
    estimate_->clear();
}

void RunPanel::estimate() {
    if (!document_.valid()) return;
    estimate_->setText(tr("measuring a second ..."));
    task_.run<results::TrainingEstimate>(
        [config = document_.runConfig()](StopToken stop) { return results::estimate_training(config, stop); },
        [this](Expected<results::TrainingEstimate> made) {
            estimate_->setText(
                made ? tr("about %1 a run, %2")
                           .arg(durationText(made->wall_s), bytesText(static_cast<double>(made->disk_bytes)))
                     : coreSentence(made.error().message));
        });
}

const runtime::JobStatus* RunPanel::firstChosen() const {
    const QModelIndexList rows = table_->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : workbench_.runs.find(jobs_.jobAt(rows.front().row()));
}

void RunPanel::showChosen() {
    refreshButtons();
    if (choosing_) return;
    QModelIndexList rows = table_->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.row() > b.row(); });
    std::vector<ShownRun> runs;
    for (const QModelIndex& row : rows) {
        const runtime::JobStatus* job = workbench_.runs.find(jobs_.jobAt(row.row()));
        if (job == nullptr) continue;
        runs.push_back({QString::fromStdString(job->title), &workbench_.pump.series(job->id), job->id,
                        QString::fromStdString(job->progress.folder.string()), nullptr});
    }
    if (!runs.empty()) shown_.show(std::move(runs));
}

void RunPanel::refreshButtons() {
    const runtime::JobStatus* job = firstChosen();
    nothing_->setVisible(jobs_.rowCount() == 0);
    const bool paused = job != nullptr && job->state == JobState::paused;
    const bool running = job != nullptr && job->state == JobState::running;
    const bool queued = job != nullptr && job->state == JobState::queued;
    pause_->setEnabled(running || paused);
    pause_->setText(paused ? tr("Resume") : tr("Pause"));
    pause_->setAccessibleName(pause_->text());
    pause_->setIcon(themedIcon(paused ? QStringLiteral("play") : QStringLiteral("pause")));
    stop_->setEnabled(running || paused || queued);
    stop_->setText(queued ? tr("Remove") : tr("Stop"));
    stop_->setAccessibleName(stop_->text());
    reveal_->setEnabled(job != nullptr && !job->progress.folder.empty());
    const bool known = job != nullptr && job->progress.fraction >= 0;
    progress_->setVisible(running || paused);
    progress_->setRange(0, running && !known ? 0 : 1000);
    if (known) progress_->setValue(static_cast<int>(1000 * job->progress.fraction));
    QString state = job == nullptr ? QString() : jobStateText(job->state);
    if (known && running && job->progress.eta_s >= 0)
        state =
            tr("%1, %2 left").arg(shareText(job->progress.fraction, 0), durationText(job->progress.eta_s));
    if (job != nullptr && !job->progress.text.empty() && job->state != JobState::failed)
        state += QStringLiteral("\n") + jobProgressText(job->progress);
    if (job != nullptr && !job->progress.folder.empty())
        state += QStringLiteral("\n") + QString::fromStdString(job->progress.folder.filename().string());
    state_->setText(state);
}

/// A failure stays in place, with what can be done about it.
void RunPanel::tellEnd(runtime::JobId id) {
    const runtime::JobStatus* job = workbench_.runs.find(id);
    if (job == nullptr || job->kind != "train" || !job->result) return;
    if (!job->progress.folder.empty())
        workbench_.settings.addRecentRun(QString::fromStdString(job->progress.folder.string()));
    if (job->state != JobState::failed) return;
    message_->showError(job->result->error());
    const std::filesystem::path folder = job->progress.folder;
    std::error_code error;
    if (!folder.empty() && std::filesystem::exists(folder / "last.pt", error))
        message_->setAction(tr("Go on from the last checkpoint"),
                            [this, folder] { resume(QString::fromStdString(folder.string())); });
    else if (job->result->error().code == ErrorCode::io_error)
        message_->setAction(tr("Choose another folder"), [this] { folder_->setFocus(); });
}

}  // namespace trimtab::ui
