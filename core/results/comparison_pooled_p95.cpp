// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/comparison_pooled_p95.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace trimtab::results {
namespace {

// Slightly under 0.95, as in LatencyHistogram: 0.95 has no exact binary form, and 19 of 20 must count as 95
// %.
constexpr double level = 0.95 - 1e-9;

std::size_t quantile_bin(const cluster::LatencyHistogram& latencies) {
    double below = 0;
    std::size_t bin = 0;
    for (; bin + 1 < latencies.bins().size(); ++bin) {
        below += static_cast<double>(latencies.bins()[bin]);
        if (below >= level * static_cast<double>(latencies.count())) break;
    }
    return bin;
}

}  // namespace

PooledP95::PooledP95(const UnitLatencies& latencies) {
    std::vector<const cluster::LatencyHistogram*> all;
    cluster::LatencyHistogram merged;
    // The quantile of any mixture lies between the smallest and the largest quantile of its parts.
    std::size_t last_bin = 0;
    first_bin_ = std::numeric_limits<std::size_t>::max();
    for (const auto& task : latencies) {
        units_of_task_.push_back(static_cast<int>(task.size()));
        for (const auto& unit : task) {
            all.push_back(unit.get());
            if (unit->empty()) continue;
            merged.merge(*unit);
            first_bin_ = std::min(first_bin_, quantile_bin(*unit));
            last_bin = std::max(last_bin, quantile_bin(*unit));
        }
    }
    units_ = all.size();
    if (merged.empty()) return;
    value_ = merged.quantile(0.95);
    bins_ = last_bin - first_bin_ + 1;
    excess_.resize(bins_ * units_);
    for (std::size_t unit = 0; unit < units_; ++unit) {
        if (all[unit]->empty()) continue;
        const auto& counts = all[unit]->bins();
        double below = -level * static_cast<double>(all[unit]->count());
        for (std::size_t bin = 0; bin <= last_bin; ++bin) {
            below += static_cast<double>(counts[bin]);
            if (bin >= first_bin_) excess_[(bin - first_bin_) * units_ + unit] = below;
        }
    }
}

double PooledP95::middle_ms(std::size_t bin) const {
    using cluster::LatencyHistogram;
    return std::sqrt(LatencyHistogram::lower_edge_ms(bin) * LatencyHistogram::lower_edge_ms(bin + 1));
}

std::vector<double> PooledP95::distribution(const statistics::StratifiedResamples& resamples) const {
    std::vector<double> middles(bins_);
    for (std::size_t bin = 0; bin < bins_; ++bin) middles[bin] = middle_ms(first_bin_ + bin);
    std::vector<double> weights(units_), out(static_cast<std::size_t>(resamples.resamples()));
    for (std::size_t b = 0; b < out.size(); ++b) {
        auto weight = weights.begin();
        for (std::size_t task = 0; task < units_of_task_.size(); ++task) {
            const auto drawn = resamples.resample(static_cast<int>(task), static_cast<int>(b));
            weight = std::copy(drawn.begin(), drawn.end(), weight);
        }
        std::size_t low = 0, high = bins_ - 1;
        while (low < high) {
            const std::size_t bin = (low + high) / 2;
            const double* row = &excess_[bin * units_];
            double even = 0, odd = 0;
            for (std::size_t i = 0; i + 1 < units_; i += 2) {
                even += weights[i] * row[i];
                odd += weights[i + 1] * row[i + 1];
            }
            if (units_ % 2 == 1) even += weights[units_ - 1] * row[units_ - 1];
            if (even + odd >= 0)
                high = bin;
            else
                low = bin + 1;
        }
        out[b] = middles[low];
    }
    return out;
}

}  // namespace trimtab::results
