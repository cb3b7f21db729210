// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/models/run_filter_model.h"
#include "ui/models/run_library.h"
#include "ui/models/run_list_model.h"
#include "ui/models/run_notes.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace trimtab::ui {

class EmptyState;
class InlineMessage;
class TableView;

/// The run library: every run of the results folder, with filter, tags and notes. GUI thread.
class RunsPanel final : public QWidget {
    Q_OBJECT

  public:
    explicit RunsPanel(QWidget* parent = nullptr);

    void setFolder(const QString& resultsDir);
    [[nodiscard]] const RunLibrary& library() const { return library_; }
    /// The selected runs, in the order of the table.
    [[nodiscard]] std::vector<results::LibraryRun> selectedRuns() const;
    /// Selects these where they are in the list, now or once they have been read.
    void selectFolders(const QStringList& folders);

  Q_SIGNALS:
    void selectionChanged();
    void openRequested(const QString& folder);
    void compareRequested(const QStringList& folders);
    void exportRequested(const QStringList& folders);
    /// The selected training, in the charts of Train.
    void chartsRequested(const QString& folder);
    void samplesRequested();
    /// Back to the results folder of the preferences.
    void homeRequested();

  private:
    void buildTable();
    QWidget* buildFolderButton();
    QWidget* buildDetails();
    void refresh();
    void showDetails();
    void saveNote();
    void applySelection();
    void setFilter(const QString& text);

    RunLibrary library_;
    RunNotes notes_;
    RunListModel model_;
    RunFilterModel filter_;
    QLineEdit* words_;
    QComboBox* kind_;
    QToolButton* folder_ = nullptr;
    TableView* table_;
    QStackedWidget* stack_;
    EmptyState* empty_;
    InlineMessage* message_;
    QWidget* details_;
    QLabel* detailTitle_;
    QLineEdit* tags_;
    QPlainTextEdit* note_;
    QPushButton* open_;
    QPushButton* charts_;
    QPushButton* compare_;
    QPushButton* export_;
    QString noteRun_;  ///< whose note is shown
    QStringList wanted_;
};

}  // namespace trimtab::ui
