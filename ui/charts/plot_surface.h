// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>
#include <QWidget>
#include <memory>

#include "ui/charts/decimation.h"

namespace trimtab::ui {

/// How one curve looks. `stepped` draws staircases (replica counts).
struct CurveStyle {
    QString name;
    QColor color;
    Qt::PenStyle dash = Qt::SolidLine;
    double width = 1.5;
    bool stepped = false;
    bool inLegend = true;
};

/// Axes and curves on the screen: the product's one door to Qt Charts. It draws what it is given, already
/// reduced to the pixel width, and maps between pixels and values. GUI thread.
class PlotSurface final : public QWidget {
    Q_OBJECT

  public:
    explicit PlotSurface(QWidget* parent = nullptr);
    ~PlotSurface() override;

    /// Index of the new curve, counted from 0 since the last clearCurves().
    int addCurve(const CurveStyle& style);
    void clearCurves();
    /// Replaces the whole curve; stepped curves get their corners here.
    void setCurve(int curve, const Segments& segments);

    void setCurveColor(int curve, const QColor& color);

    void setTitles(const QString& xTitle, const QString& yTitle);
    void setXRange(double minimum, double maximum);
    void setYRange(double minimum, double maximum);
    void setLogarithmic(bool logarithmic);
    void setLegendVisible(bool visible);
    /// Reads the theme again.
    void restyle();

    /// Inside of the axes, in this widget's pixels.
    [[nodiscard]] QRectF plotRect() const;
    [[nodiscard]] QPointF toPixel(QPointF value) const;
    [[nodiscard]] QPointF toValue(QPointF pixel) const;

  Q_SIGNALS:
    void plotRectChanged();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace trimtab::ui
