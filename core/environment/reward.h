// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

namespace trimtab::environment {

/// The four components, unweighted, and their weighted sum. The kisim forms fill the same fields with their own terms.
struct RewardComponents {
    double latency_improvement = 0;
    double throughput_improvement = 0;
    double resource_efficiency = 0;
    double stability_bonus = 0;
    double total = 0;
};

/// What improvements of one pattern are relative to (SIMULATOR 6 and 8).
struct Baseline {
    double latency_p95_ms = 1200;  ///< p95_b
    double served_share = 0.95;    ///< served_b: successes over demand, 0..1
    double cost_units = 9.282;     ///< cost_b, in CPU pods
};

/// By pattern name; "" is the fallback for patterns without an entry of their own.
using BaselineSet = std::map<std::string, Baseline>;

}  // namespace trimtab::environment
