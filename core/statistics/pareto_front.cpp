// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/pareto_front.h"

#include "core/statistics/sample.h"

namespace trimtab::statistics {
namespace {

bool beats(const std::vector<double>& a, const std::vector<double>& b) {
    bool smaller = false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i] > b[i]) return false;
        smaller = smaller || a[i] < b[i];
    }
    return smaller;
}

}  // namespace

Expected<std::vector<std::size_t>> pareto_front(std::span<const std::vector<double>> points) {
    for (const auto& point : points) {
        if (auto ok = check_sample(point, 1, "a point"); !ok) return Unexpected<Error>(ok.error());
        if (point.size() != points.front().size())
            return fail(ErrorCode::invalid_argument,
                        "points with different numbers of objectives: give each the same");
    }
    std::vector<std::size_t> front;
    for (std::size_t i = 0; i < points.size(); ++i) {
        bool beaten = false;
        for (std::size_t j = 0; !beaten && j < points.size(); ++j) beaten = beats(points[j], points[i]);
        if (!beaten) front.push_back(i);
    }
    return front;
}

}  // namespace trimtab::statistics
