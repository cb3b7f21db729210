// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/effect_size.h"

#include <cmath>

#include "core/statistics/sample.h"
#include "core/statistics/sample_summary.h"

namespace trimtab::statistics {
namespace {

Unexpected<Error> no_spread() {
    return fail(ErrorCode::numeric_error,
                "the values do not differ, so there is no standard deviation to express the effect in");
}

}  // namespace

Expected<double> cohen_dz(std::span<const double> differences) {
    if (auto ok = check_sample(differences, 2, "the paired sample"); !ok)
        return Unexpected<Error>(ok.error());
    const double spread = std::sqrt(variance(differences));
    if (spread == 0) return no_spread();
    return mean(differences) / spread;
}

Expected<double> hedges_g(std::span<const double> first, std::span<const double> second) {
    if (auto ok = check_sample(first, 2, "the first sample"); !ok) return Unexpected<Error>(ok.error());
    if (auto ok = check_sample(second, 2, "the second sample"); !ok) return Unexpected<Error>(ok.error());
    const auto n1 = static_cast<double>(first.size());
    const auto n2 = static_cast<double>(second.size());
    const double pooled = ((n1 - 1) * variance(first) + (n2 - 1) * variance(second)) / (n1 + n2 - 2);
    if (pooled == 0) return no_spread();
    return (mean(first) - mean(second)) / std::sqrt(pooled) * (1 - 3 / (4 * (n1 + n2) - 9));
}

}  // namespace trimtab::statistics
