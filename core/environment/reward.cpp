// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/environment/reward.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace trimtab::environment {

double latency_improvement(double latency_p95_ms, double baseline_p95_ms, double slo_ms) {
    if (!std::isfinite(latency_p95_ms)) return 0;
    if (latency_p95_ms >= baseline_p95_ms) return -(1 - baseline_p95_ms / latency_p95_ms);
    const double span = std::max(baseline_p95_ms - slo_ms, 0.25 * baseline_p95_ms);
    return std::min(1.0, (baseline_p95_ms - latency_p95_ms) / span);
}

double served_share(double throughput_rps, double demand_rps) {
    if (std::isnan(demand_rps)) return demand_rps;
    if (demand_rps <= 0) return 1;
    return std::clamp(throughput_rps / demand_rps, 0.0, 1.0);
}

double demand_rps(double mean_users, double mean_think_s, double slo_ms) {
    return mean_users / (mean_think_s + slo_ms / 1000);
}

double throughput_improvement(double served_share, double baseline_share) {
    if (!std::isfinite(served_share)) return 0;
    return std::clamp((served_share - baseline_share) / 0.25, -1.0, 1.0);
}

double resource_efficiency(double cost_units, double baseline_units, double minimum_units,
                           double utilization) {
    if (!std::isfinite(cost_units) || !std::isfinite(utilization)) return 0;
    // A baseline as cheap as the smallest allocation leaves no scale of its own; one CPU pod stands in.
    const double scale = std::max(baseline_units - minimum_units, 1.0);
    return 0.8 * std::tanh((baseline_units - cost_units) / scale) +
           0.2 * std::clamp(2 * utilization - 1, -1.0, 1.0);
}

double stability_bonus(int delta_gpu, int delta_cpu, int flaps) {
    return std::clamp(1 - 0.25 * (std::abs(delta_gpu) + std::abs(delta_cpu)) - 0.5 * flaps, -1.0, 1.0);
}

}  // namespace trimtab::environment
