// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QScrollArea>

class QGridLayout;

namespace trimtab::ui {

class TimeChart;

/// Charts side by side in as many columns as there is room for, scrolling where they would become too flat.
/// GUI thread.
class ChartBoard final : public QScrollArea {
    Q_OBJECT

  public:
    explicit ChartBoard(QWidget* parent = nullptr);
    /// The board owns the chart.
    void add(TimeChart* chart);
    [[nodiscard]] const QList<TimeChart*>& charts() const { return charts_; }

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    void arrange();

    QGridLayout* grid_;
    QList<TimeChart*> charts_;
    int columns_ = 0;
    int arranged_ = 0;
};

}  // namespace trimtab::ui
