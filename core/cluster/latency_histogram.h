// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace trimtab::cluster {

/// Latencies counted in logarithmic bins (relative width at most 0.8 %), so that runs can be merged and a
/// percentile of the whole taken: percentiles themselves are never averaged. Empty until the first add().
class LatencyHistogram {
  public:
    /// latency_ms > 0; values outside [1, 100000] ms are counted in the first or last bin.
    void add(double latency_ms, std::uint64_t count = 1);
    void merge(const LatencyHistogram& other);

    [[nodiscard]] std::uint64_t count() const { return count_; }
    [[nodiscard]] bool empty() const { return count_ == 0; }

    /// The ceil(q n)-th smallest latency in ms, q in (0, 1], as the middle of its bin; NaN when empty.
    [[nodiscard]] double quantile(double q) const;

    /// Bin counts and the lower edge of bin i in ms, for CDF figures and for storing.
    [[nodiscard]] const std::vector<std::uint64_t>& bins() const { return bins_; }
    [[nodiscard]] static double lower_edge_ms(std::size_t bin);

  private:
    std::vector<std::uint64_t> bins_;
    std::uint64_t count_ = 0;
};

}  // namespace trimtab::cluster
