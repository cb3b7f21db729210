// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/simplex_search.h"

#include <algorithm>
#include <cmath>

namespace trimtab::results {
namespace {

struct Vertex {
    std::vector<double> point;
    double cost = 0;
};

/// centre + factor (vertex - centre)
std::vector<double> along(const std::vector<double>& centre, const std::vector<double>& vertex,
                          double factor) {
    std::vector<double> out(centre.size());
    for (std::size_t i = 0; i < centre.size(); ++i) out[i] = centre[i] + factor * (vertex[i] - centre[i]);
    return out;
}

}  // namespace

std::vector<double> simplex_search(const std::function<double(std::span<const double>)>& cost,
                                   std::vector<double> start, double edge, int evaluations, StopToken stop) {
    if (start.empty()) return start;
    int left = evaluations;
    const auto measure = [&](std::vector<double> point) {
        --left;
        const double value = cost(point);
        return Vertex{std::move(point), value};
    };
    Vertex best = measure(std::move(start));
    for (double size = edge; left > 0 && size > 0.002 && !stop.stop_requested(); size /= 3) {
        std::vector<Vertex> simplex = {best};
        for (std::size_t i = 0; i < best.point.size(); ++i) {
            std::vector<double> corner = best.point;
            corner[i] += size;
            simplex.push_back(measure(std::move(corner)));
        }
        for (;;) {
            std::ranges::stable_sort(simplex, {}, &Vertex::cost);
            double spread = 0;
            for (std::size_t i = 0; i < best.point.size(); ++i)
                spread = std::max(spread, std::abs(simplex.back().point[i] - simplex.front().point[i]));
            if (left <= 0 || spread < 0.05 * size || stop.stop_requested()) break;
            std::vector<double> centre(best.point.size());
            for (std::size_t v = 0; v + 1 < simplex.size(); ++v)
                for (std::size_t i = 0; i < centre.size(); ++i)
                    centre[i] += simplex[v].point[i] / static_cast<double>(simplex.size() - 1);
            Vertex& worst = simplex.back();
            const double second_worst = simplex[simplex.size() - 2].cost;
            Vertex reflected = measure(along(centre, worst.point, -1));
            if (reflected.cost < simplex.front().cost) {
                Vertex expanded = measure(along(centre, worst.point, -2));
                worst = expanded.cost < reflected.cost ? std::move(expanded) : std::move(reflected);
            } else if (reflected.cost < second_worst) {
                worst = std::move(reflected);
            } else {
                const bool outside = reflected.cost < worst.cost;
                Vertex contracted = measure(along(centre, outside ? reflected.point : worst.point, 0.5));
                if (contracted.cost < std::min(reflected.cost, worst.cost)) {
                    worst = std::move(contracted);
                } else {
                    for (std::size_t v = 1; v < simplex.size(); ++v)
                        simplex[v] = measure(along(simplex.front().point, simplex[v].point, 0.5));
                }
            }
        }
        best = simplex.front();
    }
    return best.point;
}

}  // namespace trimtab::results
