// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace trimtab::app {

/// Panning and zooming one chart with 1,000,000 points, every frame painted at once.
struct PanZoomTimes {
    double median_ms = 0;
    double worst_ms = 0;
};
[[nodiscard]] PanZoomTimes measure_million_points();

/// Share of one core that eight charts of 400x250 take in the GUI thread while two rows a frame arrive at 25
/// Hz.
[[nodiscard]] double measure_live_charts(double seconds);

}  // namespace trimtab::app
