// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QEvent>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpressionValidator>
#include <QSpinBox>
#include <QTableView>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

#include "ui/settings/theme.h"
#include "ui/views/train/run_panel.h"
#include "ui/widgets/inline_message.h"

namespace trimtab::ui {
namespace {

constexpr int most_runs = 50;

QToolButton* button(const char* name, const QString& icon, const QString& text, QWidget* parent) {
    auto* made = new QToolButton(parent);
    made->setObjectName(QLatin1String(name));
    made->setProperty("iconName", icon);
    made->setText(text);
    made->setAccessibleName(text);
    made->setToolTip(text);
    made->setAutoRaise(true);
    made->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    return made;
}

}  // namespace

RunPanel::RunPanel(const Workbench& workbench, ExperimentDocument& document, ShownRuns& shown,
                   QWidget* parent)
    : QWidget(parent), workbench_(workbench), document_(document), shown_(shown), jobs_(workbench.runs) {
    setObjectName(QStringLiteral("runPanel"));
    build();
    connect(&document_, &ExperimentDocument::changed, this, [this] {
        const QString seed = QString::number(document_.config().training.seed);
        if (document_.valid() && !seed_->hasFocus()) seed_->setText(seed);
        refreshCommand();
    });
    connect(&document_, &ExperimentDocument::titleChanged, this, &RunPanel::refreshCommand);
    connect(seed_, &QLineEdit::textChanged, this, &RunPanel::refreshCommand);
    connect(runs_, &QSpinBox::valueChanged, this, &RunPanel::refreshCommand);
    connect(folder_, &QLineEdit::textChanged, this, &RunPanel::refreshCommand);
    connect(folder_, &QLineEdit::editingFinished, this, [this] {
        if (!folder_->text().isEmpty()) workbench_.settings.setResultsDir(folder_->text());
    });
    connect(start_, &QPushButton::clicked, this, &RunPanel::start);
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RunPanel::showChosen);
    connect(&workbench_.runs, &runtime::RunService::jobChanged, this, [this](runtime::JobId id) {
        if (const runtime::JobStatus* job = workbench_.runs.find(id);
            job != nullptr && !job->progress.folder.empty())
            shown_.setFolder(id, QString::fromStdString(job->progress.folder.string()));
        refreshButtons();
    });
    connect(&workbench_.runs, &runtime::RunService::jobFinished, this, [this](runtime::JobId id) {
        refreshButtons();
        tellEnd(id);
    });
    connect(pause_, &QToolButton::clicked, this, [this] {
        const runtime::JobStatus* job = firstChosen();
        if (job == nullptr) return;
        if (job->state == runtime::JobState::paused)
            workbench_.runs.resume(job->id);
        else
            workbench_.runs.pause(job->id);
    });
    connect(stop_, &QToolButton::clicked, this, [this] {
        for (const QModelIndex& row : table_->selectionModel()->selectedRows())
            workbench_.runs.stop(jobs_.jobAt(row.row()));
    });
    connect(reveal_, &QToolButton::clicked, this, [this] {
        if (const runtime::JobStatus* job = firstChosen())
            QDesktopServices::openUrl(
                QUrl::fromLocalFile(QString::fromStdString(job->progress.folder.string())));
    });
    refreshCommand();
    refreshButtons();
    restyle();
}

void RunPanel::build() {
    message_ = new InlineMessage(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(message_);
    column->addWidget(makeSettings());
    column->addWidget(makeQueue(), 1);
}

QWidget* RunPanel::makeSettings() {
    auto* box = new QWidget(this);
    auto* form = new QFormLayout(box);
    form->setContentsMargins(spacing, spacing, spacing, spacing);
    form->setSpacing(spacing);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    seed_ = new QLineEdit(QString::number(document_.config().training.seed), box);
    seed_->setObjectName(QStringLiteral("runSeed"));
    seed_->setAccessibleName(tr("Seed of the first run"));
    seed_->setFont(numberFont());
    seed_->setValidator(
        new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[0-9]{1,15}")), seed_));
    runs_ = new QSpinBox(box);
    runs_->setObjectName(QStringLiteral("runCount"));
    runs_->setAccessibleName(tr("Number of runs, each with the next seed"));
    runs_->setToolTip(runs_->accessibleName());
    runs_->setRange(1, most_runs);
    auto* seeds = new QHBoxLayout;
    seeds->setSpacing(spacing);
    seeds->addWidget(seed_, 1);
    seeds->addWidget(new QLabel(tr("Runs"), box));
    seeds->addWidget(runs_);
    folder_ = new QLineEdit(workbench_.settings.resultsDir(), box);
    folder_->setObjectName(QStringLiteral("runFolder"));
    folder_->setAccessibleName(tr("Folder for the results"));
    auto* browse =
        button("runBrowse", QStringLiteral("folder"), tr("Choose the folder for the results"), box);
    browse->setToolButtonStyle(Qt::ToolButtonIconOnly);
    connect(browse, &QToolButton::clicked, this, [this] {
        const QString dir =
            QFileDialog::getExistingDirectory(this, tr("Folder for the results"), folder_->text());
        if (dir.isEmpty()) return;
        folder_->setText(dir);
        workbench_.settings.setResultsDir(dir);
    });
    auto* folders = new QHBoxLayout;
    folders->setSpacing(spacing / 2);
    folders->addWidget(folder_, 1);
    folders->addWidget(browse);
    form->addRow(tr("Seed"), seeds);
    form->addRow(tr("Results"), folders);

    command_ = new QPlainTextEdit(box);
    command_->setObjectName(QStringLiteral("runCommand"));
    command_->setAccessibleName(tr("The command line that does the same"));
    command_->setToolTip(command_->accessibleName());
    command_->setReadOnly(true);
    command_->setTabChangesFocus(true);
    command_->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    command_->setFixedHeight(7 * spacing);
    auto* copy = button("runCopyCommand", QStringLiteral("copy"), tr("Copy the command line"), box);
    copy->setToolButtonStyle(Qt::ToolButtonIconOnly);
    connect(copy, &QToolButton::clicked, this,
            [this] { QApplication::clipboard()->setText(command_->toPlainText()); });
    auto* line = new QHBoxLayout;
    line->setSpacing(spacing / 2);
    line->addWidget(command_, 1);
    line->addWidget(copy, 0, Qt::AlignTop);
    form->addRow(line);

    start_ = new QPushButton(tr("Start training"), box);
    start_->setObjectName(QStringLiteral("runStart"));
    start_->setAccessibleName(tr("Start training"));
    start_->setProperty("iconName", QStringLiteral("play"));
    start_->setDefault(true);
    auto* howLong = button("runEstimate", QStringLiteral("clock"), tr("How long?"), box);
    howLong->setToolTip(tr("Trains for a second to tell time and disk space"));
    connect(howLong, &QToolButton::clicked, this, &RunPanel::estimate);
    estimate_ = new QLabel(box);
    estimate_->setObjectName(QStringLiteral("runEstimateText"));
    estimate_->setWordWrap(true);
    auto* go = new QHBoxLayout;
    go->setSpacing(spacing);
    go->addWidget(start_);
    go->addWidget(howLong);
    go->addWidget(estimate_, 1);
    form->addRow(go);
    return box;
}

QWidget* RunPanel::makeQueue() {
    auto* box = new QWidget(this);
    table_ = new QTableView(box);
    table_->setObjectName(QStringLiteral("runQueue"));
    table_->setAccessibleName(tr("Trainings of this session; the chosen ones are drawn"));
    table_->setToolTip(tr("The chosen runs are drawn; Ctrl or Shift chooses several"));
    table_->setModel(&jobs_);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setShowGrid(false);
    table_->setWordWrap(false);
    table_->setFrameShape(QFrame::NoFrame);
    table_->setMinimumHeight(8 * spacing);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(3 * spacing);
    table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table_->horizontalHeader()->setHighlightSections(false);
    table_->horizontalHeader()->setSectionResizeMode(JobsModel::titleColumn, QHeaderView::Stretch);
    table_->hideColumn(JobsModel::progressColumn);
    table_->setColumnWidth(JobsModel::stateColumn, 12 * spacing);
    pause_ = button("runPause", QStringLiteral("pause"), tr("Resume"), box);
    // The longer of its two words: the panel must not grow when a run is held.
    pause_->setMinimumWidth(pause_->sizeHint().width());
    stop_ = button("runStop", QStringLiteral("stop"), tr("Stop"), box);
    reveal_ = button("runReveal", QStringLiteral("folder"), tr("Open folder"), box);
    progress_ = new QProgressBar(box);
    progress_->setObjectName(QStringLiteral("runPanelProgress"));
    progress_->setAccessibleName(tr("Progress of the chosen run"));
    progress_->setTextVisible(false);
    progress_->setFixedHeight(spacing);
    state_ = new QLabel(box);
    state_->setObjectName(QStringLiteral("runState"));
    state_->setFont(numberFont());
    state_->setWordWrap(true);
    state_->setMinimumWidth(1);
    state_->setContentsMargins(spacing, 0, spacing, spacing);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(spacing, 0, spacing, 0);
    row->setSpacing(spacing / 2);
    for (QToolButton* each : {pause_, stop_, reveal_}) row->addWidget(each);
    row->addStretch();
    auto* finished = button("runOpen", QStringLiteral("open"), tr("Show a finished training"), box);
    finished->setToolButtonStyle(Qt::ToolButtonIconOnly);
    connect(finished, &QToolButton::clicked, this, &RunPanel::askForRun);
    row->addWidget(finished);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(spacing, spacing / 2, spacing, spacing / 2);
    bar->addWidget(progress_);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing / 2);
    nothing_ = new QLabel(tr("No training in this session yet."), table_->viewport());
    nothing_->setEnabled(false);
    nothing_->setContentsMargins(spacing, spacing, spacing, spacing);
    column->addWidget(table_, 1);
    column->addLayout(row);
    column->addLayout(bar);
    column->addWidget(state_);
    return box;
}

void RunPanel::askForRun() {
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Show a finished training"),
                                                             workbench_.settings.resultsDir());
    if (!folder.isEmpty()) Q_EMIT runRequested(folder);
}

void RunPanel::restyle() {
    for (QAbstractButton* each : findChildren<QAbstractButton*>())
        if (const QString icon = each->property("iconName").toString(); !icon.isEmpty())
            each->setIcon(themedIcon(icon));
    refreshButtons();
}

void RunPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) restyle();
}

}  // namespace trimtab::ui
