// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_view_state.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

namespace trimtab::ui {
namespace {

using telemetry::SeriesBucket;

/// Grows to cover values; knows whether it ever saw one.
struct Extent {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();
    [[nodiscard]] bool empty() const { return low > high; }
    void cover(double value) {
        low = std::min(low, value);
        high = std::max(high, value);
    }
};

/// A little air above and below, so that extremes do not lie on the border.
std::pair<double, double> withMargin(const Extent& extent, bool logarithmic) {
    if (extent.empty()) return logarithmic ? std::pair(0.1, 10.0) : std::pair(0.0, 1.0);
    if (logarithmic) return {extent.low / 1.2, std::max(extent.high * 1.2, extent.low * 1.5)};
    const double margin = std::max(0.05 * (extent.high - extent.low), 1e-9 + 1e-3 * std::abs(extent.high));
    return {extent.low - margin, extent.high + margin};
}

}  // namespace

void ChartViewState::addCurve(const ChartCurve& curve, int raw, int average) {
    curves_.push_back(curve);
    Data data;
    data.raw = raw;
    data.average = average;
    data_.push_back(std::move(data));
}

void ChartViewState::clearCurves() {
    curves_.clear();
    data_.clear();
}

void ChartViewState::setXAxis(XAxis axis) {
    if (axis == axis_) return;
    axis_ = axis;
    view_.reset();
}

void ChartViewState::setSmoothing(double weight) {
    smoothing_ = std::clamp(weight, 0.0, 0.999);
    for (Data& data : data_) smoothAgain(data);
}

void ChartViewState::setView(double xMin, double xMax) {
    if (xMax - xMin > 1e-9 * std::max(1.0, std::abs(xMax))) view_ = std::pair(xMin, xMax);
}

void ChartViewState::smoothAgain(Data& data) const {
    data.smoothed =
        data.average >= 0 && smoothing_ > 0 ? smooth(data.buckets, smoothing_) : std::vector<SeriesBucket>();
}

bool ChartViewState::readNew() {
    bool changed = false;
    for (std::size_t i = 0; i < curves_.size(); ++i) {
        const std::uint64_t version = curves_[i].store->version(curves_[i].key);
        if (version == data_[i].version) continue;
        data_[i].version = version;
        data_[i].buckets = curves_[i].store->snapshot(curves_[i].key);
        smoothAgain(data_[i]);
        changed = true;
    }
    return changed;
}

std::pair<double, double> ChartViewState::xRange() const {
    if (view_) return *view_;
    Extent extent;
    for (const Data& data : data_) {
        if (data.buckets.empty()) continue;
        extent.cover(xOf(data.buckets.front().low, axis_));
        extent.cover(xOf(data.buckets.back().low, axis_));
        extent.cover(xOf(data.buckets.back().high, axis_));
    }
    if (extent.empty()) return {0, 1};
    if (window_) extent.low = std::max(extent.low, extent.high - *window_);
    return {extent.low, extent.high > extent.low ? extent.high : extent.low + 1};
}

ChartFrame ChartViewState::frame(int columns) const {
    ChartFrame frame;
    std::tie(frame.xMin, frame.xMax) = xRange();
    Extent visible;
    for (const Data& data : data_) {
        Segments raw = decimate(data.buckets, axis_, frame.xMin, frame.xMax, columns, logarithmic_);
        for (const auto& segment : raw)
            for (const QPointF& point : segment)
                if (point.x() >= frame.xMin && point.x() <= frame.xMax) visible.cover(point.y());
        frame.empty = frame.empty && raw.isEmpty();
        frame.curves.emplace_back(data.raw, std::move(raw));
        if (data.average >= 0)
            frame.curves.emplace_back(
                data.average, decimate(data.smoothed, axis_, frame.xMin, frame.xMax, columns, logarithmic_));
    }
    std::tie(frame.yMin, frame.yMax) =
        fixedY_ && !logarithmic_ ? *fixedY_ : withMargin(visible, logarithmic_);
    for (const Data& data : data_)
        for (const SeriesBucket& bucket : data.buckets) {
            const double x = xOf(bucket.low, axis_);
            const bool hidden = x < frame.xMin || x > frame.xMax || bucket.low.value < frame.yMin ||
                                bucket.high.value > frame.yMax;
            if (hidden && (view_ || !window_)) frame.outside += static_cast<int>(bucket.points);
        }
    return frame;
}

std::vector<CurveReading> ChartViewState::readingsAt(double x) const {
    std::vector<CurveReading> readings;
    for (std::size_t i = 0; i < curves_.size(); ++i) {
        const auto& buckets = data_[i].smoothed.empty() ? data_[i].buckets : data_[i].smoothed;
        auto it = std::ranges::upper_bound(buckets, x, {},
                                           [this](const SeriesBucket& b) { return xOf(b.low, axis_); });
        if (it == buckets.begin()) continue;
        --it;
        if (std::isfinite(it->low.value))
            readings.push_back({&curves_[i], it->points > 1 ? it->mean() : it->low.value});
    }
    return readings;
}

std::vector<CurveSummary> ChartViewState::summaries() const {
    std::vector<CurveSummary> all;
    for (std::size_t i = 0; i < curves_.size(); ++i) {
        CurveSummary summary{curves_[i].style.name, 0, std::numeric_limits<double>::quiet_NaN(), 0, 0};
        Extent extent;
        for (const SeriesBucket& bucket : data_[i].buckets) {
            summary.points += bucket.points;
            if (bucket.numbers == 0) continue;
            extent.cover(bucket.low.value);
            extent.cover(bucket.high.value);
            summary.last = bucket.high.step >= bucket.low.step ? bucket.high.value : bucket.low.value;
        }
        summary.low = extent.empty() ? 0 : extent.low;
        summary.high = extent.empty() ? 0 : extent.high;
        all.push_back(summary);
    }
    return all;
}

}  // namespace trimtab::ui
