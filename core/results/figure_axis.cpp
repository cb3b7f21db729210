// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/figure_axis.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <limits>

namespace trimtab::results {
namespace {

constexpr double margin = 0.04;
constexpr double edge = 0.015;  // beside curves: room for half a marker
constexpr double nowhere = std::numeric_limits<double>::quiet_NaN();

struct Extent {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    void add(double value, AxisScale scale) {
        if (!std::isfinite(value) || (scale == AxisScale::logarithmic && value <= 0)) return;
        low = std::min(low, value);
        high = std::max(high, value);
    }
    [[nodiscard]] bool empty() const { return low > high; }
};

/// Widens an extent to a range with a margin; a single value gets room on both sides.
AxisRange padded(const Extent& extent, const FigureAxis& axis, double padding, bool zero_edge = true) {
    AxisRange range{0, 1, axis.scale};
    if (axis.scale == AxisScale::logarithmic) range.minimum = 0.1;
    if (!extent.empty()) {
        range.minimum = extent.low;
        range.maximum = extent.high;
        if (axis.scale == AxisScale::logarithmic) {
            const double factor = std::pow(extent.high / extent.low, padding);
            range.minimum /= std::max(factor, extent.low == extent.high ? 2.0 : 1.0);
            range.maximum *= std::max(factor, extent.low == extent.high ? 2.0 : 1.0);
        } else if (extent.low == extent.high) {
            const double room = extent.low == 0 ? 1 : 0.1 * std::fabs(extent.low);
            range.minimum -= room;
            range.maximum += room;
        } else {
            const double room = padding * (extent.high - extent.low);
            // Zero is a natural edge, with no empty strip below it, unless points stand on it.
            range.minimum = extent.low == 0 && zero_edge ? 0 : extent.low - room;
            range.maximum = extent.high == 0 && zero_edge ? 0 : extent.high + room;
        }
    }
    const bool logarithmic = axis.scale == AxisScale::logarithmic;
    if (axis.minimum && (!logarithmic || *axis.minimum > 0)) range.minimum = *axis.minimum;
    if (axis.maximum && (!logarithmic || *axis.maximum > 0)) range.maximum = *axis.maximum;
    if (!(range.minimum < range.maximum))
        range.maximum = logarithmic ? range.minimum * 10 : range.minimum + 1;
    return range;
}

AxisRange category_range(const FigureAxis& axis) {
    return {-0.5, static_cast<double>(axis.categories.size()) - 0.5, AxisScale::linear};
}

void add_x(const FigurePanel& panel, Extent& extent) {
    for (const FigureSeries& series : panel.series)
        for (const double value : series.x) extent.add(value, panel.x.scale);
}

/// Powers of ten within the range, at most one every `stride` of them.
std::vector<double> decades(const AxisRange& range, int stride) {
    std::vector<double> out;
    const int first = static_cast<int>(std::ceil(std::log10(range.minimum) - 1e-9));
    const int last = static_cast<int>(std::floor(std::log10(range.maximum) + 1e-9));
    for (int e = first; e <= last; ++e)
        if (((e % stride) + stride) % stride == 0) out.push_back(std::pow(10.0, e));
    return out;
}

std::string with_decimals(double value, int decimals) {
    char digits[64];
    const auto end =
        std::to_chars(digits, digits + sizeof digits, std::fabs(value), std::chars_format::fixed, decimals)
            .ptr;
    return (value < 0 ? "\u2212" : "") + std::string(digits, end);
}

std::vector<AxisTick> logarithmic_ticks(const AxisRange& range, int wanted) {
    int stride = 1;
    std::vector<double> values = decades(range, stride);
    while (static_cast<int>(values.size()) > std::max(wanted, 2)) values = decades(range, ++stride);
    if (values.size() < 3 && stride == 1) {
        std::vector<double> dense;
        const double first = std::pow(10.0, std::floor(std::log10(range.minimum)));
        for (double decade = first; decade <= range.maximum; decade *= 10)
            for (const double m : {1.0, 2.0, 5.0})
                if (m * decade >= range.minimum * (1 - 1e-9) && m * decade <= range.maximum * (1 + 1e-9))
                    dense.push_back(m * decade);
        if (static_cast<int>(dense.size()) <= std::max(wanted, 3)) values = dense;
        if (values.size() < 2 && dense.size() < 2)
            return nice_ticks({range.minimum, range.maximum, AxisScale::linear}, wanted);
    }
    std::vector<AxisTick> ticks;
    for (const double value : values) ticks.push_back({value, format_number(value)});
    return ticks;
}

}  // namespace

double AxisRange::position(double value) const {
    if (scale == AxisScale::linear) return (value - minimum) / (maximum - minimum);
    if (!(value > 0)) return nowhere;
    return std::log(value / minimum) / std::log(maximum / minimum);
}

AxisRange x_range(const FigurePanel& panel) {
    if (!panel.x.categories.empty()) return category_range(panel.x);
    Extent extent;
    add_x(panel, extent);
    for (const EventMark& event : panel.events) extent.add(event.x, panel.x.scale);
    if (panel.x.from_zero) extent.add(0, panel.x.scale);
    bool points = false;
    for (const FigureSeries& series : panel.series) points = points || series.kind == SeriesKind::scatter;
    return padded(extent, panel.x, points ? margin : edge, !points);
}

AxisRange shared_x_range(const std::vector<FigurePanel>& panels) {
    if (panels.empty()) return {};
    AxisRange shared = x_range(panels.front());
    Extent extent;
    for (const FigurePanel& panel : panels) {
        if (!panel.x.categories.empty()) return category_range(panel.x);
        if (panel.series.empty()) continue;
        const AxisRange range = x_range(panel);
        extent.add(range.minimum, range.scale);
        extent.add(range.maximum, range.scale);
    }
    if (!extent.empty()) {
        shared.minimum = extent.low;
        shared.maximum = extent.high;
    }
    return shared;
}

AxisRange y_range(const FigurePanel& panel) {
    if (!panel.y.categories.empty()) return category_range(panel.y);
    Extent extent;
    bool from_zero = panel.y.from_zero, points = false;
    for (const FigureSeries& series : panel.series) {
        from_zero = from_zero || series.kind == SeriesKind::bars;
        points = points || series.kind == SeriesKind::scatter;
        for (const double value : series.y) extent.add(value, panel.y.scale);
        for (const double value : series.low) extent.add(value, panel.y.scale);
        for (const double value : series.high) extent.add(value, panel.y.scale);
    }
    for (const ReferenceLine& line : panel.lines)
        if (!line.vertical) extent.add(line.value, panel.y.scale);
    if (from_zero && panel.y.scale == AxisScale::linear) extent.add(0, panel.y.scale);
    return padded(extent, panel.y, margin, !points);
}

int axis_exponent(const AxisRange& range) {
    const double largest = std::max(std::fabs(range.minimum), std::fabs(range.maximum));
    if (range.scale == AxisScale::logarithmic || largest == 0 || (largest < 2e4 && largest >= 2e-3)) return 0;
    return 3 * static_cast<int>(std::floor(std::log10(largest) / 3));
}

std::string axis_title(const FigureAxis& axis, int exponent) {
    if (exponent == 0) return axis.text();
    constexpr std::array digits{"\u2070", "\u00b9", "\u00b2", "\u00b3", "\u2074",
                                "\u2075", "\u2076", "\u2077", "\u2078", "\u2079"};
    std::string power = exponent < 0 ? "10\u207b" : "10";
    for (const char digit : std::to_string(std::abs(exponent)))
        power += digits[static_cast<std::size_t>(digit - '0')];
    return axis.label + " (" + power + (axis.unit.empty() ? "" : " " + axis.unit) + ")";
}

std::vector<AxisTick> nice_ticks(const AxisRange& range, int wanted, bool whole) {
    wanted = std::max(wanted, 2);
    if (range.scale == AxisScale::logarithmic) return logarithmic_ticks(range, wanted);
    const double unit = std::pow(10.0, axis_exponent(range));
    const double low = range.minimum / unit, high = range.maximum / unit;
    const double raw = (high - low) / wanted;
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    double step = 10 * power;
    for (const double m : {1.0, 2.0, 2.5, 5.0})
        if (m * power >= raw * (1 - 1e-9) && !(whole && std::fmod(m * power * unit, 1) != 0)) {
            step = m * power;
            break;
        }
    if (whole) step = std::max(step, 1 / unit);
    int decimals = 0;
    for (double scaled = step; decimals < 9 && std::fabs(scaled - std::round(scaled)) > 1e-6 * scaled;
         scaled *= 10)
        ++decimals;
    std::vector<AxisTick> ticks;
    for (double k = std::ceil(low / step - 1e-9); k * step <= high + 1e-9 * step; ++k)
        ticks.push_back({k * step * unit, with_decimals(k == 0 ? 0 : k * step, decimals)});
    return ticks;
}

std::vector<double> minor_ticks(const AxisRange& range) {
    std::vector<double> out;
    if (range.scale != AxisScale::logarithmic || range.maximum / range.minimum > 1e6) return out;
    for (double decade = std::pow(10.0, std::floor(std::log10(range.minimum))); decade <= range.maximum;
         decade *= 10)
        for (int m = 2; m <= 9; ++m)
            if (m * decade >= range.minimum && m * decade <= range.maximum) out.push_back(m * decade);
    return out;
}

std::string format_number(double value, int digits) {
    if (std::isnan(value)) return "n/a";
    if (std::isinf(value)) return value > 0 ? "\u221e" : "\u2212\u221e";
    char text[64];
    const auto end =
        std::to_chars(text, text + sizeof text, std::fabs(value), std::chars_format::general, digits).ptr;
    std::string out(text, end);
    // to_chars writes 1e+06: a person reads 1e6.
    if (const auto e = out.find('e'); e != std::string::npos) {
        const int exponent = std::atoi(out.c_str() + e + 1);
        if (exponent >= 0 && exponent < 7) {
            char fixed[64];
            out.assign(fixed, std::to_chars(fixed, fixed + sizeof fixed, std::fabs(value),
                                            std::chars_format::fixed, 0)
                                  .ptr);
        } else {
            out =
                out.substr(0, e) + "e" + (exponent < 0 ? "\u2212" : "") + std::to_string(std::abs(exponent));
        }
    }
    return value < 0 ? "\u2212" + out : out;
}

std::vector<std::string> panel_notes(const FigurePanel& panel) {
    std::size_t not_positive = 0, outside = 0;
    const auto beyond = [](const FigureAxis& axis, double value) {
        return std::isfinite(value) &&
               ((axis.minimum && value < *axis.minimum) || (axis.maximum && value > *axis.maximum));
    };
    for (const FigureSeries& series : panel.series) {
        if (series.kind == SeriesKind::radar) continue;
        for (std::size_t i = 0; i < series.y.size(); ++i) {
            const bool low_y = panel.y.scale == AxisScale::logarithmic && series.y[i] <= 0;
            const bool low_x = panel.x.scale == AxisScale::logarithmic && series.x[i] <= 0;
            if (low_x || low_y)
                ++not_positive;
            else if (beyond(panel.x, series.x[i]) || beyond(panel.y, series.y[i]))
                ++outside;
        }
    }
    std::vector<std::string> notes;
    if (not_positive > 0)
        notes.push_back(std::to_string(not_positive) + (not_positive == 1 ? " value" : " values") +
                        " at or below 0 not shown on the log axis");
    if (outside > 0)
        notes.push_back(std::to_string(outside) + (outside == 1 ? " point lies" : " points lie") +
                        " outside the range shown");
    return notes;
}

}  // namespace trimtab::results
