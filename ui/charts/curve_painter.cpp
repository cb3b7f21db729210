// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/curve_painter.h"

#include <QPainter>
#include <algorithm>

namespace trimtab::ui {
namespace {

/// Points a pixel from which on a line is noise, if it has more of them than `few_points`.
constexpr double dense_points = 0.7;
constexpr qsizetype few_points = 64;

/// Up to so many points are marked: evaluations are few, and where they were made matters.
constexpr qsizetype most_markers = 32;

/// Pixels beyond which a point is merely outside: the lines to it are as good as vertical, and their dashes
/// can be counted.
constexpr double far_outside = 10000;

QPolygonF mapped(const QList<QPointF>& points, bool stepped, const PixelMap& map) {
    QPolygonF out;
    out.reserve(stepped ? 2 * points.size() : points.size());
    for (const QPointF& point : points) {
        const QPointF exact = map.toPixel(point);
        const QPointF pixel(exact.x(), std::clamp(exact.y(), -far_outside, far_outside));
        if (stepped && !out.isEmpty()) out.append({pixel.x(), out.last().y()});
        out.append(pixel);
    }
    return out;
}

QList<QLineF> lines(const QPolygonF& path) {
    QList<QLineF> out;
    out.reserve(path.size());
    for (qsizetype i = 1; i < path.size(); ++i) out.append(QLineF(path[i - 1], path[i]));
    return out;
}

/// What a dash pattern leaves of the path; `pattern` in pixels, dash and space in turn.
QList<QLineF> dashes(const QPolygonF& path, const QList<qreal>& pattern) {
    QList<QLineF> out;
    qsizetype part = 0;
    double left = pattern.first();
    for (const QLineF& line : lines(path)) {
        const double length = line.length();
        for (double at = 0; at < length;) {
            const double end = std::min(at + left, length);
            if (part % 2 == 0) out.append(QLineF(line.pointAt(at / length), line.pointAt(end / length)));
            left -= end - at;
            at = end;
            if (left > 1e-6) continue;
            part = (part + 1) % pattern.size();
            left = pattern[part];
        }
    }
    return out;
}

QList<qreal> pixelPattern(Qt::PenStyle dash, double width) {
    QList<qreal> pattern = QPen(Qt::black, 1, dash).dashPattern();
    for (qreal& part : pattern) part *= width;
    return pattern;
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
    // Square caps close the joints that single lines leave open.
    const bool solid = style.dash == Qt::SolidLine;
    QPen pen(style.color, style.width, Qt::SolidLine, solid ? Qt::SquareCap : Qt::FlatCap);
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
            static_cast<double>(line.size()) > dense_points * across && line.size() > few_points;
        painter.setRenderHint(QPainter::Antialiasing, !dense && !style.stepped);
        pen.setWidthF(dense ? 1 : style.width);
        painter.setPen(pen);
        painter.drawLines(solid ? lines(line) : dashes(line, pixelPattern(style.dash, pen.widthF())));
    }
}

}  // namespace trimtab::ui
