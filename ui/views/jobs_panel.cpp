// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/jobs_panel.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QStackedLayout>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/settings/theme.h"
#include "ui/widgets/empty_state.h"

namespace trimtab::ui {
namespace {

using runtime::JobState;

QToolButton* button(const QString& name, const QString& icon, const QString& text, QWidget* parent) {
    auto* made = new QToolButton(parent);
    made->setObjectName(name);
    made->setIcon(themedIcon(icon));
    made->setText(text);
    made->setAccessibleName(text);
    made->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    made->setAutoRaise(true);
    return made;
}

}  // namespace

JobsPanel::JobsPanel(const Workbench& workbench, QWidget* parent)
    : QWidget(parent),
      workbench_(workbench),
      model_(workbench.runs),
      table_(new QTableView(this)),
      stack_(new QStackedLayout),
      pause_(button(QStringLiteral("jobPause"), QStringLiteral("pause"), tr("Pause"), this)),
      stop_(button(QStringLiteral("jobStop"), QStringLiteral("stop"), tr("Stop"), this)),
      copy_(button(QStringLiteral("jobCopy"), QStringLiteral("copy"), tr("Copy command line"), this)),
      show_(button(QStringLiteral("jobShow"), QStringLiteral("eye"), tr("Show"), this)) {
    setObjectName(QStringLiteral("jobsPanel"));
    table_->setObjectName(QStringLiteral("jobsTable"));
    table_->setAccessibleName(tr("Runs of this session"));
    table_->setModel(&model_);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setShowGrid(false);
    table_->setWordWrap(false);
    table_->setFrameShape(QFrame::NoFrame);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(3 * spacing);
    table_->horizontalHeader()->setStretchLastSection(true);
    table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table_->horizontalHeader()->setHighlightSections(false);
    table_->setColumnWidth(JobsModel::titleColumn, 40 * spacing);
    table_->setColumnWidth(JobsModel::stateColumn, 18 * spacing);

    auto* empty =
        new EmptyState(QStringLiteral("queue"), tr("Nothing has been run since the window was opened."));
    empty->setAction(tr("Go to Train"),
                     [this] { Q_EMIT workbench_.requests.modeRequested(QStringLiteral("train")); });
    stack_->addWidget(empty);
    stack_->addWidget(table_);

    auto* row = new QHBoxLayout;
    row->setContentsMargins(spacing, spacing / 2, spacing, spacing / 2);
    row->setSpacing(spacing);
    for (QToolButton* each : {show_, pause_, stop_, copy_}) row->addWidget(each);
    row->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addLayout(stack_, 1);

    connect(pause_, &QToolButton::clicked, this, [this] {
        const auto* job = selected();
        if (job == nullptr) return;
        if (job->state == JobState::paused)
            workbench_.runs.resume(job->id);
        else
            workbench_.runs.pause(job->id);
    });
    connect(stop_, &QToolButton::clicked, this, [this] {
        if (const auto* job = selected()) workbench_.runs.stop(job->id);
    });
    connect(copy_, &QToolButton::clicked, this, [this] {
        if (const auto* job = selected())
            QApplication::clipboard()->setText(QString::fromStdString(job->command_line));
    });
    const auto open = [this] {
        if (const auto* job = selected()) Q_EMIT workbench_.requests.jobRequested(job->id);
    };
    connect(show_, &QToolButton::clicked, this, open);
    connect(table_, &QTableView::activated, this, open);
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &JobsPanel::refreshButtons);
    connect(&model_, &QAbstractItemModel::dataChanged, this, &JobsPanel::refreshButtons);
    connect(&model_, &QAbstractItemModel::rowsInserted, this, [this] {
        // The newest run is what a person wants to act on.
        table_->selectRow(0);
        refreshButtons();
    });
    refreshButtons();
}

const runtime::JobStatus* JobsPanel::selected() const {
    const QModelIndexList rows = table_->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : workbench_.runs.find(model_.jobAt(rows.front().row()));
}

void JobsPanel::refreshButtons() {
    stack_->setCurrentIndex(model_.rowCount() == 0 ? 0 : 1);
    const auto* job = selected();
    const bool paused = job != nullptr && job->state == JobState::paused;
    const bool queued = job != nullptr && job->state == JobState::queued;
    pause_->setEnabled(paused || (job != nullptr && job->state == JobState::running));
    pause_->setText(paused ? tr("Resume") : tr("Pause"));
    pause_->setAccessibleName(pause_->text());
    pause_->setIcon(themedIcon(paused ? QStringLiteral("play") : QStringLiteral("pause")));
    stop_->setEnabled(pause_->isEnabled() || queued);
    stop_->setText(queued ? tr("Remove from the queue") : tr("Stop"));
    stop_->setAccessibleName(stop_->text());
    copy_->setEnabled(job != nullptr && !job->command_line.empty());
    show_->setEnabled(job != nullptr);
}

}  // namespace trimtab::ui
