// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace trimtab::statistics {

/// One thing that can be bought: what it costs and how good it is (higher is better).
struct CostPoint {
    double cost = 0;
    double quality = 0;
};

/// The best quality that mixing the given points can reach at each cost: the rising part of their upper
/// concave hull. A mix (this allocation in some episodes, that one in the others) attains every point of its
/// segments in expectation.
class MixingFrontier {
  public:
    /// Points are finite; order does not matter; may be empty.
    explicit MixingFrontier(std::span<const CostPoint> points);

    /// The quality at a cost; beyond the dearest useful point its quality (more money buys nothing); nothing
    /// below the cheapest point.
    [[nodiscard]] std::optional<double> quality_at(double cost) const;

    /// The least cost of a quality; the cheapest point's below its quality; nothing above the best.
    [[nodiscard]] std::optional<double> cost_of(double quality) const;

    /// Its corners, by ascending cost and quality.
    [[nodiscard]] const std::vector<CostPoint>& corners() const { return corners_; }

  private:
    std::vector<CostPoint> corners_;
};

}  // namespace trimtab::statistics
