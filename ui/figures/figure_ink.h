// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPainter>
#include <QPen>

#include "core/results/figure_geometry.h"
#include "core/results/figure_style.h"

namespace trimtab::ui {

/// What a figure is drawn on. On paper (the default) colours are the style's own, or their greys. On a screen
/// greys lie between `paper` and `text`, so that the same figure stands on a dark window.
struct FigureGround {
    bool grey = false;
    bool screen = false;
    QColor paper = Qt::white;  ///< of a screen
    QColor text = Qt::black;
};

/// The strokes and fills of a figure on one painter, one unit a pt. Everything but text is cut to a rectangle
/// before it is drawn: not every output format clips.
class FigureInk {
  public:
    FigureInk(QPainter& painter, FigureGround ground) : painter_(painter), ground_(std::move(ground)) {}

    [[nodiscard]] QPainter& painter() const { return painter_; }
    [[nodiscard]] QColor color(const results::FigureColor& color) const;
    /// Mixed with the ground: 1 is the colour itself.
    [[nodiscard]] results::FigureColor tint(const results::FigureColor& color, double strength) const;

    /// A line with round joins, cut to `rect` less half of its width.
    void polyline(std::span<const results::FigurePoint> points, const results::FigureColor& color,
                  double width, const std::vector<double>& dash, const results::FigureRect& rect) const;
    void polygon(const results::FigurePolyline& points, const results::FigureColor& fill,
                 const results::FigureRect& rect) const;
    /// Filled, or with the ground inside.
    void marker(results::FigureMarker marker, const results::FigurePoint& at, double radius,
                const results::FigureColor& color, bool hollow, const results::FigureRect& rect) const;
    /// A filled box with its outline and hatching.
    void box(const results::FigureRect& box, const results::SeriesStyle& style, double line, bool hollow,
             const results::FigureRect& rect) const;
    void line(results::FigurePoint a, results::FigurePoint b, const results::FigureColor& color,
              double width) const;

  private:
    QPainter& painter_;
    FigureGround ground_;
};

inline constexpr results::FigureColor ink_black{20, 20, 20};
inline constexpr results::FigureColor ink_axis{70, 70, 70};
inline constexpr results::FigureColor ink_grid{228, 228, 228};
inline constexpr results::FigureColor ink_raw{200, 200, 200};

}  // namespace trimtab::ui
