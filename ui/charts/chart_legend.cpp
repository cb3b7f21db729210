// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_legend.h"

#include <QPainter>

#include "ui/settings/theme.h"

namespace trimtab::ui {
namespace {

constexpr int line_width = 16;
constexpr int gap = 5;

int itemWidth(const QFontMetrics& metrics, const CurveStyle& curve) {
    return line_width + gap + metrics.horizontalAdvance(curve.name) + 2 * gap;
}

}  // namespace

ChartLegend::ChartLegend(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void ChartLegend::setCurves(const QList<CurveStyle>& curves) {
    curves_ = curves;
    QStringList names;
    for (const CurveStyle& curve : curves_) names << curve.name;
    setToolTip(names.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QSize ChartLegend::sizeHint() const {
    int width = 0;
    for (const CurveStyle& curve : curves_) width += itemWidth(fontMetrics(), curve);
    return {width, fontMetrics().height()};
}

QSize ChartLegend::minimumSizeHint() const { return {0, fontMetrics().height()}; }

void ChartLegend::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const ThemeColors& colors = themeColors();
    const int total = sizeHint().width();
    int x = std::max(0, width() - total);
    const int middle = height() / 2;
    const int baseline = (height() + fontMetrics().ascent() - fontMetrics().descent()) / 2;
    for (qsizetype i = 0; i < curves_.size(); ++i) {
        const CurveStyle& curve = curves_[i];
        const int needed = itemWidth(fontMetrics(), curve);
        const bool last = i + 1 == curves_.size();
        const QString more = QStringLiteral("+%1").arg(curves_.size() - i);
        if (x + needed > width() + 2 * gap ||
            (!last && x + needed + fontMetrics().horizontalAdvance(more) > width())) {
            painter.setPen(colors.mutedText);
            painter.drawText(x, baseline, more);
            return;
        }
        painter.setPen(QPen(curve.color, 2, curve.dash));
        painter.drawLine(x, middle, x + line_width, middle);
        painter.setPen(colors.mutedText);
        painter.drawText(x + line_width + gap, baseline, curve.name);
        x += needed;
    }
}

}  // namespace trimtab::ui
