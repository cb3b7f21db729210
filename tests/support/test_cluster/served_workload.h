// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <array>
#include <deque>
#include <vector>

#include "core/cluster/simulated_cluster.h"
#include "core/config/simulator_config.h"
#include "core/load/load_schedule.h"
#include "tests/support/test_cluster/cluster_clock.h"

namespace trimtab::test_cluster {

/// What happened within one simulated second.
struct WorkloadSecond {
    qint64 end_ms = 0;  ///< on the cluster's clock, without its skew being applied later
    cluster::WindowMetrics metrics;
    std::array<int, 2> pods{};     ///< starting and ready at its end, by Pool
    double p95_30s_ms = 0;         ///< of the 30 s before its end; NaN without a response
    std::vector<float> latencies;  ///< ms; emptied once the second is old
};

/// The simulated cluster behind the services, driven second by second, with its history. Users follow a
/// schedule until somebody sets their number.
class ServedWorkload final : public QObject {
    Q_OBJECT

  public:
    ServedWorkload(const config::SimulatorConfig& config, ClusterClock& clock, QObject* parent = nullptr);

    /// The load's warm-up of 30 s has been run when this returns.
    [[nodiscard]] Expected<void> start(std::uint64_t seed, const load::LoadSchedule& load,
                                       const cluster::Allocation& initial);
    void advance(int seconds);

    [[nodiscard]] Expected<void> scale(cluster::Pool pool, int replicas);
    void place(cluster::Placement placement);
    /// From now on: up by `spawn_rate` users a second, down at once.
    void setUsers(int users, double spawn_rate);

    [[nodiscard]] const cluster::SimulatedCluster& cluster() const { return cluster_; }
    [[nodiscard]] double timeS() const { return cluster_.time_s(); }
    [[nodiscard]] int users() const { return static_cast<int>(last().metrics.current_users); }
    /// The users that were asked for; -1 while the schedule decides.
    [[nodiscard]] int wantedUsers() const { return wanted_users_; }

    [[nodiscard]] const std::deque<WorkloadSecond>& history() const { return history_; }
    [[nodiscard]] const WorkloadSecond& last() const { return history_.back(); }
    /// The last second that ended at `at_ms` or before; null where there was none.
    [[nodiscard]] const WorkloadSecond* secondAt(qint64 at_ms) const;

    /// The statistics of `lookback_s` seconds that end with `end`, as SimulatedCluster::window() would give
    /// them.
    [[nodiscard]] cluster::WindowMetrics window(const WorkloadSecond& end, int lookback_s) const;
    /// The q-th latency in ms of those seconds; NaN without a response, or where they are too old.
    [[nodiscard]] double latencyQuantile(const WorkloadSecond& end, int lookback_s, double q) const;

  Q_SIGNALS:
    /// After each second, and after a change of replicas.
    void changed();

  private:
    void record();
    [[nodiscard]] std::size_t firstOf(const WorkloadSecond& end, int lookback_s) const;

    config::SimulatorConfig config_;
    ClusterClock& clock_;
    cluster::SimulatedCluster cluster_;
    std::deque<WorkloadSecond> history_;
    int wanted_users_ = -1;
    double spawn_rate_ = 1;
};

}  // namespace trimtab::test_cluster
