// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "core/cluster/cluster_backend.h"
#include "core/telemetry/row.h"

namespace trimtab::results {

/// The statistics that a step row of metrics.jsonl holds; what it does not name is NaN, or negative for
/// counts.
[[nodiscard]] cluster::WindowMetrics window_of_row(const telemetry::Row& row, double duration_s);

/// The allocation that a step row was played with.
[[nodiscard]] cluster::Allocation allocation_of_row(const telemetry::Row& row);

/// A recorded episode as a ClusterBackend: time goes from row to row, and what is applied is remembered but
/// changes nothing, as the past cannot. Virtual time; one caller at a time.
class ReplayCluster final : public cluster::ClusterBackend {
  public:
    /// rows: the step rows of one episode in order, at least one. step_s: the length of each.
    ReplayCluster(std::vector<telemetry::Row> rows, int step_s);

    /// What the last apply() wanted; before any: what was recorded.
    [[nodiscard]] const cluster::Allocation& wanted() const { return wanted_; }
    [[nodiscard]] std::size_t position() const { return position_; }
    [[nodiscard]] std::size_t size() const { return rows_.size(); }

    [[nodiscard]] cluster::BackendDescription describe() const override;
    /// To the first row, whatever is asked for.
    [[nodiscard]] Expected<void> reset(std::uint64_t seed, const load::LoadSchedule& load,
                                       const cluster::Allocation& initial, double warm_up_s,
                                       StopToken stop) override;
    [[nodiscard]] Expected<void> apply(const cluster::Allocation& allocation) override;
    void begin_window() override {}
    /// not_found past the last row.
    [[nodiscard]] Expected<void> advance(int seconds, StopToken stop) override;
    [[nodiscard]] cluster::WindowMetrics window() const override;
    [[nodiscard]] cluster::LatencyHistogram latencies() const override { return {}; }
    [[nodiscard]] cluster::PoolSnapshot pool(cluster::Pool pool, int lookback_s) const override;
    [[nodiscard]] cluster::Allocation desired() const override { return allocation_of_row(rows_[position_]); }
    [[nodiscard]] double time_s() const override { return clock_s_; }
    [[nodiscard]] std::unique_ptr<cluster::ClusterBackend> clone() const override {
        return std::make_unique<ReplayCluster>(*this);
    }

  private:
    std::vector<telemetry::Row> rows_;
    int step_s_;
    std::size_t position_ = 0;
    int clock_s_ = 0;
    int into_step_s_ = 0;
    cluster::Allocation wanted_;
};

}  // namespace trimtab::results
