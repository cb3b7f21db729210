// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/ranks.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace trimtab::statistics {

Ranks average_ranks(std::span<const double> values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    Ranks out;
    out.ranks.resize(values.size());
    for (std::size_t begin = 0; begin < order.size();) {
        std::size_t end = begin + 1;
        while (end < order.size() && values[order[end]] == values[order[begin]]) ++end;
        const auto tied = static_cast<double>(end - begin);
        const double rank = static_cast<double>(begin + 1 + end) / 2;
        for (std::size_t i = begin; i < end; ++i) out.ranks[order[i]] = rank;
        out.tie_term += tied * tied * tied - tied;
        begin = end;
    }
    return out;
}

double two_sided_normal_p(double z) { return std::min(1.0, std::erfc(z / std::sqrt(2.0))); }

}  // namespace trimtab::statistics
