// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "core/base/expected.h"
#include "core/statistics/test_result.h"

namespace trimtab::statistics {

/// Wilcoxon's signed-rank test of paired differences, two-sided; the statistic is the smaller rank sum
/// (Biometrics Bull. 1, 1945). Zero differences are dropped. Exact for at most 50 differences without zeros
/// and ties, else the normal approximation with tie correction: SciPy's wilcoxon. Error: no difference but
/// zero, or a value that is not finite.
[[nodiscard]] Expected<TestResult> wilcoxon_signed_rank(std::span<const double> differences);

}  // namespace trimtab::statistics
