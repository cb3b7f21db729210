// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/base/expected.h"
#include "core/results/comparison_values.h"

namespace trimtab::results {

inline constexpr const char* comparison_data_file = "rl_comparison_data.json";

/// The whole result. An estimate is {value, n, low, high, confidence} or {value, n, no_interval: why}; keys
/// are the names of comparison_values.h, patterns are keyed by name with "all" for the mean over them;
/// numbers have a decimal point in every locale, and none is NaN: what there is no number for is absent or
/// has a `problem`.
[[nodiscard]] std::string comparison_to_json(const ComparisonResult& result);

/// The expected improvements of comparison_to_json()'s text, which an evaluation alone cannot give again.
/// `name` stands for the file in errors.
[[nodiscard]] Expected<std::vector<ExpectedImprovement>> improvements_from_json(const std::string& text,
                                                                                const std::string& name);

}  // namespace trimtab::results
