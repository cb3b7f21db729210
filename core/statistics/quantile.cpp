// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/quantile.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/statistics/sample.h"

namespace trimtab::statistics {

double quantile_in_place(std::span<double> sample, double q) {
    const double position = q * static_cast<double>(sample.size() - 1);
    const auto below = sample.begin() + static_cast<std::ptrdiff_t>(position);
    std::nth_element(sample.begin(), below, sample.end());
    const double share = position - std::floor(position);
    if (share == 0) return *below;
    return *below + share * (*std::min_element(below + 1, sample.end()) - *below);
}

Expected<double> quantile(std::span<const double> sample, double q) {
    if (auto ok = check_sample(sample); !ok) return Unexpected<Error>(ok.error());
    if (!(q >= 0 && q <= 1))
        return fail(ErrorCode::invalid_argument, "a quantile's level lies in 0..1: give 0.95 for 95 %");
    std::vector<double> copy(sample.begin(), sample.end());
    return quantile_in_place(copy, q);
}

}  // namespace trimtab::statistics
