// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace trimtab::results {

/// A place on paper, in pt, y downwards.
struct FigurePoint {
    double x = 0;
    double y = 0;
    friend bool operator==(const FigurePoint&, const FigurePoint&) = default;
};

/// In points, y downwards.
struct FigureRect {
    double left = 0, top = 0, right = 0, bottom = 0;

    [[nodiscard]] double width() const { return right - left; }
    [[nodiscard]] double height() const { return bottom - top; }
    [[nodiscard]] FigurePoint center() const { return {(left + right) / 2, (top + bottom) / 2}; }
    [[nodiscard]] bool contains(const FigurePoint& p) const {
        return left <= p.x && p.x <= right && top <= p.y && p.y <= bottom;
    }
    /// Smaller by `by` on every side.
    [[nodiscard]] FigureRect inset(double by) const { return {left + by, top + by, right - by, bottom - by}; }
};

using FigurePolyline = std::vector<FigurePoint>;

/// The parts of a polyline inside the rectangle (Liang and Barsky 1984). A point that is not finite ends one
/// part: gaps stay gaps. A single point between gaps is a part of one point.
[[nodiscard]] std::vector<FigurePolyline> clip_polyline(std::span<const FigurePoint> points,
                                                        const FigureRect& rect);

/// The part of a filled polygon inside the rectangle (Sutherland and Hodgman 1974); empty where there is
/// none.
[[nodiscard]] FigurePolyline clip_polygon(FigurePolyline polygon, const FigureRect& rect);

/// Which points to keep so that a long curve looks the same: of every pixel column of `column_pt` the first,
/// the smallest, the largest and the last, in their order, and all gaps (not finite). Points are ordered by
/// x.
[[nodiscard]] std::vector<std::size_t> decimated_indices(std::span<const FigurePoint> points,
                                                         double column_pt);
[[nodiscard]] FigurePolyline decimate_polyline(std::span<const FigurePoint> points, double column_pt);

/// The corners of a step curve: every value holds until the next position.
[[nodiscard]] FigurePolyline step_polyline(std::span<const FigurePoint> points);

/// Hatching lines at `angle` degrees through a rectangle, `spacing` apart, clipped to it.
[[nodiscard]] std::vector<FigurePolyline> hatch_lines(const FigureRect& rect, double angle, double spacing);

}  // namespace trimtab::results
