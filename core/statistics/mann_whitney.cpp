// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/mann_whitney.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/statistics/ranks.h"
#include "core/statistics/sample.h"

namespace trimtab::statistics {
namespace {

__extension__ using Count = unsigned __int128;

// How many of the arrangements have U = u, for every u: the coefficients of the Gaussian binomial
// prod_{i=1..m} (1 - x^(n+i)) / (1 - x^i). Whole numbers, so the sums are exact.
std::vector<Count> arrangements(std::size_t m, std::size_t n) {
    std::vector<Count> ways(m * n + 1);
    ways[0] = 1;
    for (std::size_t i = 1; i <= m; ++i) {
        for (std::size_t u = m * n; u >= n + i; --u) ways[u] -= ways[u - n - i];
        for (std::size_t u = i; u <= m * n; ++u) ways[u] += ways[u - i];
    }
    return ways;
}

double exact_p(double larger_u, std::size_t n1, std::size_t n2) {
    const auto ways = arrangements(std::min(n1, n2), std::max(n1, n2));
    Count all = 0, tail = 0;
    for (std::size_t u = 0; u < ways.size(); ++u) {
        all += ways[u];
        if (static_cast<double>(u) >= larger_u) tail += ways[u];
    }
    return std::min(1.0, 2 * static_cast<double>(tail) / static_cast<double>(all));
}

}  // namespace

Expected<TestResult> mann_whitney_u(std::span<const double> first, std::span<const double> second) {
    if (auto ok = check_sample(first, 1, "the first sample"); !ok) return Unexpected<Error>(ok.error());
    if (auto ok = check_sample(second, 1, "the second sample"); !ok) return Unexpected<Error>(ok.error());
    std::vector<double> all(first.begin(), first.end());
    all.insert(all.end(), second.begin(), second.end());
    const Ranks ranks = average_ranks(all);
    const auto n1 = static_cast<double>(first.size());
    const auto n2 = static_cast<double>(second.size());
    double rank_sum = 0;
    for (std::size_t i = 0; i < first.size(); ++i) rank_sum += ranks.ranks[i];

    TestResult out;
    out.statistic = rank_sum - n1 * (n1 + 1) / 2;
    const double larger = std::max(out.statistic, n1 * n2 - out.statistic);
    // Beyond 20,000 values the counts would leave 128 bits, and the approximation is long since exact.
    if (std::min(first.size(), second.size()) <= 8 && all.size() <= 20000 && !ranks.has_ties()) {
        out.method = "exact";
        out.p_value = exact_p(larger, first.size(), second.size());
        return out;
    }
    const double n = n1 + n2;
    const double spread = n1 * n2 / 12 * (n + 1 - ranks.tie_term / (n * (n - 1)));
    if (!(spread > 0))
        return fail(ErrorCode::numeric_error, "all values are equal, so a rank test has nothing to order");
    out.method = "asymptotic";
    out.p_value = two_sided_normal_p((larger - n1 * n2 / 2 - 0.5) / std::sqrt(spread));
    return out;
}

}  // namespace trimtab::statistics
