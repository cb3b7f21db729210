// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/cluster/cluster_backend.h"
#include "core/cluster_api/live/observation_source.h"
#include "core/cluster_api/live/pacer.h"
#include "core/cluster_api/live/workload.h"
#include "core/config/config.h"

namespace trimtab::cluster_api {

/// A real cluster as a ClusterBackend: statistics from Prometheus and Locust, replicas from the Deployments.
/// Nothing is ever written by itself: apply() hands every allocation to the gate, which decides and writes.
/// Numbers without data are NaN, counts without data negative (see WindowMetrics), and missing() names them.
///
/// reset() keeps the replicas that run, whatever `initial` says: a real workload is not thrown about between
/// episodes. Belongs to the session's thread; its parts must outlive it.
class LiveCluster final : public cluster::ClusterBackend {
  public:
    /// Told what is wanted; returns after it has written what it allows.
    using Gate = std::function<Expected<void>(const cluster::Allocation& wanted)>;

    LiveCluster(const config::Config& config, Workload& workload, ObservationSource& source, Pacer& pacer);

    void set_gate(Gate gate) { gate_ = std::move(gate); }
    /// Called at least ten times a second while time passes.
    void set_idle(std::function<void()> idle) { idle_ = std::move(idle); }
    /// Where traffic is taken to go; told by whoever writes the placement.
    void set_placement(cluster::Placement placement) { placement_ = placement; }

    /// The window as of the end of the last advance() or reset(): what a decision rests on.
    [[nodiscard]] const cluster::WindowMetrics& observed() const { return observed_; }
    /// Names of its numbers that have no data, comma-separated; empty: all there.
    [[nodiscard]] const std::string& missing() const { return missing_; }
    /// What of missing() only time can bring, in words; empty: nothing.
    [[nodiscard]] std::string why_missing() const;
    /// Numbers that were asked for and had no data, so far.
    [[nodiscard]] std::int64_t missing_samples() const { return missing_samples_; }

    [[nodiscard]] cluster::BackendDescription describe() const override;
    [[nodiscard]] Expected<void> reset(std::uint64_t seed, const load::LoadSchedule& load,
                                       const cluster::Allocation& initial, double warm_up_s,
                                       StopToken stop) override;
    [[nodiscard]] Expected<void> apply(const cluster::Allocation& allocation) override;
    void begin_window() override;
    [[nodiscard]] Expected<void> advance(int seconds, StopToken stop) override;
    [[nodiscard]] cluster::WindowMetrics window() const override;
    [[nodiscard]] cluster::LatencyHistogram latencies() const override { return {}; }
    [[nodiscard]] cluster::PoolSnapshot pool(cluster::Pool pool, int lookback_s) const override;
    [[nodiscard]] cluster::Allocation desired() const override;
    [[nodiscard]] double time_s() const override { return clock_s_ - warm_up_s_; }
    [[nodiscard]] std::unique_ptr<cluster::ClusterBackend> clone() const override { return nullptr; }

  private:
    /// Traffic and pods at one instant of a window.
    struct Sample {
        TrafficSample traffic;
        double seconds = 0;  ///< since the sample before
        std::array<double, 2> ready{};
        std::array<int, 2> billed{};  ///< scheduled pods, ready or starting
    };
    [[nodiscard]] Expected<void> drive_load(StopToken stop);
    void take_sample(double seconds, StopToken stop);
    void add_usage_costs(cluster::WindowMetrics& m) const;
    void conclude();
    [[nodiscard]] std::string missing_of(const cluster::WindowMetrics& m) const;

    config::Config config_;
    Workload& workload_;
    ObservationSource& source_;
    Pacer& pacer_;
    Gate gate_;
    std::function<void()> idle_;
    load::LoadSchedule load_;
    int driven_users_ = -1;
    cluster::Placement placement_ = cluster::Placement::balanced;
    int warm_up_s_ = 0;
    int clock_s_ = 0;
    std::vector<Sample> window_;
    std::vector<double> arrivals_rps_;  ///< of the last five samples, also of earlier windows
    double users_before_ = no_data;     ///< at the window's start
    UsageSample usage_;
    cluster::WindowMetrics observed_;
    std::string missing_ = "everything";
    std::int64_t missing_samples_ = 0;
};

}  // namespace trimtab::cluster_api
