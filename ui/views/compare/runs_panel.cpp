// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/compare/runs_panel.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/settings/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/table_view.h"

namespace trimtab::ui {
namespace {

QPushButton* button(const QString& text, const QString& objectName, const QString& help, QWidget* parent) {
    auto* made = new QPushButton(text, parent);
    made->setObjectName(objectName);
    made->setAccessibleName(help);
    made->setToolTip(help);
    made->setEnabled(false);
    return made;
}

}  // namespace

RunsPanel::RunsPanel(QWidget* parent)
    : QWidget(parent),
      model_(notes_),
      words_(new QLineEdit(this)),
      kind_(new QComboBox(this)),
      table_(new TableView(tr("Runs"), this)),
      stack_(new QStackedWidget(this)),
      empty_(new EmptyState(QStringLiteral("folder"), tr("Reading the results folder."), this)),
      message_(new InlineMessage(this)) {
    words_->setObjectName(QStringLiteral("runFilter"));
    words_->setAccessibleName(tr("Filter runs"));
    words_->setPlaceholderText(tr("Filter by name, profile, seed, tag or note"));
    words_->setClearButtonEnabled(true);
    kind_->setObjectName(QStringLiteral("runKind"));
    kind_->setAccessibleName(tr("Kind of run"));
    kind_->addItem(tr("All runs"), QString());
    kind_->addItem(tr("Trainings"), QStringLiteral("training"));
    kind_->addItem(tr("Evaluations"), QStringLiteral("evaluation"));
    kind_->addItem(tr("Comparisons"), QStringLiteral("comparison"));
    buildTable();

    auto* filterRow = new QHBoxLayout;
    filterRow->setContentsMargins(spacing, spacing, spacing, 0);
    filterRow->addWidget(words_, 1);
    filterRow->addWidget(kind_);
    filterRow->addWidget(buildFolderButton());
    open_ = button(tr("Open"), QStringLiteral("openRun"), tr("Shows the selected run"), this);
    charts_ = button(tr("Show in Train"), QStringLiteral("showInTrain"),
                     tr("Draws every metric of the selected training in the charts of Train"), this);
    compare_ = button(tr("Compare…"), QStringLiteral("compareRuns"),
                      tr("Compares the models of the selected trainings with baselines"), this);
    export_ = button(tr("Export…"), QStringLiteral("exportRuns"),
                     tr("Figures and reports of the selected runs"), this);
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(spacing, 0, spacing, 0);
    for (QPushButton* each : {open_, charts_, compare_, export_}) buttons->addWidget(each);
    buttons->addStretch();
    stack_->addWidget(table_);
    stack_->addWidget(empty_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, spacing);
    column->setSpacing(spacing);
    column->addLayout(filterRow);
    column->addWidget(message_);
    column->addWidget(stack_, 1);
    column->addWidget(buildDetails());
    column->addLayout(buttons);

    connect(words_, &QLineEdit::textChanged, this, &RunsPanel::setFilter);
    connect(kind_, &QComboBox::currentIndexChanged, this, [this] {
        filter_.setKind(kind_->currentData().toString());
        refresh();
    });
    connect(&library_, &RunLibrary::scannedAgain, this, [this] {
        model_.setRuns(library_.runs());
        refresh();
        applySelection();
    });
    connect(&notes_, &RunNotes::failed, this, [this](const QString& reason) {
        message_->showMessage(MessageTone::warning, tr("Tags and notes"), reason);
    });
    connect(&notes_, &RunNotes::loaded, this, &RunsPanel::showDetails);
    const auto folders = [this] {
        QStringList out;
        for (const auto& run : selectedRuns()) out.append(QString::fromStdString(run.folder.string()));
        return out;
    };
    connect(open_, &QPushButton::clicked, this, [this, folders] {
        if (const QStringList chosen = folders(); !chosen.isEmpty()) Q_EMIT openRequested(chosen.front());
    });
    connect(charts_, &QPushButton::clicked, this, [this, folders] {
        if (const QStringList chosen = folders(); !chosen.isEmpty()) Q_EMIT chartsRequested(chosen.front());
    });
    connect(compare_, &QPushButton::clicked, this, [this] {
        QStringList models;
        for (const auto& run : selectedRuns())
            if (run.kind == "training") models.append(QString::fromStdString(run.folder.string()));
        Q_EMIT compareRequested(models);
    });
    connect(export_, &QPushButton::clicked, this, [this, folders] { Q_EMIT exportRequested(folders()); });
    refresh();
    showDetails();
}

void RunsPanel::buildTable() {
    filter_.setSourceModel(&model_);
    table_->setObjectName(QStringLiteral("runTable"));
    table_->setModel(&filter_);
    table_->setSortingEnabled(true);
    table_->sortByColumn(RunListModel::startedColumn, Qt::DescendingOrder);
    table_->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::SelectedClicked);
    const QFontMetrics metrics = fontMetrics();
    const auto wide = [&](int column, const char* text) {
        table_->setColumnWidth(column, metrics.horizontalAdvance(QLatin1String(text)) + 24);
    };
    wide(RunListModel::nameColumn, "comparison_20260101_12000");
    wide(RunListModel::stateColumn, "finished");
    wide(RunListModel::profileColumn, "published");
    wide(RunListModel::seedColumn, "1, 2, 3");
    wide(RunListModel::returnColumn, "Best return");
    wide(RunListModel::stepsColumn, "10,000,000");
    wide(RunListModel::startedColumn, "2026-01-01 12:00");
    table_->horizontalHeader()->setStretchLastSection(true);
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        showDetails();
        Q_EMIT selectionChanged();
    });
    connect(table_, &TableView::activatedRow, this, [this](const QModelIndex& index) {
        if (index.column() != RunListModel::tagsColumn)
            Q_EMIT openRequested(index.data(RunListModel::folderRole).toString());
    });
}

QWidget* RunsPanel::buildFolderButton() {
    folder_ = new QToolButton(this);
    folder_->setObjectName(QStringLiteral("runsFolder"));
    folder_->setAccessibleName(tr("Folder of the runs"));
    folder_->setIcon(themedIcon(QStringLiteral("folder")));
    folder_->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(folder_);
    menu->addAction(tr("My results folder"), this, &RunsPanel::homeRequested);
    menu->addAction(tr("Sample results"), this, &RunsPanel::samplesRequested);
    menu->addAction(tr("Another folder…"), this, [this] {
        const QString folder =
            QFileDialog::getExistingDirectory(this, tr("Folder of run folders"), library_.folder());
        if (!folder.isEmpty()) setFolder(QDir::cleanPath(folder));
    });
    folder_->setMenu(menu);
    return folder_;
}

QWidget* RunsPanel::buildDetails() {
    details_ = new QWidget(this);
    detailTitle_ = new QLabel(details_);
    detailTitle_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    detailTitle_->setWordWrap(true);
    detailTitle_->setAccessibleName(tr("Selected run"));
    tags_ = new QLineEdit(details_);
    tags_->setObjectName(QStringLiteral("runTags"));
    tags_->setAccessibleName(tr("Tags of the selected run"));
    tags_->setPlaceholderText(tr("Tags, with commas between"));
    note_ = new QPlainTextEdit(details_);
    note_->setObjectName(QStringLiteral("runNote"));
    note_->setAccessibleName(tr("Note on the selected run"));
    note_->setPlaceholderText(tr("Note"));
    note_->setTabChangesFocus(true);
    note_->setFixedHeight(fontMetrics().lineSpacing() * 3 + 12);
    auto* column = new QVBoxLayout(details_);
    column->setContentsMargins(spacing, 0, spacing, 0);
    column->setSpacing(spacing / 2);
    column->addWidget(detailTitle_);
    column->addWidget(tags_);
    column->addWidget(note_);
    connect(tags_, &QLineEdit::editingFinished, this, &RunsPanel::saveNote);
    connect(note_, &QPlainTextEdit::textChanged, this, &RunsPanel::saveNote);
    return details_;
}

void RunsPanel::setFolder(const QString& resultsDir) {
    notes_.setFolder(resultsDir);
    library_.setFolder(resultsDir);
    folder_->setToolTip(tr("Runs in %1").arg(QDir::toNativeSeparators(resultsDir)));
    model_.setRuns(library_.runs());
    refresh();
}

void RunsPanel::refresh() {
    const bool none = model_.rowCount() == 0;
    if (none && !library_.scanned()) {
        empty_->setCause(tr("Reading %1.").arg(QDir::toNativeSeparators(library_.folder())));
        empty_->setAction({}, {});
    } else if (none) {
        empty_->setCause(tr("There is no run in %1 yet.").arg(QDir::toNativeSeparators(library_.folder())));
        empty_->setAction(tr("Open sample results"), [this] { Q_EMIT samplesRequested(); });
    } else if (filter_.rowCount() == 0) {
        empty_->setCause(tr("No run matches the filter."));
        empty_->setAction(tr("Clear the filter"), [this] {
            words_->clear();
            kind_->setCurrentIndex(0);
        });
    }
    stack_->setCurrentWidget(filter_.rowCount() == 0 ? static_cast<QWidget*>(empty_) : table_);
}

void RunsPanel::setFilter(const QString& text) {
    filter_.setWords(text);
    refresh();
}

std::vector<results::LibraryRun> RunsPanel::selectedRuns() const {
    std::vector<int> rows;
    for (const QModelIndex& index : table_->selectionModel()->selectedRows()) rows.push_back(index.row());
    std::ranges::sort(rows);
    std::vector<results::LibraryRun> runs;
    for (const int row : rows) runs.push_back(model_.run(filter_.mapToSource(filter_.index(row, 0)).row()));
    return runs;
}

void RunsPanel::selectFolders(const QStringList& folders) {
    wanted_ = folders;
    applySelection();
}

void RunsPanel::applySelection() {
    if (wanted_.isEmpty()) return;
    QItemSelection selection;
    for (const QString& folder : wanted_) {
        const int row = model_.rowOf(folder);
        if (row < 0) continue;
        const QModelIndex first = filter_.mapFromSource(model_.index(row, 0));
        if (first.isValid()) selection.select(first, filter_.index(first.row(), filter_.columnCount() - 1));
    }
    if (selection.isEmpty()) return;
    wanted_.clear();
    table_->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    table_->scrollTo(selection.indexes().front());
}

void RunsPanel::showDetails() {
    const auto runs = selectedRuns();
    const bool any = !runs.empty();
    open_->setEnabled(runs.size() == 1);
    charts_->setEnabled(runs.size() == 1 && runs.front().kind == "training");
    export_->setEnabled(any);
    compare_->setEnabled(std::ranges::any_of(runs, [](const auto& run) { return run.kind == "training"; }));
    details_->setVisible(runs.size() == 1);
    if (runs.size() != 1) {
        noteRun_.clear();
        return;
    }
    const QString name = runName(runs.front());
    QString title = QStringLiteral("<b>%1</b>").arg(name.toHtmlEscaped());
    for (const std::string& problem : runs.front().problems)
        title += QStringLiteral("<br>") + QString::fromStdString(problem).toHtmlEscaped();
    detailTitle_->setText(title);
    const RunNote note = notes_.note(name);
    // Typing must not be disturbed by the list being read again.
    if (noteRun_ == name && (note_->hasFocus() || tags_->hasFocus())) return;
    noteRun_ = name;
    const QSignalBlocker quietTags(tags_), quietNote(note_);
    tags_->setText(note.tags.join(QStringLiteral(", ")));
    note_->setPlainText(note.text);
}

void RunsPanel::saveNote() {
    if (!noteRun_.isEmpty()) notes_.setNote(noteRun_, {tagsOf(tags_->text()), note_->toPlainText()});
}

}  // namespace trimtab::ui
