// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "ui/figures/figure_layout.h"

namespace trimtab::ui {

/// One drawn value of a figure.
struct FigureHit {
    std::size_t panel = 0, series = 0, index = 0;
    results::FigurePoint at;  ///< where it is drawn
};

/// The value drawn nearest to `at`, within `reach`; of the figure that layoutFigure() arranged as `geometry`.
[[nodiscard]] std::optional<FigureHit> nearestValue(const results::FigureSpec& figure,
                                                    const FigureGeometry& geometry, const FigureFont& font,
                                                    const results::FigurePoint& at, double reach);

/// "ppo, spike: 7.31 (7.02 to 7.58)": the series, its place and its value with its interval.
[[nodiscard]] QString valueText(const results::FigureSpec& figure, const FigureHit& hit);

/// What a screen reader says of a figure: its title, and of every named series how many values it has, the
/// last, the smallest and the largest.
[[nodiscard]] QString figureSummary(const results::FigureSpec& figure);

}  // namespace trimtab::ui
