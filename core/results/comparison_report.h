// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/results/comparison_values.h"

namespace trimtab::results {

inline constexpr const char* comparison_report_file = "rl_comparison_report.txt";

/// The result for a reader: verdicts, differences, the policies themselves, expected improvements, equal
/// cost, the distance to the planner, notes. Every claim with its interval or why it has none, every number
/// with its unit.
[[nodiscard]] std::string comparison_report(const ComparisonResult& result);

}  // namespace trimtab::results
