// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "core/base/expected.h"
#include "core/training/evaluation_result.h"

namespace trimtab::results {

/// Reads a policy that was evaluated elsewhere (in Python, over the module's environment), one JSON object a
/// line and episode, UTF-8; empty lines are skipped. Keys are EpisodeResult's:
///
///   required: pattern (text), seed (whole number >= 0), episode_return, latency_p95_ms, throughput_rps,
///   served_share (0..1),
///     slo_violations (0..1), cost_usd, energy_wh, scaling_actions, flaps (whole numbers)
///   optional: latency_improvement, throughput_improvement, resource_efficiency, stability_bonus (sums of
///   unweighted
///     components), mean_window_p95_ms, mean_ready_gpu, mean_ready_cpu, gpu_share (0..1); left out, they are
///     "not a number"; latency_histogram: list of [latency_ms, count], for the whole-run p95; policy (text),
///     training_seed: the same on every line that has them; the name is else the file's stem.
///
/// {"pattern": "ramp", "seed": 0, "episode_return": 4.9, "latency_p95_ms": 431, "throughput_rps": 27.1,
/// "served_share": 1,
///  "slo_violations": 0.1, "cost_usd": 0.19, "energy_wh": 31, "scaling_actions": 4, "flaps": 0,
///  "latency_histogram": [[118.5, 830], [431, 41]]}
///
/// Errors carry file:line. Whether its episodes pair with other policies' is compare()'s question.
[[nodiscard]] Expected<training::PolicyResult> read_foreign_policy(const std::filesystem::path& file);

/// The same from text; `name` stands for the file.
[[nodiscard]] Expected<training::PolicyResult> parse_foreign_policy(const std::string& text,
                                                                    const std::filesystem::path& name);

}  // namespace trimtab::results
