// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/estimate.h"

#include "core/statistics/quantile.h"

namespace trimtab::statistics {

Interval percentile_interval(std::span<double> distribution, double confidence) {
    const double tail = (1 - confidence) / 2;
    return {quantile_in_place(distribution, tail), quantile_in_place(distribution, 1 - tail), confidence};
}

Estimate bootstrap_estimate(double value, int n, std::span<double> distribution, double confidence) {
    Estimate out{value, n, std::nullopt, {}};
    if (n < 2)
        out.no_interval = "a single value has no spread, so there is no interval";
    else
        out.interval = percentile_interval(distribution, confidence);
    return out;
}

}  // namespace trimtab::statistics
