// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figures/figure_ink.h"
#include "ui/figures/figure_layout.h"

namespace trimtab::ui {

/// Draws the data of one panel, inside its plot area only.
class SeriesPainter {
  public:
    /// line_pt: width of a curve.
    SeriesPainter(const FigureInk& ink, const results::FigurePanel& panel, const PanelGeometry& geometry,
                  double line_pt);

    /// Raw curves, then bands, then curves, bars and points, each over the one before.
    void drawAll() const;

    /// A legend's key with its middle left at `at`.
    void drawKey(const LegendEntry& entry, const results::FigurePoint& at) const;

    [[nodiscard]] results::FigurePoint place(double x, double y) const;
    /// Where point `index` of a series is drawn: bars and points of one category stand beside one another.
    [[nodiscard]] results::FigurePoint placeOf(std::size_t series, std::size_t index) const;

  private:
    struct Look;
    [[nodiscard]] Look lookOf(std::size_t series) const;
    [[nodiscard]] results::FigurePolyline curve(const results::FigureSeries& series,
                                                const std::vector<double>& values) const;
    void drawBand(std::size_t series) const;
    void drawCurve(std::size_t series) const;
    void drawCurveMarkers(std::size_t series, const results::FigurePolyline& line) const;
    void drawBars(std::size_t series) const;
    void drawPoints(std::size_t series) const;
    void drawWhisker(double x, double low, double high, double cap) const;
    void drawMarks() const;
    [[nodiscard]] double dodge(std::size_t series, double room) const;

    const FigureInk& ink_;
    const results::FigurePanel& panel_;
    const PanelGeometry& geometry_;
    const results::FigureRect& plot_;
    double line_;
    bool crowded_;
};

}  // namespace trimtab::ui
