// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

namespace trimtab::environment {

/// The four components, unweighted, and their weighted sum. The kisim forms fill the same fields with their
/// own terms.
struct RewardComponents {
    double latency_improvement = 0;
    double throughput_improvement = 0;
    double resource_efficiency = 0;
    double stability_bonus = 0;
    double total = 0;
    double penalty = 0;  ///< <= 0, part of the total as it is; only the kisim forms have one
};

/// What improvements of one pattern are relative to (SIMULATOR 6 and 8).
struct Baseline {
    double latency_p95_ms = 1200;  ///< p95_b
    double served_share = 0.95;    ///< served_b: successes over demand, 0..1
    double cost_units = 9.282;     ///< cost_b, in CPU pods
};

/// By pattern name; "" is the fallback for patterns without an entry of their own.
using BaselineSet = std::map<std::string, Baseline>;

// The default form, component by component (SIMULATOR 6). Each is 0 where an input is not a finite number, so
// that missing live data neither rewards nor punishes.

/// In [-1, 1]: 0 at the baseline, 1 at the SLO or better (never steeper than over a quarter of the baseline).
[[nodiscard]] double latency_improvement(double latency_p95_ms, double baseline_p95_ms, double slo_ms);

/// Successes over demand, in [0, 1]; 1 without demand, NaN where either is not known. Demand in req/s: see
/// demand_rps().
[[nodiscard]] double served_share(double throughput_rps, double demand_rps);

/// What users would ask for if they were answered within the SLO: users / (mean think time + SLO).
[[nodiscard]] double demand_rps(double mean_users, double mean_think_s, double slo_ms);

/// In [-1, 1]: a served share 0.25 above the baseline's gives 1.
[[nodiscard]] double throughput_improvement(double served_share, double baseline_share);

/// In (-1, 1): 0.8 tanh of the cost saved plus 0.2 of the utilisation. Costs in CPU pods, utilization in
/// 0..1. `minimum_units` is the cost of the smallest allocation.
[[nodiscard]] double resource_efficiency(double cost_units, double baseline_units, double minimum_units,
                                         double utilization);

/// In [-1, 1]: 1 for a step without change.
[[nodiscard]] double stability_bonus(int delta_gpu, int delta_cpu, int flaps);

}  // namespace trimtab::environment
