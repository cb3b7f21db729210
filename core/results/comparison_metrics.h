// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/training/evaluation_result.h"

namespace trimtab::results {

enum class Direction { higher_is_better, lower_is_better, neutral };

/// One number of an episode that policies are compared by.
struct ComparisonMetric {
    std::string_view name;  ///< as in metric_registry.h and EpisodeResult
    std::string_view unit;  ///< "ms", "USD" ...; "1" for a plain number
    Direction direction = Direction::neutral;
    bool compared = false;  ///< pairs get a difference and a verdict in it; the others are only summarised
    double (*value)(const training::EpisodeResult&) = nullptr;
};

/// The return first: its verdict is the pattern's.
[[nodiscard]] std::span<const ComparisonMetric> comparison_metrics();

/// Index in comparison_metrics(); the name must exist.
[[nodiscard]] std::size_t comparison_metric(std::string_view name);

}  // namespace trimtab::results
