// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>
#include <optional>
#include <vector>

#include "ui/charts/chart_overlay.h"
#include "ui/charts/plot_surface.h"

class QLabel;

namespace trimtab::ui {

class CrosshairGroup;

/// One curve of a chart and where its points come from; the store must outlive the chart or its next
/// clearCurves().
struct ChartCurve {
    const telemetry::SeriesStore* store = nullptr;
    telemetry::SeriesKey key;
    CurveStyle style;
    bool smoothable = false;  ///< smoothing draws the raw curve as a tint and the average over it
};

/// A chart over step, episode or wall time that follows a running job: zoom (wheel, drag), pan (Shift or
/// middle button), reset (double click, 0), pause, sliding window, log axis, shared crosshair, badge for
/// points outside the view. refresh() is called once a frame and does nothing for what has not changed. GUI
/// thread.
class TimeChart final : public QWidget {
    Q_OBJECT

  public:
    /// title: what it shows; unit: of the y axis, may be empty.
    TimeChart(const QString& title, const QString& unit, QWidget* parent = nullptr);
    ~TimeChart() override;

    void addCurve(const ChartCurve& curve);
    void clearCurves();
    void setCrosshairGroup(CrosshairGroup* group);

    void setXAxis(XAxis axis);
    /// Weight of the past in [0, 1); 0: raw only.
    void setSmoothing(double weight);
    void setLogarithmic(bool logarithmic);
    [[nodiscard]] bool logarithmic() const;
    /// Shows the last `width` units of x; nothing shows all.
    void setSlidingWindow(std::optional<double> width);
    void setPaused(bool paused);
    [[nodiscard]] bool paused() const;
    void setEmptyHint(const QString& hint);
    /// A fixed y range (percent axes); nothing follows the data.
    void setFixedYRange(std::optional<std::pair<double, double>> range);

    void resetView();
    void setView(double xMin, double xMax);
    [[nodiscard]] bool zoomed() const;

    void refresh();
    void restyle();

    [[nodiscard]] QString title() const;
    [[nodiscard]] QString badge() const;
    /// What a screen reader says of the chart: curves, number of points, last, smallest and largest value.
    [[nodiscard]] QString summary() const;
    [[nodiscard]] const std::vector<ChartCurve>& curves() const;
    [[nodiscard]] XAxis xAxis() const;

  Q_SIGNALS:
    void dataTableRequested();
    void copyRequested();

  protected:
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

  private:
    void redraw();
    void showCrosshair();
    void zoomAt(double x, double factor);

    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace trimtab::ui
