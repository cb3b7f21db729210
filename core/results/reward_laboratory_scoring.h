// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/results/reward_laboratory.h"

namespace trimtab::results {

/// The recorded episodes with their returns under `reward`: with_reward_of() the recorded configuration.
/// `unsupported` where the recording does not
/// hold what that takes: the standard form with another SLO, baseline or price, or a kisim form without
/// recorded steps.
[[nodiscard]] Expected<training::EvaluationResult> rescore(const RecordedEvaluation& recorded,
                                                           const config::Config& reward,
                                                           ScoringMethod& method);

}  // namespace trimtab::results
