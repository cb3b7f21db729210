// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/results/comparison_contender.h"

namespace trimtab::results {

/// The share of the distance from the best baseline to the planner that each candidate closes, per pattern
/// and over all. The baseline is the strongest of those that are no candidates (of all others where
/// everything is one), by its mean return over all patterns. `contenders` are restricted to the episodes that
/// the planner played. Empty where there is no planner.
[[nodiscard]] std::vector<GapClosed> closed_gaps(const std::vector<Contender>& contenders,
                                                 const std::vector<std::string>& patterns, double confidence);

}  // namespace trimtab::results
