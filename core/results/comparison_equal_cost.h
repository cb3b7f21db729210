// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/results/comparison_contender.h"

namespace trimtab::results {

/// Whether a contender is a static allocation: listed, or, with an empty list, called static...,
/// best-static....
[[nodiscard]] bool is_static(const Contender& contender, const std::vector<std::string>& statics);

/// Every contender that neither is static nor sees the future against mixing the static allocations at its
/// own cost and at its own SLO violations, per pattern and over all. Where a resample leaves the statics'
/// range of cost or SLO violations, the nearest static allocation stands in, to the statics' advantage. Empty
/// where there is no static allocation.
[[nodiscard]] std::vector<EqualCost> compare_at_equal_cost(const std::vector<Contender>& contenders,
                                                           const std::vector<std::string>& patterns,
                                                           const std::vector<std::string>& statics,
                                                           double confidence);

}  // namespace trimtab::results
