// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

#include "core/results/figure_geometry.h"
#include "core/results/figure_style.h"
#include "ui/figures/figure_font.h"

namespace trimtab::ui {

/// One key with its text. more: "+N more", a text without a key.
struct LegendEntry {
    enum class Key { series, reference_line, event, more };
    Key key = Key::series;
    std::size_t index = 0;  ///< of the series or line in its panel
    QString text;
    double key_pt = 17;   ///< width of the key; 0: a text without one
    double x = 0, y = 0;  ///< left end and middle line, within the legend
};

/// Keys in rows above a plot area: never over the data.
struct FigureLegend {
    std::vector<LegendEntry> entries;
    double width = 0, height = 0;

    [[nodiscard]] bool sameNames(const FigureLegend& other) const;
};

inline constexpr double legend_gap_pt = 3;  ///< between a key and its text

/// The keys of a panel, not yet placed; of a crowded one the first few.
[[nodiscard]] FigureLegend panelLegend(const results::FigurePanel& panel);

/// Places the entries in rows of `width`; names that are longer than a row are cut in the middle.
void placeLegend(FigureLegend& legend, double width, const FigureFont& font);

}  // namespace trimtab::ui
