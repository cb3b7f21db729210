// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <memory>
#include <optional>

#include "core/base/expected.h"
#include "core/results/figure_spec.h"
#include "ui/figures/figure_ink.h"
#include "ui/figures/figure_layout.h"

namespace trimtab::ui {

/// What a canvas wants drawn; copied into the drawing thread.
struct DrawingRequest {
    std::shared_ptr<const results::FigureSpec> figure;
    std::optional<std::pair<double, double>> view;  ///< of x
    QSize size;                                     ///< of the widget, in its own pixels
    double pixelRatio = 1;
    int textPixels = 12;
    FigureGround ground;
};

/// A figure as it stands on the screen; lengths of the geometry in the widget's pixels.
struct FigureDrawing {
    results::FigureSpec figure;  ///< with the view as the range of its x axes
    QImage image;
    FigureGeometry geometry;
    FigureFont font;
};

/// Any thread. Errors: a figure that cannot be drawn, no font.
[[nodiscard]] Expected<FigureDrawing> drawFigure(const DrawingRequest& request);

/// The range of a continuous x axis over all panels; nothing for categories and radars.
[[nodiscard]] std::optional<std::pair<double, double>> continuousRange(const results::FigureSpec& figure);

}  // namespace trimtab::ui
