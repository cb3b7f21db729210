// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QList>
#include <QObject>
#include <QPointer>
#include <optional>

#include "ui/charts/crosshair_group.h"
#include "ui/charts/time_chart.h"

class QComboBox;
class QLabel;
class QSlider;
class QToolBar;

namespace trimtab::ui {

/// The commands of all charts of a mode and the one toolbar that has them: pause, sliding window, zoom, pan,
/// reset, x axis and smoothing act on every chart that shares the x axis; log axis, picture and table on the
/// chart that was clicked last. Zooming one chart zooms those that share its axis. GUI thread.
class ChartTools final : public QObject {
    Q_OBJECT

  public:
    explicit ChartTools(QObject* parent = nullptr);

    /// shared: over the run's x axis; else the chart has an axis of its own (time in an episode) together
    /// with the others that are not shared.
    void add(TimeChart* chart, bool shared = true);
    [[nodiscard]] QToolBar* toolBar(QWidget* parent);
    [[nodiscard]] CrosshairGroup& crosshair() { return crosshair_; }
    /// Of the charts that are not shared.
    [[nodiscard]] CrosshairGroup& ownCrosshair() { return ownCrosshair_; }

    /// From now on all visible charts that share the x axis show the same stretch of it, from the same pixel.
    void alignCharts();
    /// Every visible chart takes in what its stores gained; once a frame.
    void refresh();
    void restyle();

    void setXAxis(XAxis axis);
    [[nodiscard]] XAxis xAxis() const { return axis_; }
    void setSmoothing(double weight);
    [[nodiscard]] double smoothing() const { return smoothing_; }
    /// Share of x that is shown, from the newest point back; nothing: all. In steps, episodes or seconds.
    void setSlidingWindow(std::optional<double> width);
    void setPaused(bool paused);
    void resetView();
    [[nodiscard]] TimeChart* current() const { return current_; }
    void setCurrent(TimeChart* chart);
    void copyPicture(TimeChart* chart);
    void showTable(TimeChart* chart);

    /// "chart.pause", "chart.zoomIn", "chart.zoomOut", "chart.panLeft", "chart.panRight", "chart.reset",
    /// "chart.log", "chart.copy", "chart.table", as their objectNames; null for another name.
    [[nodiscard]] QAction* action(const QString& name) const;
    [[nodiscard]] const QList<QAction*>& actions() const { return actions_; }

  Q_SIGNALS:
    void xAxisChanged();
    void pictureCopied(const QString& title);

  private:
    QAction* make(const QString& name, const QString& icon, const QString& text, const QString& help);
    void build();
    void follow(TimeChart* from);
    void fillWindows();
    void align();

    QList<QPointer<TimeChart>> shared_, own_;
    QList<QAction*> actions_;
    CrosshairGroup crosshair_, ownCrosshair_;
    QPointer<TimeChart> current_;
    QPointer<QComboBox> axisBox_, windowBox_;
    QPointer<QSlider> slider_;
    QPointer<QLabel> smoothingText_;
    XAxis axis_ = XAxis::step;
    double smoothing_ = 0.95;
    std::optional<double> window_;
    bool paused_ = false;
    bool aligned_ = false;
};

}  // namespace trimtab::ui
