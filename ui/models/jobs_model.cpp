// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/jobs_model.h"

#include <algorithm>

#include "ui/text/core_sentence.h"
#include "ui/text/error_text.h"
#include "ui/text/number_text.h"

namespace trimtab::ui {
namespace {

using runtime::JobState;
using runtime::JobStatus;

bool shown(const JobStatus& job) {
    return job.lane == runtime::JobLane::compute || !job.command_line.empty();
}

QString progressText(const JobStatus& job) {
    if (job.state == JobState::failed && job.result && !job.result->has_value())
        return errorSentence(job.result->error());
    QString text = jobProgressText(job.progress);
    if (job.state == JobState::running && job.progress.eta_s >= 0)
        text = JobsModel::tr("%1 left, %2").arg(durationText(job.progress.eta_s), text);
    return text;
}

}  // namespace

QString jobProgressText(const runtime::JobProgress& progress) {
    return groupedNumbers(coreSentence(progress.text));
}

QString jobStateText(JobState state) {
    switch (state) {
        case JobState::queued:
            return JobsModel::tr("waits");
        case JobState::running:
            return JobsModel::tr("runs");
        case JobState::paused:
            return JobsModel::tr("paused");
        case JobState::stopping:
            return JobsModel::tr("stopping");
        case JobState::finished:
            return JobsModel::tr("finished");
        case JobState::stopped:
            return JobsModel::tr("stopped");
        case JobState::failed:
            return JobsModel::tr("failed");
    }
    return {};
}

JobsModel::JobsModel(runtime::RunService& runs, QObject* parent) : QAbstractTableModel(parent), runs_(runs) {
    for (const JobStatus* job : runs_.jobs())
        if (shown(*job)) ids_.insert(ids_.begin(), job->id);
    connect(&runs_, &runtime::RunService::jobAdded, this, &JobsModel::append);
    connect(&runs_, &runtime::RunService::jobChanged, this, &JobsModel::change);
    connect(&runs_, &runtime::RunService::jobFinished, this, &JobsModel::change);
}

void JobsModel::append(runtime::JobId id) {
    const JobStatus* job = runs_.find(id);
    if (job == nullptr || !shown(*job)) return;
    beginInsertRows({}, 0, 0);
    ids_.insert(ids_.begin(), id);
    endInsertRows();
}

void JobsModel::change(runtime::JobId id) {
    const auto it = std::ranges::find(ids_, id);
    if (it == ids_.end()) return;
    const int row = static_cast<int>(it - ids_.begin());
    Q_EMIT dataChanged(index(row, 0), index(row, columnTotal - 1));
}

runtime::JobId JobsModel::jobAt(int row) const {
    return row >= 0 && row < rowCount() ? ids_[static_cast<std::size_t>(row)] : 0;
}

int JobsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(ids_.size());
}

int JobsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : columnTotal; }

QVariant JobsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const JobStatus* job = runs_.find(jobAt(index.row()));
    if (job == nullptr) return {};
    if (role == jobRole) return static_cast<qint64>(job->id);
    if (role == fractionRole) return job->progress.fraction;
    if (role == commandRole) return QString::fromStdString(job->command_line);
    if (role == Qt::ToolTipRole) {
        if (job->state != JobState::failed || !job->result) return QString::fromStdString(job->command_line);
        return QString(progressText(*job) + QLatin1Char('\n') + errorText(job->result->error().code).advice);
    }
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
        case titleColumn:
            return QString::fromStdString(job->title);
        case stateColumn: {
            const bool known = job->progress.fraction >= 0 && job->state != JobState::queued;
            return known && job->state != JobState::finished
                       ? tr("%1, %2").arg(jobStateText(job->state), shareText(job->progress.fraction, 0))
                       : jobStateText(job->state);
        }
        case progressColumn:
            return progressText(*job);
        default:
            return {};
    }
}

QVariant JobsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case titleColumn:
            return tr("Run");
        case stateColumn:
            return tr("State");
        case progressColumn:
            return tr("Progress");
        default:
            return {};
    }
}

}  // namespace trimtab::ui
