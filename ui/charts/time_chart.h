// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>
#include <optional>
#include <vector>

#include "ui/charts/chart_overlay.h"
#include "ui/charts/plot_surface.h"

class QMenu;

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
/// points outside the view. refresh() is called once a frame and does nothing for what has not changed; a
/// long series is read a little later, in ReadingTurns. GUI thread.
class TimeChart final : public QWidget {
    Q_OBJECT

  public:
    /// title: what it shows; unit: of the y axis, may be empty.
    TimeChart(const QString& title, const QString& unit, QWidget* parent = nullptr);
    ~TimeChart() override;

    void addCurve(const ChartCurve& curve);
    void clearCurves();
    void setCrosshairGroup(CrosshairGroup* group);
    /// Another word for the x axis than its own, where the store's rows count something else there.
    void setXTitle(const QString& title);
    /// Vertical lines at x, a strip along the top, and horizontal lines; they stay until they are replaced.
    void setEvents(const QList<std::pair<double, QString>>& events);
    void setBands(const QList<ChartBand>& bands);
    void setUnit(const QString& unit);
    void setLevels(const QList<ChartLevel>& levels);

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
    /// Counts: no tick between two whole numbers.
    void setWholeNumbers(bool whole);
    /// A fixed y range (percent axes); nothing follows the data.
    void setFixedYRange(std::optional<std::pair<double, double>> range);

    void resetView();
    void setView(double xMin, double xMax);
    /// What is shown of x.
    [[nodiscard]] std::pair<double, double> view() const;
    [[nodiscard]] bool zoomed() const;
    /// x of its own points, and of those of charts that show the same time; nothing: none.
    [[nodiscard]] std::optional<std::pair<double, double>> ownRange() const;
    void setCommonRange(std::optional<std::pair<double, double>> range);
    /// As of its PlotSurface.
    [[nodiscard]] double ownLeft() const;
    void alignLeft(double left);
    /// About the middle; below 1 comes nearer.
    void zoom(double factor);
    /// By a share of the width; positive to the right.
    void pan(double share);
    [[nodiscard]] double smoothing() const;

    void refresh();
    /// Reads one curve that has gained points, and draws after the last one; false: no more is to be read.
    bool readInTurn();
    void restyle();

    [[nodiscard]] QString title() const;
    [[nodiscard]] QString badge() const;
    /// What a screen reader says of the chart: curves, number of points, last, smallest and largest value.
    [[nodiscard]] QString summary() const;
    [[nodiscard]] const std::vector<ChartCurve>& curves() const;
    [[nodiscard]] XAxis xAxis() const;
    /// What the x axis is called.
    [[nodiscard]] QString xTitle() const;
    [[nodiscard]] QString unit() const;
    /// The chart as it stands, with its heading and legend.
    [[nodiscard]] QPixmap picture();
    /// The commands of the menu of this chart.
    void fillMenu(QMenu& menu);

  Q_SIGNALS:
    /// A person zoomed, panned or reset this chart.
    void viewChanged();
    /// It was clicked or got the focus: commands for one chart mean this one.
    void activated();
    void dataTableRequested();
    void copyRequested();

  protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void showEvent(QShowEvent* event) override;

  private:
    static QString axisTitle(XAxis axis);
    void buildHeader();
    void updateLegend();
    void colourCurve(std::size_t index);
    void look(double xMin, double xMax);
    void redraw();
    void showNew();
    void showCrosshair();
    void showEvents();
    void describe();
    void zoomAt(double x, double factor);

    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace trimtab::ui
