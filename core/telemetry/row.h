// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace trimtab::telemetry {

/// What a row of metrics is about; also the `kind` of a line of metrics.jsonl.
enum class RowKind { step, episode, update, evaluation, event };

/// One immutable observation of a run: a position and named values. Names come from metric_registry.h, where
/// each has its unit, range and meaning. The same row goes to metrics.jsonl, the event file, the series store
/// and the charts.
struct Row {
    RowKind kind = RowKind::step;
    std::int64_t step = 0;     ///< environment steps of the run so far, over all environments
    std::int64_t episode = 0;  ///< episodes finished so far
    double time_s = 0;         ///< within the episode (step rows), else 0
    double wall_s =
        0;  ///< of work since the run began, pauses left out; all that differs between two equal runs
    std::string label;                           ///< the load pattern, the policy, or an event's text
    std::vector<std::pair<int, double>> values;  ///< (metric id, value)
};

/// Takes rows as they are made. Called from the thread that runs the job.
class RowSink {
  public:
    virtual ~RowSink() = default;
    virtual void accept(const Row& row) = 0;
};

}  // namespace trimtab::telemetry
