// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/figure_painter.h"

#include <algorithm>
#include <cmath>

#include "ui/figures/radar_painter.h"
#include "ui/figures/series_painter.h"

namespace trimtab::ui {
namespace {

using namespace results;

constexpr double label_angle_degrees = 35;
constexpr double tick_pt = 2.5;
constexpr double label_gap = 1.5;

class FigurePainter {
  public:
    FigurePainter(const FigureInk& ink, const FigureSpec& figure, const FigureGeometry& geometry,
                  const FigurePreset& preset, const FigureFont& font)
        : ink_(ink), figure_(figure), geometry_(geometry), font_(font), line_(preset.line_pt) {}

    void paint() const {
        text_pen();
        double y = 2 + font_.ascent();
        ink_.painter().setFont(font_.bold());
        for (const QString& line : geometry_.title) {
            ink_.painter().drawText(QPointF(2, y), line);
            y += font_.lineHeight();
        }
        ink_.painter().setFont(font_.font());
        for (std::size_t i = 0; i < geometry_.panels.size(); ++i)
            paint_panel(figure_.panels[i], geometry_.panels[i]);
        if (!geometry_.panels.empty())
            paint_legend(geometry_.legend, geometry_.legend_at, figure_.panels.front(),
                         geometry_.panels.front());
        text_pen();
        y = geometry_.footer_y + font_.ascent();
        for (const QString& line : geometry_.footer) {
            ink_.painter().drawText(QPointF(2, y), line);
            y += font_.lineHeight();
        }
    }

  private:
    void text_pen() const { ink_.painter().setPen(ink_.color(ink_black)); }

    void paint_panel(const FigurePanel& panel, const PanelGeometry& g) const {
        text_pen();
        if (!panel.title.empty()) {
            const double y = g.plot.top - g.legend.height - font_.lineHeight() + font_.ascent() - 2;
            ink_.painter().drawText(QPointF(std::min(g.plot.left, g.legend_at.x), y),
                                    QString::fromStdString(panel.title));
        }
        if (panel.kind == PanelKind::radar) {
            drawRadar(ink_, panel, g, font_, line_);
        } else {
            paint_grid(g);
            const SeriesPainter series(ink_, panel, g, line_);
            series.drawAll();
            paint_axes(g);
            if (!has_numbers(panel)) paint_empty(panel, g);
        }
        paint_legend(g.legend, g.legend_at, panel, g);
    }

    static bool has_numbers(const FigurePanel& panel) {
        return std::any_of(panel.series.begin(), panel.series.end(), [](const FigureSeries& s) {
            return std::any_of(s.y.begin(), s.y.end(), [](double v) { return std::isfinite(v); });
        });
    }

    void paint_empty(const FigurePanel& panel, const PanelGeometry& g) const {
        text_pen();
        const QStringList lines =
            font_.wrapped(QString::fromStdString(panel.empty), g.plot.width() - font_.size());
        double y = g.plot.center().y - static_cast<double>(lines.size() - 1) * font_.lineHeight() / 2;
        for (const QString& line : lines) {
            ink_.painter().drawText(QPointF(g.plot.center().x - font_.width(line) / 2, y), line);
            y += font_.lineHeight();
        }
    }

    void paint_grid(const PanelGeometry& g) const {
        for (const AxisTick& tick : g.y_ticks) {
            const double y = g.plot.bottom - g.plot.height() * g.y.position(tick.value);
            ink_.line({g.plot.left, y}, {g.plot.right, y}, ink_grid, 0.4);
        }
    }

    void paint_axes(const PanelGeometry& g) const {
        const double width = 0.5 * line_;
        ink_.line({g.plot.left, g.plot.top}, {g.plot.left, g.plot.bottom}, ink_axis, width);
        ink_.line({g.plot.left, g.plot.bottom}, {g.plot.right, g.plot.bottom}, ink_axis, width);
        QPainter& painter = ink_.painter();
        for (const double value : minor_ticks(g.y)) {
            const double y = g.plot.bottom - g.plot.height() * g.y.position(value);
            ink_.line({g.plot.left - tick_pt / 2, y}, {g.plot.left, y}, ink_axis, 0.7 * width);
        }
        for (const double value : minor_ticks(g.x)) {
            const double x = g.plot.left + g.plot.width() * g.x.position(value);
            ink_.line({x, g.plot.bottom}, {x, g.plot.bottom + tick_pt / 2}, ink_axis, 0.7 * width);
        }
        for (const AxisTick& tick : g.y_ticks) {
            const double y = g.plot.bottom - g.plot.height() * g.y.position(tick.value);
            ink_.line({g.plot.left - tick_pt, y}, {g.plot.left, y}, ink_axis, width);
            const QString text = QString::fromStdString(tick.text);
            text_pen();
            painter.drawText(
                QPointF(g.plot.left - tick_pt - label_gap - font_.width(text), y + font_.halfDigit()), text);
        }
        for (const AxisTick& tick : g.x_ticks) {
            const double x = g.plot.left + g.plot.width() * g.x.position(tick.value);
            ink_.line({x, g.plot.bottom}, {x, g.plot.bottom + tick_pt}, ink_axis, width);
            if (g.x_tick_labels) paint_x_label(g, x, QString::fromStdString(tick.text));
        }
        paint_titles(g);
    }

    void paint_x_label(const PanelGeometry& g, double x, const QString& text) const {
        text_pen();
        QPainter& painter = ink_.painter();
        const double top = g.plot.bottom + tick_pt + label_gap;
        if (!g.rotated_labels) {
            painter.drawText(QPointF(x - font_.width(text) / 2, top + font_.ascent()), text);
            return;
        }
        painter.save();
        painter.translate(x + font_.halfDigit(), top + font_.halfDigit());
        painter.rotate(-label_angle_degrees);
        painter.drawText(QPointF(-font_.width(text), font_.halfDigit()), text);
        painter.restore();
    }

    void paint_titles(const PanelGeometry& g) const {
        text_pen();
        QPainter& painter = ink_.painter();
        if (!g.x_title.isEmpty())
            painter.drawText(QPointF(g.plot.center().x - font_.width(g.x_title) / 2,
                                     g.cell.bottom - font_.lineHeight() + font_.ascent() - 1),
                             g.x_title);
        double x = g.y_title_x;
        for (const QString& line : g.y_title) {
            painter.save();
            painter.translate(x, g.plot.center().y);
            painter.rotate(-90);
            painter.drawText(QPointF(-font_.width(line) / 2, font_.halfDigit()), line);
            painter.restore();
            x += font_.lineHeight();
        }
    }

    void paint_legend(const FigureLegend& legend, const FigurePoint& at, const FigurePanel& panel,
                      const PanelGeometry& g) const {
        const SeriesPainter keys(ink_, panel, g, line_);
        for (const LegendEntry& entry : legend.entries) {
            const FigurePoint left{at.x + entry.x, at.y + entry.y};
            keys.drawKey(entry, left);
            text_pen();
            const double gap = entry.key_pt > 0 ? entry.key_pt + legend_gap_pt : 0;
            ink_.painter().drawText(QPointF(left.x + gap, left.y + font_.halfDigit()), entry.text);
        }
    }

    const FigureInk& ink_;
    const FigureSpec& figure_;
    const FigureGeometry& geometry_;
    const FigureFont& font_;
    double line_;
};

}  // namespace

void paintFigure(QPainter& painter, const FigureSpec& figure, const FigureGeometry& geometry,
                 const FigurePreset& preset, const FigureFont& font, const FigureGround& ground) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::TextAntialiasing);
    const FigureInk ink(painter, ground);
    FigurePainter(ink, figure, geometry, preset, font).paint();
}

}  // namespace trimtab::ui
