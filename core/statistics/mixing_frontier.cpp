// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/mixing_frontier.h"

#include <algorithm>

namespace trimtab::statistics {
namespace {

// Whether b lies on or below the line from a to c, so that mixing a and c makes it superfluous.
bool superfluous(const CostPoint& a, const CostPoint& b, const CostPoint& c) {
    return (b.quality - a.quality) * (c.cost - a.cost) <= (c.quality - a.quality) * (b.cost - a.cost);
}

}  // namespace

MixingFrontier::MixingFrontier(std::span<const CostPoint> points) {
    std::vector<CostPoint> sorted(points.begin(), points.end());
    std::sort(sorted.begin(), sorted.end(), [](const CostPoint& a, const CostPoint& b) {
        return a.cost != b.cost ? a.cost < b.cost : a.quality > b.quality;
    });
    for (const CostPoint& point : sorted) {
        if (!corners_.empty() && point.quality <= corners_.back().quality) continue;
        while (corners_.size() > 1 && superfluous(corners_[corners_.size() - 2], corners_.back(), point))
            corners_.pop_back();
        corners_.push_back(point);
    }
}

std::optional<double> MixingFrontier::quality_at(double cost) const {
    if (corners_.empty() || cost < corners_.front().cost) return std::nullopt;
    for (std::size_t i = 1; i < corners_.size(); ++i) {
        const CostPoint& a = corners_[i - 1];
        const CostPoint& b = corners_[i];
        if (cost < b.cost) return a.quality + (b.quality - a.quality) * (cost - a.cost) / (b.cost - a.cost);
    }
    return corners_.back().quality;
}

std::optional<double> MixingFrontier::cost_of(double quality) const {
    if (corners_.empty() || quality > corners_.back().quality) return std::nullopt;
    if (quality <= corners_.front().quality) return corners_.front().cost;
    for (std::size_t i = 1; i < corners_.size(); ++i) {
        const CostPoint& a = corners_[i - 1];
        const CostPoint& b = corners_[i];
        if (quality <= b.quality)
            return a.cost + (b.cost - a.cost) * (quality - a.quality) / (b.quality - a.quality);
    }
    return corners_.back().cost;
}

}  // namespace trimtab::statistics
