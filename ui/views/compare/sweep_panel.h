// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>
#include <functional>
#include <memory>
#include <string>

#include "core/results/sweep_reading.h"
#include "core/runtime/background_task.h"
#include "ui/models/report_table_model.h"

class QLabel;
class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace trimtab::ui {

class CommandLineBox;
class EmptyState;
class InlineMessage;
class ReportPage;
class TableView;

/// A sweep: its configurations with intervals and the best of them as `trimtab sweep` reports it, the table
/// of its runs, and the way to its comparison with the baselines. Read in a thread, and read again while runs
/// are outstanding. GUI thread.
class SweepPanel final : public QWidget {
    Q_OBJECT

  public:
    explicit SweepPanel(QWidget* parent = nullptr);

    /// A sweep's folder; one that cannot be read leaves what is shown and says why.
    void openFolder(const QString& folder);
    /// A sweep file and what is done of it in a results folder.
    void openFile(const QString& file, const QString& resultsDir);
    /// Null before the first was read.
    [[nodiscard]] const results::SweepReading* reading() const { return reading_.get(); }

  Q_SIGNALS:
    /// Something was read; its folder may not exist yet.
    void opened(const QString& folder);
    void runRequested(const QString& folder);
    void comparisonRequested(const QString& folder);

  protected:
    void showEvent(QShowEvent* event) override;

  private:
    using Read = std::function<Expected<results::SweepReading>(StopToken)>;
    struct Page;
    void buildRuns();
    void open(Read read, const QString& command);
    void readAgain();
    /// Reads, and does in the same thread all that showing needs.
    [[nodiscard]] std::function<Expected<Page>(StopToken)> prepare(Read read) const;
    void show(Page page);
    void showRuns(const results::ReportTable& runs);
    [[nodiscard]] QString summary() const;

    Read read_;
    std::shared_ptr<const results::SweepReading> reading_;
    std::string resultText_;  ///< what the page of configurations shows, as JSON; empty: nothing yet
    QTimer again_;
    InlineMessage* message_;
    QStackedWidget* stack_;
    EmptyState* empty_;
    QLabel* title_;
    QPushButton* comparison_;
    CommandLineBox* command_;
    QTabWidget* tabs_;
    ReportPage* result_;
    TableView* runs_;
    ReportTableModel runModel_;
    runtime::BackgroundTask reader_;
};

}  // namespace trimtab::ui
