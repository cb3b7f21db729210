// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/figure_geometry.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace trimtab::results {
namespace {

bool is_finite(const FigurePoint& p) { return std::isfinite(p.x) && std::isfinite(p.y); }

/// Cuts the segment a-b to the rectangle; false where nothing is left.
bool clip_segment(FigurePoint& a, FigurePoint& b, const FigureRect& rect) {
    const double dx = b.x - a.x, dy = b.y - a.y;
    double enter = 0, leave = 1;
    const std::array<std::array<double, 2>, 4> sides{
        {{-dx, a.x - rect.left}, {dx, rect.right - a.x}, {-dy, a.y - rect.top}, {dy, rect.bottom - a.y}}};
    for (const auto& [p, q] : sides) {
        if (p == 0) {
            if (q < 0) return false;
        } else if (p < 0) {
            enter = std::max(enter, q / p);
        } else {
            leave = std::min(leave, q / p);
        }
    }
    if (enter > leave) return false;
    const FigurePoint start = a;
    // An end that is inside stays the same to the last bit, so that the caller can tell.
    if (enter > 0) a = {start.x + enter * dx, start.y + enter * dy};
    if (leave < 1) b = {start.x + leave * dx, start.y + leave * dy};
    return true;
}

}  // namespace

std::vector<FigurePolyline> clip_polyline(std::span<const FigurePoint> points, const FigureRect& rect) {
    std::vector<FigurePolyline> parts;
    FigurePolyline part;
    const auto finish = [&] {
        if (!part.empty()) parts.push_back(std::move(part));
        part.clear();
    };
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (!is_finite(points[i])) {
            finish();
            continue;
        }
        if (i == 0 || !is_finite(points[i - 1])) {
            const bool alone = i + 1 == points.size() || !is_finite(points[i + 1]);
            if (alone && rect.contains(points[i])) parts.push_back({points[i]});
            continue;
        }
        FigurePoint a = points[i - 1], b = points[i];
        if (!clip_segment(a, b, rect)) {
            finish();
            continue;
        }
        if (part.empty() || part.back() != a) {
            finish();
            part.push_back(a);
        }
        part.push_back(b);
        if (b != points[i]) finish();
    }
    finish();
    return parts;
}

FigurePolyline clip_polygon(FigurePolyline polygon, const FigureRect& rect) {
    const auto cut = [&](auto inside, auto crossing) {
        FigurePolyline out;
        for (std::size_t i = 0; i < polygon.size(); ++i) {
            const FigurePoint& a = polygon[(i + polygon.size() - 1) % polygon.size()];
            const FigurePoint& b = polygon[i];
            if (inside(a) != inside(b)) out.push_back(crossing(a, b));
            if (inside(b)) out.push_back(b);
        }
        polygon = std::move(out);
    };
    const auto at_x = [](double x) {
        return [x](const FigurePoint& a, const FigurePoint& b) {
            return FigurePoint{x, a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x)};
        };
    };
    const auto at_y = [](double y) {
        return [y](const FigurePoint& a, const FigurePoint& b) {
            return FigurePoint{a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y), y};
        };
    };
    cut([&](const FigurePoint& p) { return p.x >= rect.left; }, at_x(rect.left));
    cut([&](const FigurePoint& p) { return p.x <= rect.right; }, at_x(rect.right));
    cut([&](const FigurePoint& p) { return p.y >= rect.top; }, at_y(rect.top));
    cut([&](const FigurePoint& p) { return p.y <= rect.bottom; }, at_y(rect.bottom));
    return polygon;
}

std::vector<std::size_t> decimated_indices(std::span<const FigurePoint> points, double column_pt) {
    std::vector<std::size_t> out;
    std::size_t begin = 0;
    while (begin < points.size()) {
        if (!is_finite(points[begin])) {
            out.push_back(begin++);
            continue;
        }
        const double column = std::floor(points[begin].x / column_pt);
        std::size_t end = begin, low = begin, high = begin;
        while (end < points.size() && is_finite(points[end]) &&
               std::floor(points[end].x / column_pt) == column) {
            if (points[end].y < points[low].y) low = end;
            if (points[end].y > points[high].y) high = end;
            ++end;
        }
        const std::array<std::size_t, 4> kept{begin, std::min(low, high), std::max(low, high), end - 1};
        for (std::size_t k = 0; k < kept.size(); ++k)
            if (k == 0 || kept[k] != kept[k - 1]) out.push_back(kept[k]);
        begin = end;
    }
    return out;
}

FigurePolyline decimate_polyline(std::span<const FigurePoint> points, double column_pt) {
    FigurePolyline out;
    for (const std::size_t i : decimated_indices(points, column_pt)) out.push_back(points[i]);
    return out;
}

FigurePolyline step_polyline(std::span<const FigurePoint> points) {
    FigurePolyline out;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (i > 0 && is_finite(points[i]) && is_finite(points[i - 1]))
            out.push_back({points[i].x, points[i - 1].y});
        out.push_back(points[i]);
    }
    return out;
}

std::vector<FigurePolyline> hatch_lines(const FigureRect& rect, double angle, double spacing) {
    std::vector<FigurePolyline> out;
    const double radians = angle * std::numbers::pi / 180;
    const FigurePoint along{std::cos(radians), -std::sin(radians)}, across{-along.y, along.x};
    const double reach = std::hypot(rect.width(), rect.height());
    const FigurePoint center = rect.center();
    for (double offset = -std::floor(reach / 2 / spacing) * spacing; offset <= reach / 2; offset += spacing) {
        const FigurePoint middle{center.x + offset * across.x, center.y + offset * across.y};
        const FigurePolyline line{{middle.x - reach * along.x, middle.y - reach * along.y},
                                  {middle.x + reach * along.x, middle.y + reach * along.y}};
        for (FigurePolyline& part : clip_polyline(line, rect))
            if (part.size() > 1) out.push_back(std::move(part));
    }
    return out;
}

}  // namespace trimtab::results
