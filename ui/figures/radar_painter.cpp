// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/radar_painter.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace trimtab::ui {
namespace {

using namespace results;

struct Wheel {
    FigurePoint center;
    double radius;
    std::size_t spokes;

    [[nodiscard]] FigurePoint at(std::size_t spoke, double share) const {
        const double angle = std::numbers::pi / 2 -
                             2 * std::numbers::pi * static_cast<double>(spoke) / static_cast<double>(spokes);
        return {center.x + share * radius * std::cos(angle), center.y - share * radius * std::sin(angle)};
    }
    [[nodiscard]] FigurePolyline ring(double share) const {
        FigurePolyline out;
        for (std::size_t i = 0; i <= spokes; ++i) out.push_back(at(i % spokes, share));
        return out;
    }
};

Wheel wheel_of(const FigurePanel& panel, const PanelGeometry& geometry, const FigureFont& font) {
    return {geometry.plot.center(), geometry.plot.height() / 2 - 1.6 * font.lineHeight(),
            panel.x.categories.size()};
}

void drawScale(const FigureInk& ink, const Wheel& wheel, const FigurePanel& panel, const FigureFont& font,
               const FigureRect& plot) {
    for (const double share : {0.25, 0.5, 0.75, 1.0})
        ink.polyline(wheel.ring(share), share == 1.0 ? ink.tint(ink_axis, 0.6) : ink_grid, 0.5, {}, plot);
    for (std::size_t i = 0; i < wheel.spokes; ++i)
        ink.polyline(FigurePolyline{wheel.center, wheel.at(i, 1)}, ink_grid, 0.5, {}, plot);
    QPainter& painter = ink.painter();
    painter.setPen(ink.color(ink_black));
    for (std::size_t i = 0; i < wheel.spokes; ++i) {
        const QString text = QString::fromStdString(panel.x.categories[i]);
        const FigurePoint p = wheel.at(i, 1 + 5 / wheel.radius);
        const double side = (p.x - wheel.center.x) / wheel.radius, up = (wheel.center.y - p.y) / wheel.radius;
        const double x = std::fabs(side) < 0.1 ? p.x - font.width(text) / 2
                         : side > 0            ? p.x
                                               : p.x - font.width(text);
        painter.drawText(QPointF(x, p.y + font.halfDigit() * (1 - up)), text);
    }
}

}  // namespace

void drawRadar(const FigureInk& ink, const FigurePanel& panel, const PanelGeometry& geometry,
               const FigureFont& font, double line_pt) {
    const FigureRect& plot = geometry.plot;
    const Wheel wheel = wheel_of(panel, geometry, font);
    drawScale(ink, wheel, panel, font, plot);
    for (std::size_t s = 0; s < panel.series.size(); ++s) {
        const FigureSeries& series = panel.series[s];
        const SeriesStyle style = style_in_panel(panel, s);
        FigurePolyline line;
        // A spoke without a value interrupts the line instead of pulling it to the middle.
        for (std::size_t i = 0; i <= series.y.size(); ++i) {
            const double value = series.y[i % series.y.size()];
            const FigurePoint p = wheel.at(i % series.y.size(), std::clamp(value, 0.0, 1.0));
            line.push_back(std::isfinite(value) ? p : FigurePoint{NAN, NAN});
        }
        ink.polyline(line, style.color, line_pt, style.dash, plot);
        line.pop_back();
        for (const FigurePoint& p : line)
            if (std::isfinite(p.x)) ink.marker(style.marker, p, 1.7 * line_pt, style.color, false, plot);
    }
}

FigurePoint radarPoint(const FigurePanel& panel, const PanelGeometry& geometry, const FigureFont& font,
                       std::size_t spoke, double share) {
    return wheel_of(panel, geometry, font).at(spoke, std::clamp(share, 0.0, 1.0));
}

}  // namespace trimtab::ui
