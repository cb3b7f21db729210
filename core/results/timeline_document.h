// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/base/expected.h"
#include "core/training/evaluation_result.h"

namespace trimtab::results {

inline constexpr const char* timeline_file = "timelines.jsonl";

/// Every kept step of an evaluation, one JSON object a line: policy, pattern, seed, then the fields of
/// training::StepRecord under their names (ms, req/s, %, pods). `probabilities` (a list a head of the action)
/// and `value` (in units of return) stand where the policy has them, `reason` where it tells one. Empty where
/// no timeline was kept.
[[nodiscard]] std::string timelines_to_jsonl(const training::EvaluationResult& evaluation);

/// Puts the steps back beside their episodes, whose own numbers must be there. parse_error with the line
/// where it is not such a document or an episode is unknown.
[[nodiscard]] Expected<void> read_timelines(const std::string& text, const std::string& name,
                                            training::EvaluationResult& evaluation);

}  // namespace trimtab::results
