// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/expected.h"
#include "core/results/figure_spec.h"

namespace trimtab::results {

/// sRGB, opaque.
struct FigureColor {
    std::uint8_t red = 0, green = 0, blue = 0;
    friend bool operator==(const FigureColor&, const FigureColor&) = default;

    /// "#0072b2".
    [[nodiscard]] std::string hex() const;
    /// Mixed with white: 1 is the colour itself, 0 white. Opaque, where transparency would bead.
    [[nodiscard]] FigureColor tint(double strength) const;
    /// Its grey on paper (Rec. 601 luma).
    [[nodiscard]] FigureColor grey() const;
};

/// The shapes of data points, in the order in which series take them.
enum class FigureMarker {
    circle,
    square,
    triangle,
    diamond,
    triangle_down,
    plus,
    cross,
    star,
    triangle_left
};
inline constexpr int marker_count = 9;

/// Fill of a bar beside its colour. rising: "/", falling: "\".
enum class FigureHatch {
    none,
    rising,
    falling,
    crossed,
    horizontal,
    vertical,
    grid,
    dense_rising,
    dense_horizontal
};
inline constexpr int hatch_count = 9;

/// How a series looks. Within the first 45 no two share both dash and marker, within nine no two a
/// marker or a hatch: they stay apart in grey.
struct SeriesStyle {
    FigureColor color;
    std::vector<double> dash;  ///< on, off ... in multiples of the line's width; empty: solid
    FigureMarker marker = FigureMarker::circle;
    FigureHatch hatch = FigureHatch::none;
};

/// Style of series `index` (0 and up): colours of Okabe and Ito (jfly.uni-koeln.de/color) without the yellow.
[[nodiscard]] SeriesStyle series_style(int index);

/// The style of series `position` of a panel: its own, or that of its place among those that are not faint.
[[nodiscard]] SeriesStyle style_in_panel(const FigurePanel& panel, std::size_t position);

/// A size that a figure is written at. Lengths in pt of 1/72 inch.
struct FigurePreset {
    std::string_view name;
    double width_pt;
    int text_pt;              ///< all text, at final size
    double line_pt;           ///< of a curve; axes have half of it
    double panel_height_pt;   ///< of one panel's plot area in a stack or grid of several
    double single_height_pt;  ///< of a figure with one panel
    double figure_height_pt;  ///< fixed height of the whole figure; 0: as the panels need
    double height_limit_pt;   ///< panels shrink where the figure would be higher; 0: no limit
};

/// ieee-column (252 pt), ieee-page (515.5 pt), slide (16:9), screen (780 pt). Error: not one of them.
[[nodiscard]] Expected<FigurePreset> find_preset(std::string_view name);

/// How a figure is written.
struct FigureOptions {
    std::string preset = "ieee-column";
    bool anonymous = false;  ///< no run ids, no config hash, no version in the file
    bool titled = false;  ///< title above and caption below inside the picture; slides always have the title
    bool grey = false;    ///< as a grey printer shows it (PNG, PDF and SVG)
    int png_dpi = 600;    ///< 600 for line art in print
};

/// More series than this in one panel are drawn thin, and the legend names the first few and ends in "+N
/// more".
inline constexpr std::size_t legend_limit = 12;
inline constexpr std::size_t crowded_legend = 5;

}  // namespace trimtab::results
