// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/curve_painter.h"

#include <QPainter>
#include <algorithm>

namespace trimtab::ui {
namespace {

/// Points a pixel from which on a line is noise.
constexpr double dense_points = 0.7;
/// Longer paths are drawn as single lines: at joints a pixel or two apart nobody sees the difference, and the
/// cost of a stroked path grows faster than its length.
constexpr qsizetype longest_path = 64;

/// Up to so many points are marked: evaluations are few, and where they were made matters.
constexpr qsizetype most_markers = 32;

QPolygonF mapped(const QList<QPointF>& points, bool stepped, const PixelMap& map) {
    QPolygonF out;
    out.reserve(stepped ? 2 * points.size() : points.size());
    for (const QPointF& point : points) {
        const QPointF pixel = map.toPixel(point);
        if (stepped && !out.isEmpty()) out.append({pixel.x(), out.last().y()});
        out.append(pixel);
    }
    return out;
}

void drawLines(QPainter& painter, const QPolygonF& line) {
    QList<QLineF> lines;
    lines.reserve(line.size());
    for (qsizetype i = 1; i < line.size(); ++i) lines.append(QLineF(line[i - 1], line[i]));
    painter.drawLines(lines);
}

}  // namespace

PixelMap::PixelMap(const QRectF& plot, QPointF minimum, QPointF maximum, bool logarithmic)
    : left_(plot.left()), bottom_(plot.bottom()), xMin_(minimum.x()), logarithmic_(logarithmic) {
    yMin_ = scaled(minimum.y());
    const double width = maximum.x() - minimum.x();
    const double height = scaled(maximum.y()) - yMin_;
    if (width > 0) xScale_ = plot.width() / width;
    if (height > 0) yScale_ = plot.height() / height;
}

QPointF PixelMap::toValue(QPointF pixel) const {
    const double x = xScale_ > 0 ? xMin_ + (pixel.x() - left_) / xScale_ : xMin_;
    const double y = yScale_ > 0 ? yMin_ + (bottom_ - pixel.y()) / yScale_ : yMin_;
    return {x, logarithmic_ ? std::pow(10.0, y) : y};
}

void paintCurve(QPainter& painter, const CurveStyle& style, const Segments& segments, const PixelMap& map) {
    QPen pen(style.color, style.width, style.dash, Qt::FlatCap, Qt::RoundJoin);
    for (const QList<QPointF>& segment : segments) {
        const QPolygonF line = mapped(segment, style.stepped, map);
        if (!style.stepped && line.size() <= most_markers) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(Qt::NoPen);
            painter.setBrush(style.color);
            for (const QPointF& point : line)
                painter.drawEllipse(point, 1.5 * style.width, 1.5 * style.width);
        }
        painter.setBrush(Qt::NoBrush);
        const double across = std::max(1.0, line.last().x() - line.first().x());
        const bool dense =
            static_cast<double>(line.size()) > dense_points * across && line.size() > longest_path;
        painter.setRenderHint(QPainter::Antialiasing, !dense && !style.stepped);
        pen.setWidthF(dense ? 1 : style.width);
        painter.setPen(pen);
        // A dash pattern needs the whole path.
        if (line.size() <= longest_path || (style.dash != Qt::SolidLine && !dense))
            painter.drawPolyline(line);
        else
            drawLines(painter, line);
    }
}

}  // namespace trimtab::ui
