// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/cluster/latency_histogram.h"
#include "core/statistics/stratified_resamples.h"

namespace trimtab::results {

/// Latencies of the units of each task, [task][unit].
using UnitLatencies = std::vector<std::vector<std::shared_ptr<const cluster::LatencyHistogram>>>;

/// The 95th percentile of all responses together, and of every resample of the units: histograms are merged,
/// percentiles never averaged.
class PooledP95 {
  public:
    explicit PooledP95(const UnitLatencies& latencies);

    /// ms; nothing where no unit has a response.
    [[nodiscard]] std::optional<double> value() const { return value_; }

    /// double[resamples] in ms; only where there is a value. `resamples` has the tasks and units given above.
    [[nodiscard]] std::vector<double> distribution(const statistics::StratifiedResamples& resamples) const;

  private:
    [[nodiscard]] double middle_ms(std::size_t bin) const;

    std::optional<double> value_;
    std::vector<int> units_of_task_;
    std::size_t units_ = 0;
    std::size_t first_bin_ = 0;
    std::size_t bins_ = 0;
    std::vector<double> excess_;  // [bin][unit]: responses up to the bin, less 95 % of the unit's
};

}  // namespace trimtab::results
