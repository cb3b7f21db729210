// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/cluster/cluster_backend.h"
#include "core/cluster/pod_set.h"
#include "core/cluster/request_engine.h"
#include "core/cluster/window_statistics.h"
#include "core/cluster/window_totals.h"
#include "core/config/simulator_config.h"

namespace trimtab::cluster {

/// The embedded cluster of SIMULATOR 1 to 5: pods with lives over a request-level simulation, in virtual
/// time. A pure function of (config, seed, load, allocations). A value inside, so clone() copies some
/// kilobytes.
///
/// With `scrape_interval_s` > 0, window() shows cpu, memory, gpu, p95, throughput, arrivals, trend and
/// variance as they stood at the last scrape, over as many seconds before it as the window has (at most 64);
/// pool() likewise. Users, replicas, successes, failures, cost, energy and latencies() are always the
/// window's own.
class SimulatedCluster final : public ClusterBackend {
  public:
    /// A config that makes no sense is reported by reset(). `service`: exponential for checks against closed
    /// forms.
    explicit SimulatedCluster(const config::SimulatorConfig& config,
                              ServiceDistribution service = ServiceDistribution::lognormal);

    [[nodiscard]] BackendDescription describe() const override;
    [[nodiscard]] Expected<void> reset(std::uint64_t seed, const load::LoadSchedule& load,
                                       const Allocation& initial, double warm_up_s, StopToken stop) override;
    [[nodiscard]] Expected<void> apply(const Allocation& allocation) override;
    void begin_window() override;
    [[nodiscard]] Expected<void> advance(int seconds, StopToken stop) override;
    [[nodiscard]] WindowMetrics window() const override;
    [[nodiscard]] LatencyHistogram latencies() const override;
    [[nodiscard]] PoolSnapshot pool(Pool pool, int lookback_s) const override;
    [[nodiscard]] Allocation desired() const override;
    [[nodiscard]] double time_s() const override { return clock_s_ - warm_up_s_; }
    [[nodiscard]] std::unique_ptr<ClusterBackend> clone() const override;

    /// Replaces the load from the present second on, as when somebody changes a load generator's users; its
    /// values still count from the episode's start. Of the kind that reset() was given.
    [[nodiscard]] Expected<void> follow(const load::LoadSchedule& load);

    /// Latencies in ms of the window's responses, timeouts included, in order of completion; valid until
    /// advance().
    [[nodiscard]] std::span<const float> window_latencies_ms() const;

  private:
    /// Where the sums stood at the end of a second.
    struct Mark {
        WindowTotals totals;
        std::array<int, 2> pods{};  ///< Starting and Ready
    };

    void run_second();
    /// The second up to which monitoring knows the past (SIMULATOR 1, scrape_interval_s).
    [[nodiscard]] int scrape_second() const;
    [[nodiscard]] const Mark& mark(int second) const {
        return marks_[static_cast<std::size_t>(second % history_s_)];
    }
    [[nodiscard]] int oldest_mark() const { return std::max(0, clock_s_ - history_s_ + 1); }
    [[nodiscard]] LoadShape shape_at(int second) const;
    [[nodiscard]] static Expected<void> check_load(const load::LoadSchedule& load);
    [[nodiscard]] Expected<void> check_allocation(const Allocation& allocation) const;

    config::SimulatorConfig config_;
    std::optional<Error> config_error_;
    std::shared_ptr<const load::LoadSchedule> load_;  ///< null before the first reset()
    RequestEngine engine_;
    std::array<PodSet, 2> pods_;
    Placement placement_ = Placement::balanced;
    int clock_s_ = 0;  ///< since the start of the warm-up
    int warm_up_s_ = 0;
    int window_start_s_ = 0;
    int window_start_users_ = 0;
    WindowTotals window_start_;
    int history_s_ = 0;
    std::vector<Mark> marks_;   ///< ring by second, the last history_s_ of them
    std::vector<int> serials_;  ///< reused
    mutable std::vector<float> scratch_;
};

}  // namespace trimtab::cluster
