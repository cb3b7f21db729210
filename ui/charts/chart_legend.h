// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

#include "ui/charts/curve_painter.h"

namespace trimtab::ui {

/// The names of a chart's curves behind a piece of their line, in one row; what does not fit is told by the
/// tool tip.
class ChartLegend final : public QWidget {
    Q_OBJECT

  public:
    explicit ChartLegend(QWidget* parent = nullptr);
    void setCurves(const QList<CurveStyle>& curves);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QList<CurveStyle> curves_;
};

}  // namespace trimtab::ui
