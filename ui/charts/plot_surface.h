// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QString>
#include <QWidget>
#include <memory>

#include "ui/charts/curve_painter.h"

namespace trimtab::ui {

/// A coloured stretch of the x axis in a strip at the top of the plot, with a word in it where there is room.
struct ChartBand {
    double from = 0, to = 0;
    QColor color;
    QString text;
    friend bool operator==(const ChartBand&, const ChartBand&) = default;
};

/// A horizontal line at a value (an SLO) with its name.
struct ChartLevel {
    double y = 0;
    QString text;
    friend bool operator==(const ChartLevel&, const ChartLevel&) = default;
};

/// Axes and curves on the screen: the product's one door to Qt Charts, which lays out and draws the axes.
/// They are kept as a picture until a range, the size or the theme changes; curves, already reduced to the
/// pixel width, are painted over it. Maps between pixels and values. GUI thread.
class PlotSurface final : public QWidget {
    Q_OBJECT

  public:
    explicit PlotSurface(QWidget* parent = nullptr);
    ~PlotSurface() override;

    /// Index of the new curve, counted from 0 since the last clearCurves().
    int addCurve(const CurveStyle& style);
    void clearCurves();
    /// Replaces the whole curve; stepped curves get their corners when they are drawn.
    void setCurve(int curve, const Segments& segments);
    void setCurveColor(int curve, const QColor& color);
    void setBands(const QList<ChartBand>& bands);
    void setLevels(const QList<ChartLevel>& levels);

    void setTitles(const QString& xTitle, const QString& yTitle);
    void setXRange(double minimum, double maximum);
    void setYRange(double minimum, double maximum);
    void setLogarithmic(bool logarithmic);
    /// Without data the axes have no numbers, as those would mean nothing.
    void setNumbersShown(bool shown);
    /// Counts: no tick between two whole numbers of y.
    void setWholeNumbers(bool whole);
    /// Reads the theme again.
    void restyle();

    /// Where the plot would begin by itself, and where it begins at least from now on, in pixels: so that
    /// charts below each other share their x axis to the pixel.
    [[nodiscard]] double ownLeft();
    void alignLeft(double left);

    /// Inside of the axes, in this widget's pixels.
    [[nodiscard]] QRectF plotRect();
    [[nodiscard]] QPointF toPixel(QPointF value) const;
    [[nodiscard]] QPointF toValue(QPointF pixel) const;

  Q_SIGNALS:
    void plotRectChanged();

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void layOut();
    void drawAxes();
    void drawFrame();
    void axesChanged();
    void curvesChanged();

    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace trimtab::ui
