// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/base/expected.h"
#include "core/base/run_control.h"
#include "core/cluster/allocation.h"
#include "core/cluster/latency_histogram.h"
#include "core/cluster/pool_snapshot.h"
#include "core/cluster/window_metrics.h"
#include "core/load/load_schedule.h"

namespace trimtab::cluster {

/// What a backend is and can do; constant for its life.
struct BackendDescription {
    std::string kind;          ///< simulated, live or replay
    std::string name;          ///< for a person: "embedded cluster", "context prod, namespace serving"
    bool virtual_time = true;  ///< advance() returns at once
    bool copyable = false;     ///< clone() gives a copy that a planner can look ahead with
};

/// The port to a cluster that runs the inference workload on a GPU pool and a CPU pool: read, apply, advance.
/// One caller at a time; a backend is owned by one environment and may be moved between threads between
/// calls.
class ClusterBackend {
  public:
    virtual ~ClusterBackend() = default;

    [[nodiscard]] virtual BackendDescription describe() const = 0;

    /// Starts an episode: the load from its first second, `initial` with every pod Ready, time at -warm_up_s.
    /// The warm-up has been run when this returns: window() then holds its last 30 s.
    [[nodiscard]] virtual Expected<void> reset(std::uint64_t seed, const load::LoadSchedule& load,
                                               const Allocation& initial, double warm_up_s,
                                               StopToken stop) = 0;

    /// Asks for new desired replicas and placement; takes effect from the present second on.
    [[nodiscard]] virtual Expected<void> apply(const Allocation& allocation) = 0;

    /// Forgets the running window: the next window() covers what advance() adds from here.
    virtual void begin_window() = 0;

    /// Lets whole seconds pass: virtual time jumps, a live cluster waits (and returns `cancelled` on a stop).
    [[nodiscard]] virtual Expected<void> advance(int seconds, StopToken stop) = 0;

    /// The statistics since begin_window(); no-data values are NaN on live backends (never invented).
    [[nodiscard]] virtual WindowMetrics window() const = 0;

    /// All latencies since begin_window(), to be merged into whole-run percentiles; empty on backends without
    /// them.
    [[nodiscard]] virtual LatencyHistogram latencies() const = 0;

    /// Pods and utilisation of one pool now, as an autoscaler's sync would see them; `lookback_s` is the
    /// metric's window.
    [[nodiscard]] virtual PoolSnapshot pool(Pool pool, int lookback_s) const = 0;

    [[nodiscard]] virtual Allocation desired() const = 0;

    /// Seconds since the episode began; negative within the warm-up.
    [[nodiscard]] virtual double time_s() const = 0;

    /// A copy with its own future; null where describe().copyable is false.
    [[nodiscard]] virtual std::unique_ptr<ClusterBackend> clone() const = 0;
};

}  // namespace trimtab::cluster
