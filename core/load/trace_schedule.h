// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "core/base/expected.h"
#include "core/config/load_config.h"
#include "core/load/load_schedule.h"
#include "core/load/trace.h"

namespace trimtab::load {

/// Seconds [begin_s, end_s) of a trace that a part of it covers: cut by time into train, validation and test,
/// in this order, never shuffled. Fails where the part is empty or the shares make no sense.
struct TraceRange {
    int begin_s = 0;
    int end_s = 0;
    [[nodiscard]] int duration_s() const { return end_s - begin_s; }
};
[[nodiscard]] Expected<TraceRange> trace_range(const config::LoadConfig& config, const Trace& trace);

/// An episode of a trace's configured part; the seed picks the offset where the part is longer than the
/// episode. Values are first multiplied by `trace_amplitude`, then thinned by splitting: each request of a
/// second (open loop) or each user (closed loop) is kept with probability `trace_keep_share`, a draw of its
/// own under the episode's seed. Above 1000 requests a second the number kept is drawn from the binomial's
/// normal approximation.
[[nodiscard]] Expected<LoadSchedule> schedule_from_trace(const config::LoadConfig& config, const Trace& trace,
                                                         std::uint64_t seed, int duration_s);

/// schedule_from_trace() of the configured file, which is read once per process and again when it changes.
/// Thread-safe.
[[nodiscard]] Expected<LoadSchedule> make_trace_schedule(const config::LoadConfig& config, std::uint64_t seed,
                                                         int duration_s);

/// What was used of the trace, in words for the run's record: format, part, scaling, thinning, source and
/// licence.
[[nodiscard]] Expected<std::string> describe_trace(const config::LoadConfig& config, const Trace& trace);

}  // namespace trimtab::load
