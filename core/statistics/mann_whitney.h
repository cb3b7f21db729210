// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "core/base/expected.h"
#include "core/statistics/test_result.h"

namespace trimtab::statistics {

/// The Mann-Whitney U test, two-sided; the statistic is U of `first` (Ann. Math. Stat. 18, 1947). Exact where
/// a sample has at most eight values and none tie, else the normal approximation with tie and continuity
/// correction: the choice and the numbers of SciPy's mannwhitneyu(method="auto"). Error: an empty sample, a
/// value that is not finite, or all values equal.
[[nodiscard]] Expected<TestResult> mann_whitney_u(std::span<const double> first,
                                                  std::span<const double> second);

}  // namespace trimtab::statistics
