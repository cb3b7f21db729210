// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/figure_hit.h"

#include <algorithm>
#include <cmath>

#include "ui/figures/radar_painter.h"
#include "ui/figures/series_painter.h"

namespace trimtab::ui {
namespace {

using namespace results;

QString number(double value) { return QString::fromStdString(format_number(value)); }

QString place_text(const FigurePanel& panel, const FigureSeries& series, std::size_t index) {
    const FigureAxis& axis = panel.x;
    if (series.kind == SeriesKind::radar) return QString::fromStdString(axis.categories[index]);
    const double x = series.x[index];
    const auto category = static_cast<std::size_t>(std::lround(std::max(0.0, x)));
    if (category < axis.categories.size()) return QString::fromStdString(axis.categories[category]);
    const QString unit = axis.unit.empty() ? QString() : u' ' + QString::fromStdString(axis.unit);
    return QString::fromStdString(axis.label) + u' ' + number(x) + unit;
}

}  // namespace

std::optional<FigureHit> nearestValue(const FigureSpec& figure, const FigureGeometry& geometry,
                                      const FigureFont& font, const FigurePoint& at, double reach) {
    std::optional<FigureHit> nearest;
    double best = reach;
    QPainter nowhere;
    const FigureInk ink(nowhere, {});
    for (std::size_t p = 0; p < geometry.panels.size() && p < figure.panels.size(); ++p) {
        const FigurePanel& panel = figure.panels[p];
        const PanelGeometry& place = geometry.panels[p];
        if (!place.plot.inset(-reach).contains(at)) continue;
        const SeriesPainter painter(ink, panel, place, 1);
        for (std::size_t s = 0; s < panel.series.size(); ++s)
            for (std::size_t i = 0; i < panel.series[s].y.size(); ++i) {
                const double value = panel.series[s].y[i];
                if (!std::isfinite(value)) continue;
                const FigurePoint drawn = panel.kind == PanelKind::radar
                                              ? radarPoint(panel, place, font, i, value)
                                              : painter.placeOf(s, i);
                const double distance = std::hypot(drawn.x - at.x, drawn.y - at.y);
                if (!(distance <= best) || !place.plot.inset(-1).contains(drawn)) continue;
                best = distance;
                nearest = FigureHit{p, s, i, drawn};
            }
    }
    return nearest;
}

QString valueText(const FigureSpec& figure, const FigureHit& hit) {
    const FigurePanel& panel = figure.panels[hit.panel];
    const FigureSeries& series = panel.series[hit.series];
    QString text =
        series.name.empty() ? QString() : QString::fromStdString(series.name) + QStringLiteral(", ");
    text += place_text(panel, series, hit.index) + QStringLiteral(": ") + number(series.y[hit.index]);
    if (!panel.y.unit.empty()) text += u' ' + QString::fromStdString(panel.y.unit);
    if (hit.index < series.low.size() && std::isfinite(series.low[hit.index]))
        text += QStringLiteral(" (%1 \u2013 %2)")
                    .arg(number(series.low[hit.index]), number(series.high[hit.index]));
    return text;
}

QString figureSummary(const FigureSpec& figure) {
    QStringList parts{QString::fromStdString(figure.title)};
    for (const FigurePanel& panel : figure.panels)
        for (const FigureSeries& series : panel.series) {
            if (series.name.empty()) continue;
            std::vector<double> values;
            std::ranges::copy_if(series.y, std::back_inserter(values),
                                 [](double v) { return std::isfinite(v); });
            QString text =
                QString::fromStdString(panel.title.empty() ? series.name : panel.title + ", " + series.name);
            if (values.empty()) {
                parts.append(text + QStringLiteral(": no data"));
                continue;
            }
            const auto [low, high] = std::ranges::minmax(values);
            parts.append(text + QStringLiteral(": %1 values, last %2, smallest %3, largest %4")
                                    .arg(values.size())
                                    .arg(number(values.back()), number(low), number(high)));
        }
    return parts.join(QStringLiteral(". "));
}

}  // namespace trimtab::ui
