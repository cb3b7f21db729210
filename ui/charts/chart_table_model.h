// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "ui/charts/time_chart.h"

namespace trimtab::ui {

/// The numbers behind a chart at the moment when it was asked for: step, episode, wall time, then a column a
/// curve. Where a long series keeps several points as one, the row has their mean and the position of the
/// first. Empty cells: no value there. GUI thread.
class ChartTableModel final : public QAbstractTableModel {
    Q_OBJECT

  public:
    static constexpr int numberRole = Qt::UserRole;  ///< the cell as a double, for sorting
    static constexpr int firstCurve = 3;             ///< column of the first curve

    explicit ChartTableModel(QObject* parent = nullptr);
    /// Reads the curves anew.
    /// wallTitle: what stands in the rows' wall time, where it is something else.
    void read(const std::vector<ChartCurve>& curves, const QString& wallTitle = {});
    /// The rows and columns as CSV (RFC 4180), numbers with a point, header first.
    [[nodiscard]] QString csv() const;
    /// Points that are one row at most; 1: every point has a row.
    [[nodiscard]] std::uint32_t pointsPerRow() const { return pointsPerRow_; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    struct Line {
        telemetry::SeriesPoint at;
        std::vector<double> values;  ///< NaN: none
    };
    [[nodiscard]] double cell(const Line& line, int column) const;

    std::vector<Line> lines_;
    std::vector<QString> names_;
    QString wallTitle_;
    std::uint32_t pointsPerRow_ = 1;
};

}  // namespace trimtab::ui
