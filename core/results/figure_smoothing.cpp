// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/figure_smoothing.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace trimtab::results {

std::vector<double> debiased_ema(std::span<const double> values, double weight) {
    std::vector<double> out;
    out.reserve(values.size());
    double sum = 0, bias = 1;
    for (const double value : values) {
        if (!std::isfinite(value)) {
            out.push_back(std::numeric_limits<double>::quiet_NaN());
            continue;
        }
        sum = weight * sum + (1 - weight) * value;
        bias *= weight;
        out.push_back(sum / (1 - bias));
    }
    return out;
}

std::vector<double> interpolate(std::span<const double> x, std::span<const double> y,
                                std::span<const double> grid) {
    std::vector<double> out;
    out.reserve(grid.size());
    for (const double at : grid) {
        const auto right = std::lower_bound(x.begin(), x.end(), at);
        if (right == x.end() || (right == x.begin() && *right != at)) {
            out.push_back(std::numeric_limits<double>::quiet_NaN());
            continue;
        }
        const auto i = static_cast<std::size_t>(right - x.begin());
        if (*right == at) {
            out.push_back(y[i]);
            continue;
        }
        const double share = (at - x[i - 1]) / (x[i] - x[i - 1]);
        out.push_back(y[i - 1] + share * (y[i] - y[i - 1]));
    }
    return out;
}

std::vector<double> even_grid(double first, double last, int count) {
    std::vector<double> out;
    for (int i = 0; i < count; ++i)
        out.push_back(i + 1 == count ? last : first + (last - first) * i / (count - 1));
    return out;
}

}  // namespace trimtab::results
