// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>
#include <functional>

#include "ui/charts/decimation.h"

class QPainter;

namespace trimtab::ui {

/// How one curve looks. `stepped` draws staircases (replica counts).
struct CurveStyle {
    QString name;
    QColor color;
    Qt::PenStyle dash = Qt::SolidLine;
    double width = 1.5;
    bool stepped = false;
    bool inLegend = true;
};

/// Draws a decimated curve; `toPixel` maps values. A line with two points a pixel column is noise whose joints nobody
/// sees: it is drawn as single hairlines, some fifty times faster than a stroked path that crosses itself.
void paintCurve(QPainter& painter, const CurveStyle& style, const Segments& segments,
                const std::function<QPointF(QPointF)>& toPixel);

}  // namespace trimtab::ui
