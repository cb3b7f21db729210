// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/run_tool_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QResizeEvent>
#include <QToolButton>
#include <algorithm>

#include "ui/settings/theme.h"
#include "ui/text/number_text.h"

namespace trimtab::ui {
namespace {

using runtime::JobState;
using runtime::JobStatus;

/// Below it the commands are icons: what a mode shows at the end must not fall off.
constexpr int width_for_words = 1240;
/// Below it the queue is reached by its shortcut and the View menu only.
constexpr int width_for_queue = 1100;

QString stateText(const JobStatus& job) {
    const QString title = QString::fromStdString(job.title);
    switch (job.state) {
        case JobState::queued:
            return RunToolBar::tr("%1 waits").arg(title);
        case JobState::running:
            return title;
        case JobState::paused:
            return RunToolBar::tr("%1, paused").arg(title);
        case JobState::stopping:
            return RunToolBar::tr("%1, stopping and saving").arg(title);
        case JobState::finished:
            return RunToolBar::tr("%1, finished").arg(title);
        case JobState::stopped:
            return RunToolBar::tr("%1, stopped").arg(title);
        case JobState::failed:
            return RunToolBar::tr("%1, failed").arg(title);
    }
    return title;
}

bool alive(JobState state) {
    return state == JobState::running || state == JobState::paused || state == JobState::stopping;
}

}  // namespace

RunToolBar::RunToolBar(const Workbench& workbench, QWidget* parent)
    : QToolBar(tr("Run"), parent), workbench_(workbench) {
    setObjectName(QStringLiteral("runToolBar"));
    setAccessibleName(tr("Run"));
    setMovable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    toggleViewAction()->setEnabled(false);
    setIconSize({20, 20});
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);

    pause_ = workbench_.actions.add(
        {QStringLiteral("run.pause"), tr("&Pause"), CommandGroup::run, QKeySequence(Qt::Key_F6),
         QStringLiteral("pause"), tr("Holds the run that is shown, or lets it go on")},
        [this] { togglePause(); });
    stop_ = workbench_.actions.add(
        {QStringLiteral("run.stop"), tr("S&top"), CommandGroup::run, QKeySequence(Qt::SHIFT | Qt::Key_F5),
         QStringLiteral("stop"), tr("Ends the run that is shown after its step and saves a checkpoint")},
        [this] { stopFront(); });
    addNamed(pause_, nullptr);
    addNamed(stop_, nullptr);
    addSeparator();

    title_ = new QLabel(this);
    title_->setObjectName(QStringLiteral("runTitle"));
    title_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    progress_ = new QProgressBar(this);
    progress_->setObjectName(QStringLiteral("runProgress"));
    progress_->setAccessibleName(tr("Progress of the run"));
    progress_->setRange(0, 1000);
    progress_->setTextVisible(false);
    progress_->setFixedHeight(spacing);
    progress_->setMinimumWidth(8 * spacing);
    progress_->setMaximumWidth(20 * spacing);
    remaining_ = new QLabel(this);
    remaining_->setObjectName(QStringLiteral("runRemaining"));
    remaining_->setAccessibleName(tr("Time remaining"));
    remaining_->setFont(numberFont());
    remaining_->setMinimumWidth(remaining_->fontMetrics().horizontalAdvance(QStringLiteral("99 %  59 s")));
    queue_ = new QToolButton(this);
    queue_->setObjectName(QStringLiteral("runQueue"));
    queue_->setAccessibleName(tr("Queue of runs"));
    queue_->setToolTip(tr("Shows every run of this session and what waits"));
    queue_->setToolButtonStyle(Qt::ToolButtonTextOnly);
    auto* strip = new QWidget(this);
    strip->setObjectName(QStringLiteral("runStrip"));
    auto* row = new QHBoxLayout(strip);
    row->setContentsMargins(spacing, 0, spacing, 0);
    row->setSpacing(2 * spacing);
    row->addWidget(title_, 2);
    row->addWidget(progress_, 1);
    row->addWidget(remaining_);
    row->addWidget(queue_);
    addWidget(strip);
    connect(queue_, &QToolButton::clicked, this, &RunToolBar::queueRequested);

    runtime::RunService& runs = workbench_.runs;
    connect(&runs, &runtime::RunService::jobAdded, this, &RunToolBar::refresh);
    connect(&runs, &runtime::RunService::jobChanged, this, &RunToolBar::refresh);
    connect(&runs, &runtime::RunService::jobFinished, this, [this](runtime::JobId id) {
        const JobStatus* job = workbench_.runs.find(id);
        if (job != nullptr && job->lane == runtime::JobLane::compute) lastEnded_ = id;
        refresh();
    });
    refresh();
}

void RunToolBar::addStart(QAction* start) { addNamed(start, pause_); }

void RunToolBar::addNamed(QAction* action, QAction* before) {
    insertAction(before, action);
    QWidget* button = widgetForAction(action);
    button->setObjectName(action->objectName() + QStringLiteral(".button"));
    button->setAccessibleName(QString(action->text()).remove(QLatin1Char('&')));
}

void RunToolBar::addStateWidget(QWidget* widget) { addWidget(widget); }

const JobStatus* RunToolBar::frontJob() const {
    const JobStatus* front = nullptr;
    for (const JobStatus* job : workbench_.runs.jobs()) {
        if (job->lane != runtime::JobLane::compute) continue;
        if (alive(job->state)) return job;
        if (job->state == JobState::queued && front == nullptr) front = job;
    }
    return front;
}

void RunToolBar::resizeEvent(QResizeEvent* event) {
    QToolBar::resizeEvent(event);
    setToolButtonStyle(event->size().width() < width_for_words ? Qt::ToolButtonIconOnly
                                                               : Qt::ToolButtonTextBesideIcon);
    queue_->setVisible(event->size().width() >= width_for_queue);
    // The title's own size follows in the layout.
    QMetaObject::invokeMethod(this, &RunToolBar::refresh, Qt::QueuedConnection);
}

void RunToolBar::refresh() {
    const JobStatus* front = frontJob();
    const JobStatus* ended = workbench_.runs.find(lastEnded_);
    pause_->setEnabled(front && (front->state == JobState::running || front->state == JobState::paused));
    stop_->setEnabled(front && front->state != JobState::stopping);
    const bool paused = front && front->state == JobState::paused;
    pause_->setText(paused ? tr("&Resume") : tr("&Pause"));
    pause_->setIcon(themedIcon(paused ? QStringLiteral("play") : QStringLiteral("pause")));

    const QString title = front              ? stateText(*front)
                          : ended != nullptr ? stateText(*ended)
                                             : tr("Nothing runs");
    title_->setText(title_->fontMetrics().elidedText(title, Qt::ElideRight, title_->width()));
    title_->setToolTip(title);
    title_->setAccessibleName(title);
    const double fraction = front ? front->progress.fraction : -1;
    progress_->setVisible(front != nullptr);
    // An unknown fraction is the moving bar of the style.
    progress_->setRange(0, front && fraction < 0 && front->state == JobState::running ? 0 : 1000);
    progress_->setValue(static_cast<int>(1000 * std::clamp(fraction, 0.0, 1.0)));
    const bool known = front && fraction >= 0;
    QString remaining = known ? shareText(fraction, 0) : QString();
    if (known && front->progress.eta_s >= 0 && front->state == JobState::running)
        remaining += tr("  %1 left").arg(durationText(front->progress.eta_s));
    remaining_->setText(remaining);
    remaining_->setVisible(front != nullptr);
    progress_->setAccessibleDescription(remaining);

    const auto jobs = workbench_.runs.jobs();
    const auto waiting =
        std::ranges::count_if(jobs, [](const JobStatus* job) { return job->state == JobState::queued; });
    queue_->setText(waiting > 0 ? tr("Queue (%1)").arg(waiting) : tr("Queue"));
}

void RunToolBar::togglePause() {
    const JobStatus* front = frontJob();
    if (!front) return;
    if (front->state == JobState::paused)
        workbench_.runs.resume(front->id);
    else
        workbench_.runs.pause(front->id);
}

void RunToolBar::stopFront() {
    if (const JobStatus* front = frontJob()) workbench_.runs.stop(front->id);
}

}  // namespace trimtab::ui
