// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/expected.h"
#include "core/training/evaluation_result.h"

namespace trimtab::results {

/// mean, std (n - 1), min, max, se (std / sqrt n) and n of a sample; NaN where there is nothing to tell.
struct Spread {
    double mean = 0, std = 0, min = 0, max = 0, se = 0;
    int n = 0;
};
[[nodiscard]] Spread spread(const std::vector<double>& values);

/// comprehensive_evaluation.json. `patterns.<pattern>` describes the first policy: {episode_return: {mean,
/// std, min, max, se, n}, latency_p95_ms (over all requests of its episodes), served_share, cost_usd,
/// energy_wh, slo_violations, scaling_actions, flaps, gpu_share (means over episodes)}; `policies.<name>` has
/// the same for every policy under `patterns`, with `source`, `clairvoyant`, `training_seed` and the raw
/// `episodes`, each with latency_histogram_us: "<middle of a bin in microseconds>:<responses> ...". `mean` is
/// over all patterns.
[[nodiscard]] std::string evaluation_to_json(const training::EvaluationResult& result, double timestamp);

/// Reads it back; timelines are in a file of their own (timeline_document.h) and stay empty.
[[nodiscard]] Expected<training::EvaluationResult> evaluation_from_json(const std::string& text,
                                                                        const std::string& name);

/// evaluation_episode_<N>.json with the original module's keys episode, timestamp, rewards (a mean a
/// pattern), summaries, avg_reward.
[[nodiscard]] std::string episode_evaluation_to_json(std::int64_t episode,
                                                     const training::EvaluationResult& result,
                                                     double timestamp);

}  // namespace trimtab::results
