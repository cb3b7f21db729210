// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QPointer>

#include "ui/charts/chart_table_model.h"

class QLabel;

namespace trimtab::ui {

/// The numbers behind one chart in a window of its own: sort, read again, copy as CSV. GUI thread.
class ChartTable final : public QDialog {
    Q_OBJECT

  public:
    explicit ChartTable(TimeChart& chart, QWidget* parent = nullptr);
    [[nodiscard]] ChartTableModel& model() { return model_; }

  private:
    void readAgain();

    QPointer<TimeChart> chart_;
    ChartTableModel model_;
    QLabel* note_;
};

}  // namespace trimtab::ui
