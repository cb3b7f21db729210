// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>

#include "ui/figures/figure_font.h"
#include "ui/figures/figure_ink.h"
#include "ui/figures/figure_layout.h"

namespace trimtab::ui {

/// Draws an arranged figure; one unit of the painter is one pt.
void paintFigure(QPainter& painter, const results::FigureSpec& figure, const FigureGeometry& geometry,
                 const results::FigurePreset& preset, const FigureFont& font, const FigureGround& ground);

}  // namespace trimtab::ui
