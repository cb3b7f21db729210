// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figures/figure_font.h"
#include "ui/figures/figure_ink.h"
#include "ui/figures/figure_layout.h"

namespace trimtab::ui {

/// Draws a radar panel: one spoke a category, 0 in the middle, 1 at the rim.
void drawRadar(const FigureInk& ink, const results::FigurePanel& panel, const PanelGeometry& geometry,
               const FigureFont& font, double line_pt);

/// Where the value `share` (0..1) of a spoke stands.
[[nodiscard]] results::FigurePoint radarPoint(const results::FigurePanel& panel,
                                              const PanelGeometry& geometry, const FigureFont& font,
                                              std::size_t spoke, double share);

}  // namespace trimtab::ui
