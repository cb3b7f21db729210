// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster/latency_histogram.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>
#include <limits>

namespace trimtab::cluster {
namespace {

// The upper 7 bits of a float's fraction cut every octave into 128 bins, each 0.39 to 0.78 % wide; the bin is
// read off the number's own bits. From 1 ms to the octave that holds 100 s.
constexpr int fraction_shift = 23 - 7;
constexpr std::uint32_t first_key = std::bit_cast<std::uint32_t>(1.0F) >> fraction_shift;
constexpr std::uint32_t last_key = std::bit_cast<std::uint32_t>(100000.0F) >> fraction_shift;
constexpr std::size_t bin_count = last_key - first_key + 1;

std::size_t bin_of(double latency_ms) {
    if (!(latency_ms > 1.0)) return 0;
    const std::uint32_t key = std::bit_cast<std::uint32_t>(static_cast<float>(latency_ms)) >> fraction_shift;
    return std::min<std::size_t>(key - first_key, bin_count - 1);
}

}  // namespace

void LatencyHistogram::add(double latency_ms, std::uint64_t count) {
    if (bins_.empty()) bins_.resize(bin_count);
    bins_[bin_of(latency_ms)] += count;
    count_ += count;
}

void LatencyHistogram::merge(const LatencyHistogram& other) {
    if (other.empty()) return;
    if (bins_.empty()) bins_.resize(bin_count);
    std::transform(bins_.begin(), bins_.end(), other.bins_.begin(), bins_.begin(), std::plus<>());
    count_ += other.count_;
}

double LatencyHistogram::quantile(double q) const {
    if (empty()) return std::numeric_limits<double>::quiet_NaN();
    // The small slack keeps ceil(0.95 * 20) at 19 although 0.95 has no exact binary form.
    const double rank = std::ceil(q * static_cast<double>(count_) - 1e-9 * static_cast<double>(count_));
    std::uint64_t below = 0;
    for (std::size_t bin = 0; bin < bins_.size(); ++bin) {
        below += bins_[bin];
        if (static_cast<double>(below) >= std::max(1.0, rank))
            return 0.5 * (lower_edge_ms(bin) + lower_edge_ms(bin + 1));
    }
    return lower_edge_ms(bin_count);
}

double LatencyHistogram::lower_edge_ms(std::size_t bin) {
    const auto key = static_cast<std::uint32_t>(bin) + first_key;
    return static_cast<double>(std::bit_cast<float>(key << fraction_shift));
}

}  // namespace trimtab::cluster
