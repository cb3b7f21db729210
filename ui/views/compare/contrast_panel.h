// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/results/run_library.h"
#include "ui/models/report_table_model.h"

class QLabel;
class QStackedWidget;

namespace trimtab::ui {

class EmptyState;
class TableView;

/// The configuration keys in which the selected runs differ, a column a run. GUI thread.
class ContrastPanel final : public QWidget {
    Q_OBJECT

  public:
    explicit ContrastPanel(QWidget* parent = nullptr);

    void setRuns(const std::vector<results::LibraryRun>& runs);
    [[nodiscard]] const ReportTableModel& model() const { return model_; }

  private:
    ReportTableModel model_;
    QStackedWidget* stack_;
    TableView* table_;
    EmptyState* empty_;
};

}  // namespace trimtab::ui
