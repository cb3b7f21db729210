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

/// The smallest of 1, 2, 5 times a power of ten that is not below `value`.
double niceAbove(double value) {
    const double power = std::pow(10, std::floor(std::log10(value)));
    const double lead = value / power;
    return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
}

/// A little air above and below, to round numbers: a growing series moves the axis seldom, not with every
/// point.
std::pair<double, double> withMargin(const Extent& extent, bool logarithmic) {
    if (extent.empty()) return logarithmic ? std::pair(0.1, 10.0) : std::pair(0.0, 1.0);
    if (logarithmic) return {extent.low / 1.2, std::max(extent.high * 1.2, extent.low * 1.5)};
    double margin = std::max(0.04 * (extent.high - extent.low), 1e-9 + 1e-3 * std::abs(extent.high));
    // One value alone: as for x, the digits of its own neighbourhood would mean nothing.
    if (!(extent.high > extent.low)) margin = extent.high != 0 ? 0.1 * std::abs(extent.high) : 1;
    const double grid = niceAbove((extent.high - extent.low + 2 * margin) / 40);
    // What never falls below zero gets no room there.
    const double low = extent.low >= 0 && extent.low - margin < 0 ? 0 : extent.low - margin;
    return {std::floor(low / grid) * grid, std::ceil((extent.high + margin) / grid) * grid};
}

}  // namespace

void ChartViewState::addCurve(const ChartCurve& curve, int raw, int average) {
    curves_.push_back(curve);
    Data data;
    data.raw = raw;
    data.average = average;
    if (average >= 0) data.levels.setSmoothing(smoothing_);
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
    smoothing_ = std::clamp(weight, 0.0, 0.9999);
    for (Data& data : data_)
        if (data.average >= 0) data.levels.setSmoothing(smoothing_);
}

void ChartViewState::setView(double xMin, double xMax) {
    if (xMax - xMin > 1e-9 * std::max(1.0, std::abs(xMax))) view_ = std::pair(xMin, xMax);
}

std::uint64_t ChartViewState::unread() const {
    std::uint64_t points = 0;
    for (std::size_t i = 0; i < curves_.size(); ++i)
        points += curves_[i].store->version(curves_[i].key) - data_[i].levels.points();
    return points;
}

bool ChartViewState::readNew() {
    bool changed = false;
    for (std::size_t i = 0; i < curves_.size(); ++i)
        changed = data_[i].levels.read(*curves_[i].store, curves_[i].key) || changed;
    return changed;
}

bool ChartViewState::readOne() {
    for (std::size_t i = 0; i < curves_.size(); ++i)
        if (data_[i].levels.read(*curves_[i].store, curves_[i].key)) return true;
    return false;
}

std::optional<std::pair<double, double>> ChartViewState::ownRange() const {
    Extent extent;
    for (const Data& data : data_) {
        const auto& buckets = data.levels.buckets();
        if (buckets.empty()) continue;
        extent.cover(xOf(buckets.front().low, axis_));
        extent.cover(xOf(buckets.back().low, axis_));
        extent.cover(xOf(buckets.back().high, axis_));
    }
    if (extent.empty()) return std::nullopt;
    return std::pair(extent.low, extent.high);
}

std::pair<double, double> ChartViewState::xRange() const {
    if (view_) return *view_;
    Extent extent;
    for (const auto& range : {ownRange(), common_})
        if (range) {
            extent.cover(range->first);
            extent.cover(range->second);
        }
    if (extent.empty()) return {0, 1};
    // One point alone: from the origin, as the digits of its own neighbourhood would mean nothing.
    if (!(extent.high > extent.low)) extent.cover(extent.low >= 1 ? 0 : extent.low + 1);
    // In small leaps, so that the axis is not laid out anew with every point.
    if (window_) {
        const double leap = *window_ / 40;
        const double high = std::ceil(extent.high / leap) * leap;
        return {std::max(extent.low, high - *window_), high};
    }
    const double leap = niceAbove((extent.high - extent.low) / 40);
    return {extent.low, std::ceil(extent.high / leap) * leap};
}

ChartFrame ChartViewState::frame(int columns) const {
    ChartFrame frame;
    std::tie(frame.xMin, frame.xMax) = xRange();
    Extent visible;
    for (const Data& data : data_) {
        Segments raw = data.levels.decimated(false, axis_, frame.xMin, frame.xMax, columns, logarithmic_);
        for (const auto& segment : raw)
            for (const QPointF& point : segment)
                if (point.x() >= frame.xMin && point.x() <= frame.xMax) visible.cover(point.y());
        frame.empty = frame.empty && raw.isEmpty();
        frame.curves.emplace_back(data.raw, std::move(raw));
        // An average is smooth: a point every other column draws the same line.
        if (data.average >= 0)
            frame.curves.emplace_back(data.average,
                                      data.levels.decimated(true, axis_, frame.xMin, frame.xMax,
                                                            std::max(1, columns / 4), logarithmic_));
    }
    std::tie(frame.yMin, frame.yMax) =
        fixedY_ && !logarithmic_ ? *fixedY_ : withMargin(visible, logarithmic_);
    frame.outside = outside(frame);
    return frame;
}

/// A sliding window leaves points out on purpose: only what a zoom, a fixed range or a log axis hides counts.
std::uint64_t ChartViewState::outside(const ChartFrame& frame) const {
    std::uint64_t count = 0;
    for (const Data& data : data_) {
        const bool counted = view_ || !window_;
        if (counted) count += data.levels.points() - data.levels.pointsWithin(axis_, frame.xMin, frame.xMax);
        if (!fixedY_ && !logarithmic_) continue;
        for (const SeriesBucket& bucket : data.levels.buckets()) {
            const double x = xOf(bucket.low, axis_);
            const bool inside = x >= frame.xMin && x <= frame.xMax;
            if (inside && (bucket.low.value < frame.yMin || bucket.high.value > frame.yMax))
                count += bucket.points;
        }
    }
    return count;
}

std::vector<CurveReading> ChartViewState::readingsAt(double x) const {
    std::vector<CurveReading> readings;
    for (std::size_t i = 0; i < curves_.size(); ++i) {
        const SeriesLevels& levels = data_[i].levels;
        const auto& buckets = levels.smoothed().empty() ? levels.buckets() : levels.smoothed();
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
        for (const SeriesBucket& bucket : data_[i].levels.coarsest()) {
            summary.points += bucket.points;
            if (bucket.numbers == 0) continue;
            extent.cover(bucket.low.value);
            extent.cover(bucket.high.value);
        }
        if (!data_[i].levels.buckets().empty()) {
            const SeriesBucket& newest = data_[i].levels.buckets().back();
            summary.last = newest.high.step >= newest.low.step ? newest.high.value : newest.low.value;
        }
        summary.low = extent.empty() ? 0 : extent.low;
        summary.high = extent.empty() ? 0 : extent.high;
        all.push_back(summary);
    }
    return all;
}

}  // namespace trimtab::ui
