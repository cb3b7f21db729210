// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/series_painter.h"

#include <algorithm>
#include <cmath>

namespace trimtab::ui {
namespace {

using namespace results;

constexpr double bar_room = 0.8;    // of a category's width
constexpr double point_room = 0.6;  // the same for points
constexpr double column_pt = 0.15;  // a pixel column at 480 dpi
constexpr double reference_dash[] = {4, 2};
constexpr FigureColor event_color{150, 150, 150};

bool is_curve(const FigureSeries& series) {
    return series.kind == SeriesKind::line || series.kind == SeriesKind::step;
}

}  // namespace

struct SeriesPainter::Look {
    SeriesStyle style;
    double width = 1;
    double radius = 2;
    bool hollow = false;
    bool markers = true;
};

SeriesPainter::SeriesPainter(const FigureInk& ink, const FigurePanel& panel, const PanelGeometry& geometry,
                             double line_pt)
    : ink_(ink),
      panel_(panel),
      geometry_(geometry),
      plot_(geometry.plot),
      line_(line_pt),
      crowded_(panel.series.size() > legend_limit) {}

FigurePoint SeriesPainter::place(double x, double y) const {
    return {plot_.left + plot_.width() * geometry_.x.position(x),
            plot_.bottom - plot_.height() * geometry_.y.position(y)};
}

SeriesPainter::Look SeriesPainter::lookOf(std::size_t index) const {
    const FigureSeries& series = panel_.series[index];
    Look look{style_in_panel(panel_, index), line_, 1.9 * line_, series.emphasis == SeriesEmphasis::ceiling,
              true};
    if (series.emphasis == SeriesEmphasis::ceiling) {
        look.style.color = ink_black;
        look.style.marker = FigureMarker::circle;
    }
    const auto curves = std::count_if(panel_.series.begin(), panel_.series.end(), [](const FigureSeries& s) {
        return (is_curve(s) || s.kind == SeriesKind::radar) && s.emphasis != SeriesEmphasis::faint;
    });
    if (curves < 2) look.markers = false;
    if (series.emphasis == SeriesEmphasis::faint) {
        look = {{ink_raw, {}, FigureMarker::circle, FigureHatch::none}, 0.4 * line_, 1, false, false};
    } else if (crowded_ && is_curve(series)) {
        look.style.color = ink_.tint(look.style.color, 0.7);
        look.style.dash.clear();
        look.width = 0.35 * line_;
        look.markers = false;
    }
    return look;
}

void SeriesPainter::drawAll() const {
    const auto each = [&](auto wanted, auto draw) {
        for (std::size_t i = 0; i < panel_.series.size(); ++i)
            if (wanted(panel_.series[i])) draw(i);
    };
    const auto faint = [](const FigureSeries& s) { return s.emphasis == SeriesEmphasis::faint; };
    each([&](const FigureSeries& s) { return is_curve(s) && faint(s); },
         [&](std::size_t i) { drawCurve(i); });
    each([](const FigureSeries& s) { return is_curve(s) && !s.low.empty(); },
         [&](std::size_t i) { drawBand(i); });
    drawMarks();
    each([](const FigureSeries& s) { return s.kind == SeriesKind::bars; },
         [&](std::size_t i) { drawBars(i); });
    each([&](const FigureSeries& s) { return is_curve(s) && !faint(s); },
         [&](std::size_t i) { drawCurve(i); });
    each([](const FigureSeries& s) { return s.kind == SeriesKind::scatter; },
         [&](std::size_t i) { drawPoints(i); });
}

FigurePolyline SeriesPainter::curve(const FigureSeries& series, const std::vector<double>& values) const {
    FigurePolyline points;
    points.reserve(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) points.push_back(place(series.x[i], values[i]));
    points = decimate_polyline(points, column_pt);
    return series.kind == SeriesKind::step ? step_polyline(points) : points;
}

void SeriesPainter::drawBand(std::size_t index) const {
    const FigureSeries& series = panel_.series[index];
    const Look look = lookOf(index);
    const FigurePolyline low = curve(series, series.low), high = curve(series, series.high);
    const auto gap = [](const FigurePoint& p) { return !std::isfinite(p.x) || !std::isfinite(p.y); };
    // Decimation may keep other positions below than above; a polygon of both sides does not mind.
    const auto flush = [&](FigurePolyline& lower, FigurePolyline& upper) {
        if (!lower.empty() && !upper.empty()) {
            FigurePolyline around = upper;
            around.insert(around.end(), lower.rbegin(), lower.rend());
            ink_.polygon(around, ink_.tint(look.style.color, 0.2), plot_);
            ink_.polyline(upper, ink_.tint(look.style.color, 0.5), 0.3 * line_, {}, plot_);
            ink_.polyline(lower, ink_.tint(look.style.color, 0.5), 0.3 * line_, {}, plot_);
        }
        lower.clear();
        upper.clear();
    };
    FigurePolyline lower, upper;
    std::size_t i = 0, k = 0;
    while (i < low.size() || k < high.size()) {
        for (; i < low.size() && !gap(low[i]); ++i) lower.push_back(low[i]);
        for (; k < high.size() && !gap(high[k]); ++k) upper.push_back(high[k]);
        flush(lower, upper);
        for (; i < low.size() && gap(low[i]); ++i) {
        }
        for (; k < high.size() && gap(high[k]); ++k) {
        }
    }
}

void SeriesPainter::drawCurve(std::size_t index) const {
    const Look look = lookOf(index);
    const FigurePolyline line = curve(panel_.series[index], panel_.series[index].y);
    ink_.polyline(line, look.style.color, look.width, look.style.dash, plot_);
    if (look.markers) drawCurveMarkers(index, line);
}

/// About six markers a curve, at different places for different curves; on short curves one a point.
void SeriesPainter::drawCurveMarkers(std::size_t index, const FigurePolyline& line) const {
    const Look look = lookOf(index);
    const FigureSeries& series = panel_.series[index];
    if (series.y.size() <= 12 && series.kind == SeriesKind::line) {
        for (const FigurePoint& p : line)
            ink_.marker(look.style.marker, p, look.radius, look.style.color, look.hollow, plot_);
        return;
    }
    const double spacing = plot_.width() / 6;
    double next = plot_.left + spacing * (0.25 + 0.5 * std::fmod(0.382 * static_cast<double>(index), 1.0));
    for (const FigurePoint& p : line) {
        if (!std::isfinite(p.x) || !std::isfinite(p.y) || p.x < next) continue;
        ink_.marker(look.style.marker, p, look.radius, look.style.color, look.hollow, plot_);
        next = p.x + spacing;
    }
}

/// Offset of a series from its category's middle, in categories: series stand beside one another.
double SeriesPainter::dodge(std::size_t index, double room) const {
    if (panel_.x.categories.empty()) return 0;
    double count = 0, before = 0;
    for (std::size_t i = 0; i < panel_.series.size(); ++i) {
        if (panel_.series[i].kind != panel_.series[index].kind) continue;
        before += i < index ? 1 : 0;
        count += 1;
    }
    return room * ((before + 0.5) / count - 0.5);
}

FigurePoint SeriesPainter::placeOf(std::size_t series, std::size_t index) const {
    const FigureSeries& s = panel_.series[series];
    const double room = s.kind == SeriesKind::bars      ? bar_room
                        : s.kind == SeriesKind::scatter ? point_room
                                                        : 0;
    return place(s.x[index] + dodge(series, room), s.y[index]);
}

void SeriesPainter::drawBars(std::size_t index) const {
    const FigureSeries& series = panel_.series[index];
    const Look look = lookOf(index);
    const auto bars =
        static_cast<double>(std::count_if(panel_.series.begin(), panel_.series.end(),
                                          [](const FigureSeries& s) { return s.kind == SeriesKind::bars; }));
    const double half = bar_room / bars / 2 * 0.92;
    const double base = geometry_.y.scale == AxisScale::logarithmic
                            ? geometry_.y.minimum
                            : std::clamp(0.0, geometry_.y.minimum, geometry_.y.maximum);
    for (std::size_t i = 0; i < series.y.size(); ++i) {
        const double at = series.x[i] + dodge(index, bar_room);
        const FigurePoint a = place(at - half, base), b = place(at + half, series.y[i]);
        if (!std::isfinite(b.y)) continue;
        ink_.box({a.x, std::min(a.y, b.y), b.x, std::max(a.y, b.y)}, look.style, 0.5 * line_, look.hollow,
                 plot_);
        if (!series.low.empty())
            drawWhisker(at, series.low[i], series.high[i], std::min(2 * line_, (b.x - a.x) / 3));
    }
}

void SeriesPainter::drawPoints(std::size_t index) const {
    const FigureSeries& series = panel_.series[index];
    const Look look = lookOf(index);
    const double radius = series.y.size() > 200 ? 1.2 * line_ : 2.2 * line_;
    for (std::size_t i = 0; i < series.y.size(); ++i) {
        const double at = series.x[i] + dodge(index, point_room);
        const FigurePoint p = place(at, series.y[i]);
        if (!std::isfinite(p.x) || !std::isfinite(p.y)) continue;
        if (!series.low.empty()) drawWhisker(at, series.low[i], series.high[i], 1.5 * line_);
        ink_.marker(look.style.marker, p, radius, look.style.color, look.hollow, plot_);
    }
}

void SeriesPainter::drawWhisker(double x, double low, double high, double cap) const {
    const FigurePoint a = place(x, low), b = place(x, high);
    if (!std::isfinite(a.y) || !std::isfinite(b.y) || !std::isfinite(a.x)) return;
    const double width = 0.6 * line_;
    ink_.polyline(FigurePolyline{a, b}, ink_black, width, {}, plot_);
    for (const FigurePoint& end : {a, b})
        ink_.polyline(FigurePolyline{{end.x - cap, end.y}, {end.x + cap, end.y}}, ink_black, width, {},
                      plot_);
}

void SeriesPainter::drawMarks() const {
    const std::vector<double> dash(std::begin(reference_dash), std::end(reference_dash));
    for (const EventMark& event : panel_.events) {
        const double x = place(event.x, geometry_.y.maximum).x;
        ink_.polyline(FigurePolyline{{x, plot_.top}, {x, plot_.bottom}}, event_color, 0.4 * line_, {1, 2},
                      plot_);
        ink_.polygon({{x - 1.8, plot_.top}, {x + 1.8, plot_.top}, {x, plot_.top + 3.2}}, event_color, plot_);
    }
    for (const ReferenceLine& line : panel_.lines) {
        const FigurePoint p =
            line.vertical ? place(line.value, geometry_.y.minimum) : place(geometry_.x.minimum, line.value);
        const FigurePolyline across = line.vertical ? FigurePolyline{{p.x, plot_.top}, {p.x, plot_.bottom}}
                                                    : FigurePolyline{{plot_.left, p.y}, {plot_.right, p.y}};
        ink_.polyline(across, ink_black, 0.6 * line_, dash, plot_);
    }
}

void SeriesPainter::drawKey(const LegendEntry& entry, const FigurePoint& at) const {
    const FigureRect everywhere{-1e6, -1e6, 1e6, 1e6};
    const FigurePolyline sample{at, {at.x + entry.key_pt, at.y}};
    const FigurePoint middle{at.x + entry.key_pt / 2, at.y};
    switch (entry.key) {
        case LegendEntry::Key::more:
            return;
        case LegendEntry::Key::reference_line:
            ink_.polyline(sample, ink_black, 0.6 * line_, {4, 2}, everywhere);
            return;
        case LegendEntry::Key::event:
            ink_.polygon({{middle.x - 2.4, at.y - 2}, {middle.x + 2.4, at.y - 2}, {middle.x, at.y + 2.4}},
                         event_color, everywhere);
            return;
        case LegendEntry::Key::series:
            break;
    }
    const FigureSeries& series = panel_.series[entry.index];
    const Look look = lookOf(entry.index);
    if (series.kind == SeriesKind::bars) {
        ink_.box({at.x + 3, at.y - 3.2, at.x + entry.key_pt - 1, at.y + 3.2}, look.style, 0.5 * line_,
                 look.hollow, everywhere);
        return;
    }
    if (series.kind == SeriesKind::scatter) {
        ink_.marker(look.style.marker, middle, 2.2 * line_, look.style.color, look.hollow, everywhere);
        return;
    }
    if (!series.low.empty())
        ink_.polygon({{at.x, at.y - 3},
                      {at.x + entry.key_pt, at.y - 3},
                      {at.x + entry.key_pt, at.y + 3},
                      {at.x, at.y + 3}},
                     ink_.tint(look.style.color, 0.2), everywhere);
    ink_.polyline(sample, look.style.color, std::max(look.width, 0.6 * line_), look.style.dash, everywhere);
    if (look.markers)
        ink_.marker(look.style.marker, middle, look.radius, look.style.color, look.hollow, everywhere);
}

}  // namespace trimtab::ui
