// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <vector>

#include "core/results/figure_axis.h"
#include "core/results/figure_geometry.h"
#include "core/results/figure_style.h"
#include "ui/figures/figure_font.h"
#include "ui/figures/figure_legend.h"

namespace trimtab::ui {

/// Where the parts of one panel stand, in pt from the figure's top left.
struct PanelGeometry {
    results::FigureRect cell;  ///< everything that belongs to the panel
    results::FigureRect plot;  ///< the data, and nothing else
    results::FigurePoint legend_at;
    FigureLegend legend;  ///< empty where the figure has one for all panels
    results::AxisRange x, y;
    std::vector<results::AxisTick> x_ticks, y_ticks;
    bool x_tick_labels = true;    ///< false within a stack
    bool rotated_labels = false;  ///< categories that would overlap stand at an angle
    QString x_title;              ///< empty where another panel below says it
    QStringList y_title;          ///< in lines, drawn upwards
    double y_title_x = 0;         ///< middle of the first line
};

/// Where everything of a figure stands.
struct FigureGeometry {
    double width = 0, height = 0;
    QStringList title;
    FigureLegend legend;  ///< of all panels; empty where they have their own
    results::FigurePoint legend_at;
    std::vector<PanelGeometry> panels;
    QStringList footer;  ///< notes, and the caption where the figure is titled
    double footer_y = 0;
};

/// Arranges a checked figure. The height follows from the panels unless the preset fixes it.
[[nodiscard]] FigureGeometry layoutFigure(const results::FigureSpec& figure,
                                          const results::FigurePreset& preset,
                                          const results::FigureOptions& options, const FigureFont& font);

}  // namespace trimtab::ui
