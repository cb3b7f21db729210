// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "core/results/figure_spec.h"
#include "ui/models/report_table_model.h"

namespace trimtab::ui {

/// The numbers behind a figure as a table, to copy or to save as CSV. GUI thread.
class FigureDataDialog final : public QDialog {
    Q_OBJECT

  public:
    explicit FigureDataDialog(const results::FigureSpec& figure, QWidget* parent = nullptr);

  private:
    ReportTableModel model_;
};

}  // namespace trimtab::ui
