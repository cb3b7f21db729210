// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/results/reward_laboratory.h"

namespace trimtab::results {

/// The rankings, their agreement, who wins where, and the Pareto front, for a reader; intervals and units as
/// in comparison_report().
[[nodiscard]] std::string reward_laboratory_report(const RewardLaboratoryResult& result);

/// The same as a document: {rankings, agreements, wins, trade_offs}, keys as the fields of
/// reward_laboratory.h.
[[nodiscard]] std::string reward_laboratory_to_json(const RewardLaboratoryResult& result);

}  // namespace trimtab::results
