// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <utility>
#include <vector>

#include "ui/charts/series_levels.h"
#include "ui/charts/time_chart.h"

namespace trimtab::ui {

/// All that a surface needs to draw one frame.
struct ChartFrame {
    double xMin = 0, xMax = 1, yMin = 0, yMax = 1;
    std::vector<std::pair<int, Segments>> curves;  ///< (surface curve, its points)
    std::uint64_t outside = 0;                     ///< points that the view leaves out
    bool empty = true;
};

/// A curve at the crosshair.
struct CurveReading {
    const ChartCurve* curve = nullptr;
    double value = 0;
};

/// A curve in words, for a screen reader.
struct CurveSummary {
    QString name;
    std::uint64_t points = 0;
    double last = 0, low = 0, high = 0;
};

/// What a TimeChart shows: copies of its series, view range, smoothing. Knows no widget, so it is tested
/// without one.
class ChartViewState {
  public:
    /// raw and average: indices of the surface's curves; average < 0: cannot be smoothed.
    void addCurve(const ChartCurve& curve, int raw, int average);
    void clearCurves();
    void setXAxis(XAxis axis);
    void setSmoothing(double weight);
    void setLogarithmic(bool logarithmic) { logarithmic_ = logarithmic; }
    void setSlidingWindow(std::optional<double> width) { window_ = width; }
    void setFixedYRange(std::optional<std::pair<double, double>> range) { fixedY_ = range; }
    void setView(double xMin, double xMax);
    void resetView() { view_.reset(); }
    /// What other charts show of x: without a zoom, this one shows that as well.
    void setCommonRange(std::optional<std::pair<double, double>> range) { common_ = range; }
    /// x of its own points; nothing without any.
    [[nodiscard]] std::optional<std::pair<double, double>> ownRange() const;

    [[nodiscard]] XAxis xAxis() const { return axis_; }
    [[nodiscard]] bool logarithmic() const { return logarithmic_; }
    [[nodiscard]] bool zoomed() const { return view_.has_value(); }
    [[nodiscard]] const std::vector<ChartCurve>& curves() const { return curves_; }
    /// The surface's curve of curves()[index].
    [[nodiscard]] int rawCurve(std::size_t index) const { return data_[index].raw; }
    [[nodiscard]] std::pair<double, double> xRange() const;

    /// Points that the stores gained since they were read.
    [[nodiscard]] std::uint64_t unread() const;
    /// Copies what changed in the stores; false where nothing did.
    [[nodiscard]] bool readNew();
    /// The same of the first curve that has changed.
    [[nodiscard]] bool readOne();
    [[nodiscard]] ChartFrame frame(int columns) const;
    /// The value of each curve at the last point not right of x (of the smoothed one where there is one).
    [[nodiscard]] std::vector<CurveReading> readingsAt(double x) const;
    [[nodiscard]] std::vector<CurveSummary> summaries() const;
    /// The chart's own copy of curves()[index].
    [[nodiscard]] const SeriesLevels& levels(std::size_t index) const { return data_[index].levels; }

  private:
    struct Data {
        int raw = 0;
        int average = -1;
        SeriesLevels levels;
    };
    [[nodiscard]] std::uint64_t outside(const ChartFrame& frame) const;

    std::vector<ChartCurve> curves_;
    std::vector<Data> data_;
    XAxis axis_ = XAxis::step;
    double smoothing_ = 0;
    bool logarithmic_ = false;
    std::optional<double> window_;
    std::optional<std::pair<double, double>> view_;
    std::optional<std::pair<double, double>> fixedY_;
    std::optional<std::pair<double, double>> common_;
};

}  // namespace trimtab::ui
