// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/base/expected.h"

namespace trimtab::statistics {

/// Scores of several runs on several tasks, [task][run]. Tasks (here: load patterns) may have different
/// numbers of runs.
using StratifiedScores = std::vector<std::vector<double>>;

/// An error that names the first value that is not finite, or says that there are fewer than `minimum`
/// values.
[[nodiscard]] Expected<void> check_sample(std::span<const double> sample, std::size_t minimum = 1,
                                          std::string_view name = "the sample");

/// The same for every task; at least one task with at least one run each.
[[nodiscard]] Expected<void> check_scores(const StratifiedScores& scores);

/// Both have the same shape and no value that is not finite: run i of one is compared with run i of the
/// other.
[[nodiscard]] Expected<void> check_paired(const StratifiedScores& first, const StratifiedScores& second);

}  // namespace trimtab::statistics
