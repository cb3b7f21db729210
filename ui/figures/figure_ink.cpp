// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/figure_ink.h"

#include <QPolygonF>
#include <cmath>
#include <numbers>

namespace trimtab::ui {
namespace {

using namespace results;

QPolygonF polygon_of(std::span<const FigurePoint> points) {
    QPolygonF out;
    out.reserve(static_cast<qsizetype>(points.size()));
    for (const FigurePoint& p : points) out.append(QPointF(p.x, p.y));
    return out;
}

FigurePolyline regular(const FigurePoint& at, double radius, int corners, double first_angle) {
    FigurePolyline out;
    for (int i = 0; i < corners; ++i) {
        const double angle = first_angle + 2 * std::numbers::pi * i / corners;
        out.push_back({at.x + radius * std::cos(angle), at.y - radius * std::sin(angle)});
    }
    return out;
}

bool is_neutral(const FigureColor& color) { return color.red == color.green && color.green == color.blue; }

/// How much of the text's colour a grey is. Faint lines are thinner than a pixel on a screen and get more.
double screen_strength(const FigureColor& color) {
    const double strength = 1 - color.red / 255.0;
    return strength < 0.25 ? std::min(0.25, 1.7 * strength) : strength;
}

FigureColor mixed(const QColor& a, const QColor& b, double share_of_a) {
    const auto mix = [share_of_a](int x, int y) {
        return static_cast<std::uint8_t>(std::lround(share_of_a * x + (1 - share_of_a) * y));
    };
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

constexpr double quarter = std::numbers::pi / 2;

FigurePolyline outline(FigureMarker marker, const FigurePoint& at, double r) {
    switch (marker) {
        case FigureMarker::circle:
            return regular(at, r, 20, 0);
        case FigureMarker::square:
            return regular(at, 1.25 * r, 4, quarter / 2);
        case FigureMarker::triangle:
            return regular(at, 1.3 * r, 3, quarter);
        case FigureMarker::diamond:
            return regular(at, 1.3 * r, 4, 0);
        case FigureMarker::triangle_down:
            return regular(at, 1.3 * r, 3, -quarter);
        case FigureMarker::triangle_left:
            return regular(at, 1.3 * r, 3, 2 * quarter);
        case FigureMarker::plus:
        case FigureMarker::cross:
        case FigureMarker::star:
            break;
    }
    return {};
}

}  // namespace

QColor FigureInk::color(const FigureColor& color) const {
    FigureColor shown = ground_.grey ? color.grey() : color;
    if (ground_.screen && is_neutral(color))
        shown = mixed(ground_.text, ground_.paper, screen_strength(color));
    else if (ground_.screen && ground_.paper.lightness() < 128 && color == series_style(0).color)
        shown = {61, 155, 216};  // its blue is too dark on a dark ground
    return QColor(shown.red, shown.green, shown.blue);
}

FigureColor FigureInk::tint(const FigureColor& color, double strength) const {
    // Greys are mapped between paper and text when they are drawn.
    if (!ground_.screen || is_neutral(color)) return color.tint(strength);
    return mixed(this->color(color), ground_.paper, strength);
}

void FigureInk::polyline(std::span<const FigurePoint> points, const FigureColor& color, double width,
                         const std::vector<double>& dash, const FigureRect& rect) const {
    QPen pen(this->color(color), width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (!dash.empty()) pen.setDashPattern(QList<qreal>(dash.begin(), dash.end()));
    painter_.setPen(pen);
    painter_.setBrush(Qt::NoBrush);
    for (const FigurePolyline& part : clip_polyline(points, rect.inset(width / 2))) {
        if (part.size() > 1) {
            painter_.drawPolyline(polygon_of(part));
        } else {
            // A value between two gaps would have no length to be seen by.
            polygon(regular(part.front(), width, 12, 0), color, rect);
            painter_.setPen(pen);
            painter_.setBrush(Qt::NoBrush);
        }
    }
}

void FigureInk::polygon(const FigurePolyline& points, const FigureColor& fill, const FigureRect& rect) const {
    const FigurePolyline inside = clip_polygon(points, rect);
    if (inside.size() < 3) return;
    painter_.setPen(Qt::NoPen);
    painter_.setBrush(color(fill));
    painter_.drawPolygon(polygon_of(inside));
}

void FigureInk::marker(FigureMarker marker, const FigurePoint& at, double radius, const FigureColor& color,
                       bool hollow, const FigureRect& rect) const {
    if (!rect.contains(at)) return;
    const double pen = 0.28 * radius + 0.2;
    const double reach = 1.2 * radius;
    const auto stroke = [&](double dx, double dy) {
        polyline(FigurePolyline{{at.x - dx, at.y - dy}, {at.x + dx, at.y + dy}}, color, 1.6 * pen, {}, rect);
    };
    if (marker == FigureMarker::plus || marker == FigureMarker::star) {
        stroke(reach, 0);
        stroke(0, reach);
    }
    if (marker == FigureMarker::cross || marker == FigureMarker::star) {
        stroke(reach * std::sqrt(0.5), reach * std::sqrt(0.5));
        stroke(reach * std::sqrt(0.5), -reach * std::sqrt(0.5));
    }
    const bool strokes =
        marker == FigureMarker::plus || marker == FigureMarker::cross || marker == FigureMarker::star;
    if (strokes) return;
    FigurePolyline shape = outline(marker, at, radius);
    polygon(shape, hollow ? FigureColor{255, 255, 255} : color, rect);
    shape.push_back(shape.front());
    polyline(shape, color, pen, {}, rect);
}

void FigureInk::box(const FigureRect& box, const SeriesStyle& style, double line, bool hollow,
                    const FigureRect& rect) const {
    const FigurePolyline corners{{box.left, box.top},
                                 {box.right, box.top},
                                 {box.right, box.bottom},
                                 {box.left, box.bottom},
                                 {box.left, box.top}};
    polygon(corners, hollow ? FigureColor{255, 255, 255} : tint(style.color, 0.55), rect);
    const FigureRect visible{std::max(box.left, rect.left), std::max(box.top, rect.top),
                             std::min(box.right, rect.right), std::min(box.bottom, rect.bottom)};
    const auto hatch = [&](double angle, double spacing = 3.2) {
        if (hollow || visible.height() <= 0 || visible.width() <= 0) return;
        for (const FigurePolyline& stroke : hatch_lines(visible, angle, spacing))
            polyline(stroke, style.color, 0.5, {}, rect);
    };
    switch (style.hatch) {
        case FigureHatch::none:
            break;
        case FigureHatch::rising:
            hatch(45);
            break;
        case FigureHatch::falling:
            hatch(135);
            break;
        case FigureHatch::horizontal:
            hatch(0);
            break;
        case FigureHatch::vertical:
            hatch(90);
            break;
        case FigureHatch::crossed:
            hatch(45);
            hatch(135);
            break;
        case FigureHatch::grid:
            hatch(0);
            hatch(90);
            break;
        case FigureHatch::dense_rising:
            hatch(45, 1.4);
            break;
        case FigureHatch::dense_horizontal:
            hatch(0, 1.4);
            break;
    }
    polyline(corners, hollow ? ink_black : style.color, line,
             hollow ? std::vector<double>{3, 2} : std::vector<double>{}, rect);
}

void FigureInk::line(FigurePoint a, FigurePoint b, const FigureColor& color, double width) const {
    painter_.setPen(QPen(this->color(color), width, Qt::SolidLine, Qt::FlatCap));
    painter_.drawLine(QPointF(a.x, a.y), QPointF(b.x, b.y));
}

}  // namespace trimtab::ui
