// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/results/comparison_contender.h"

namespace trimtab::results {

/// Every candidate against every contender that is neither clairvoyant nor met before the other way round;
/// verdicts included, Holm's correction applied over all pairs and patterns of one metric and test.
[[nodiscard]] std::vector<PairComparison> compare_pairs(const std::vector<Contender>& contenders,
                                                        const std::vector<std::string>& patterns,
                                                        double confidence);

/// The verdict of one metric. Better or worse where the bootstrap interval of the difference excludes zero;
/// with fewer than ten units Student's interval must exclude it too, because percentile intervals of so few
/// units are too narrow.
void judge(MetricComparison& comparison, bool higher_is_better);

}  // namespace trimtab::results
