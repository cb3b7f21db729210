// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/figure_drawing.h"

#include <QPainter>
#include <cmath>

#include "core/results/figure_axis.h"
#include "ui/figures/figure_painter.h"

namespace trimtab::ui {
namespace {

constexpr double bottom_room = 8;

}  // namespace

std::optional<std::pair<double, double>> continuousRange(const results::FigureSpec& figure) {
    for (const results::FigurePanel& panel : figure.panels)
        if (panel.kind == results::PanelKind::radar || !panel.x.categories.empty() ||
            panel.x.scale == results::AxisScale::logarithmic)
            return std::nullopt;
    if (figure.panels.empty()) return std::nullopt;
    const results::AxisRange range = results::shared_x_range(figure.panels);
    return std::pair{range.minimum, range.maximum};
}

Expected<FigureDrawing> drawFigure(const DrawingRequest& request) {
    results::FigureSpec figure = *request.figure;
    if (auto checked = results::check_figure(figure); !checked) return Unexpected<Error>(checked.error());
    if (request.view)
        for (results::FigurePanel& panel : figure.panels)
            std::tie(panel.x.minimum, panel.x.maximum) = *request.view;
    auto font = FigureFont::load(request.textPixels);
    if (!font) return Unexpected<Error>(font.error());
    // The layout rounds upwards; the last line must not be cut.
    const double height = request.size.height() - bottom_room;
    const results::FigurePreset preset{"screen",
                                       static_cast<double>(request.size.width()),
                                       request.textPixels,
                                       1.5,
                                       std::max(60.0, height / 2),
                                       std::max(60.0, height),
                                       height,
                                       height};
    FigureGeometry geometry = layoutFigure(figure, preset, {}, *font);
    QImage image(request.size * request.pixelRatio, QImage::Format_RGB32);
    image.setDevicePixelRatio(request.pixelRatio);
    image.fill(request.ground.paper);
    {
        QPainter painter(&image);
        paintFigure(painter, figure, geometry, preset, *font, request.ground);
    }
    return FigureDrawing{std::move(figure), std::move(image), std::move(geometry), std::move(*font)};
}

}  // namespace trimtab::ui
