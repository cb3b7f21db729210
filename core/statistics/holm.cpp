// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/holm.h"

#include <algorithm>
#include <numeric>

namespace trimtab::statistics {

std::vector<double> holm_correction(std::span<const double> p_values) {
    std::vector<std::size_t> order(p_values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return p_values[a] < p_values[b]; });
    std::vector<double> corrected(p_values.size());
    double running = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        running =
            std::max(running, std::min(1.0, static_cast<double>(order.size() - i) * p_values[order[i]]));
        corrected[order[i]] = running;
    }
    return corrected;
}

}  // namespace trimtab::statistics
