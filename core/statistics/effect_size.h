// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "core/base/expected.h"

namespace trimtab::statistics {

/// Cohen's d_z of paired samples: mean difference over the standard deviation of the differences (Cohen,
/// "Statistical Power Analysis", 2nd ed., section 2.3.5). Error: fewer than two pairs, or differences without
/// spread.
[[nodiscard]] Expected<double> cohen_dz(std::span<const double> differences);

/// Hedges' g of two independent samples: the difference of means over the pooled standard deviation, times
/// the small-sample correction 1 - 3/(4 (n1 + n2) - 9) (Hedges, J. Educ. Stat. 6, 1981). Chosen beside d_z
/// because it ignores the pairing; Cliff's delta would say nothing new, it is 2 P - 1 of the probability of
/// improvement. Error as above.
[[nodiscard]] Expected<double> hedges_g(std::span<const double> first, std::span<const double> second);

}  // namespace trimtab::statistics
