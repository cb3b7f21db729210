// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "core/cluster/window_metrics.h"
#include "core/cluster/window_totals.h"
#include "core/config/simulator_config.h"

namespace trimtab::cluster {

/// What a window with no response reports as its 95th percentile (SIMULATOR 5).
inline constexpr double empty_window_p95_ms = 10000;

/// The ceil(q n)-th smallest of n values, q in (0, 1]; `empty` for none. Partly sorts `values`.
[[nodiscard]] double order_quantile(std::span<float> values, double q, double empty = empty_window_p95_ms);

/// The same without touching the values; `scratch` is reused between calls.
[[nodiscard]] double order_quantile(std::span<const float> values, double q, std::vector<float>& scratch);

/// Fills in the fields that a monitoring system measures: utilisations, memory, p95, throughput and arrivals.
/// `window` are the sums of `duration_s`, `pods` the Starting and Ready ones at its end, by Pool.
void measure(WindowMetrics& metrics, const config::SimulatorConfig& config, const WindowTotals& window,
             double duration_s, std::array<int, 2> pods);

/// Cost in $ of a window: billed pod-seconds at their prices.
[[nodiscard]] double cost_usd(const config::SimulatorConfig& config, const WindowTotals& window);

/// Energy in Wh: every billed pod idles, and its busy share adds the rest, linear in utilisation (SIMULATOR
/// 1).
[[nodiscard]] double energy_wh(const config::SimulatorConfig& config, const WindowTotals& window);

/// Trend and variance of arrivals/s in 10-second buckets, oldest first, at most five (SIMULATOR 5).
struct LoadShape {
    double trend = 0;
    double variance = 0;
};
[[nodiscard]] LoadShape load_shape(std::span<const double> buckets_rps);

}  // namespace trimtab::cluster
