// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/expected.h"
#include "core/config/load_config.h"
#include "core/load/load_schedule.h"

namespace trimtab::load {

/// Names of every pattern, at their index: ramp 0, spike 1, periodic 2, random 3, constant 4, day 5, trace 6.
/// The index is the entity of the pattern's random draws and the thousands of its test seeds (SIMULATOR 3 and
/// 8).
[[nodiscard]] const std::vector<std::string>& pattern_names();
[[nodiscard]] std::optional<int> pattern_index(std::string_view pattern);

/// The load of one episode, one value for each of `duration_s` >= 1 seconds (SIMULATOR 3 and 9).
/// Deterministic in its arguments and the trace file. The profile decides about the users: `default` those of
/// the config; `published` 10 to 45 (ramp), 47 (spike), 20 (periodic), 71 (random); `kisim` 10 to 100 without
/// jitter, periodic with P = 100 s, random holding 30 s. Both of the latter post one image a request:
/// `simulator.images_per_request: 1` belongs to the profile and is set where the configuration is resolved.
/// With a duration other than 300 s a ramp ends with the episode and a spike keeps its share of it; `day` is
/// an hour. Fails on an unknown pattern and on a trace that cannot be read or is shorter than the episode.
[[nodiscard]] Expected<LoadSchedule> make_schedule(const config::LoadConfig& config,
                                                   const std::string& pattern, std::uint64_t seed,
                                                   int duration_s);

}  // namespace trimtab::load
