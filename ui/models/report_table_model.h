// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include "core/results/figure_spec.h"
#include "core/results/report_document.h"

namespace trimtab::ui {

/// A table of a report on the screen: best cells bold, verdicts in the colour of their word. Sorting compares
/// the numbers that cells begin with. GUI thread.
class ReportTableModel final : public QAbstractTableModel {
    Q_OBJECT

  public:
    explicit ReportTableModel(QObject* parent = nullptr);

    void setTable(results::ReportTable table);
    [[nodiscard]] const results::ReportTable& table() const { return table_; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

  private:
    [[nodiscard]] const results::ReportCell* cell(const QModelIndex& index) const;

    results::ReportTable table_;
};

/// Every value of a figure: panel, series, x, y and the ends of its interval.
[[nodiscard]] results::ReportTable figureDataTable(const results::FigureSpec& figure);

}  // namespace trimtab::ui
