// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/figure_style.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace trimtab::results {
namespace {

constexpr std::array<FigureColor, 7> palette{{{0, 114, 178},    // blue
                                              {213, 94, 0},     // vermillion
                                              {0, 158, 115},    // bluish green
                                              {204, 121, 167},  // reddish purple
                                              {86, 180, 233},   // sky blue
                                              {0, 0, 0},        // black
                                              {230, 159, 0}}};  // orange

const std::array<std::vector<double>, 5> dashes{{{}, {5, 2}, {1.5, 1.5}, {6, 2, 1.5, 2}, {9, 3}}};

constexpr std::array<FigurePreset, 4> presets{{{"ieee-column", 252, 8, 1.0, 84, 140, 0, 620},
                                               {"ieee-page", 515.5, 8, 1.0, 104, 200, 0, 620},
                                               {"slide", 720, 15, 2.0, 120, 280, 405, 0},
                                               {"screen", 780, 9, 1.2, 125, 260, 0, 0}}};

}  // namespace

std::string FigureColor::hex() const {
    char text[8];
    std::snprintf(text, sizeof text, "#%02x%02x%02x", red, green, blue);
    return text;
}

FigureColor FigureColor::tint(double strength) const {
    const auto mix = [&](std::uint8_t channel) {
        return static_cast<std::uint8_t>(std::lround(255 - strength * (255 - channel)));
    };
    return {mix(red), mix(green), mix(blue)};
}

FigureColor FigureColor::grey() const {
    const auto luma = static_cast<std::uint8_t>(std::lround(0.299 * red + 0.587 * green + 0.114 * blue));
    return {luma, luma, luma};
}

SeriesStyle series_style(int index) {
    const auto i = static_cast<std::size_t>(index < 0 ? 0 : index);
    return {palette[i % palette.size()], dashes[i % dashes.size()],
            static_cast<FigureMarker>(i % static_cast<std::size_t>(marker_count)),
            static_cast<FigureHatch>(i % static_cast<std::size_t>(hatch_count))};
}

SeriesStyle style_in_panel(const FigurePanel& panel, std::size_t position) {
    const FigureSeries& series = panel.series[position];
    int index = 0, distinct = 0;
    for (std::size_t i = 0; i < panel.series.size(); ++i) {
        if (panel.series[i].emphasis == SeriesEmphasis::faint) continue;
        distinct += 1;
        if (i < position) index += 1;
    }
    SeriesStyle style = series_style(series.style >= 0 ? series.style : index);
    // A curve that is alone needs no dash to be told apart.
    if (distinct == 1 && series.emphasis == SeriesEmphasis::normal) style.dash.clear();
    return style;
}

Expected<FigurePreset> find_preset(std::string_view name) {
    std::string known;
    for (const FigurePreset& preset : presets) {
        if (preset.name == name) return preset;
        known += (known.empty() ? "" : ", ") + std::string(preset.name);
    }
    return fail(ErrorCode::invalid_argument,
                "there is no figure preset '" + std::string(name) + "'; use one of " + known);
}

}  // namespace trimtab::results
