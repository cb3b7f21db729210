// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/results/comparison_contender.h"

namespace trimtab::results {

/// Every contender by itself: means, IQMs and whole-run p95 with intervals, its return's performance profile
/// (thresholds shared by all), and how far it stays below the planner.
[[nodiscard]] std::vector<ContenderSummary> summarize_contenders(const std::vector<Contender>& contenders,
                                                                 const std::vector<std::string>& patterns,
                                                                 double confidence);

}  // namespace trimtab::results
