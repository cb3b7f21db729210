// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/wilcoxon_signed_rank.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/statistics/ranks.h"
#include "core/statistics/sample.h"

namespace trimtab::statistics {
namespace {

// The share of the 2^n sign patterns whose positive rank sum is at most `statistic`. Probabilities instead of
// counts keep 50 ranks within a double.
double lower_tail(std::size_t n, double statistic) {
    std::vector<double> chance(n * (n + 1) / 2 + 1);
    chance[0] = 1;
    for (std::size_t rank = 1; rank <= n; ++rank) {
        for (std::size_t sum = chance.size(); sum-- > 0;)
            chance[sum] = 0.5 * (chance[sum] + (sum >= rank ? chance[sum - rank] : 0.0));
    }
    double tail = 0;
    for (std::size_t sum = 0; static_cast<double>(sum) <= statistic; ++sum) tail += chance[sum];
    return tail;
}

}  // namespace

Expected<TestResult> wilcoxon_signed_rank(std::span<const double> differences) {
    if (auto ok = check_sample(differences); !ok) return Unexpected<Error>(ok.error());
    std::vector<double> sizes;
    std::vector<bool> positive;
    for (const double difference : differences) {
        if (difference == 0) continue;
        sizes.push_back(std::abs(difference));
        positive.push_back(difference > 0);
    }
    if (sizes.empty())
        return fail(ErrorCode::numeric_error,
                    "all paired differences are zero, so a rank test has nothing to order");
    const Ranks ranks = average_ranks(sizes);
    double plus = 0;
    for (std::size_t i = 0; i < sizes.size(); ++i) plus += positive[i] ? ranks.ranks[i] : 0.0;
    const auto n = static_cast<double>(sizes.size());

    TestResult out;
    out.statistic = std::min(plus, n * (n + 1) / 2 - plus);
    if (sizes.size() <= 50 && !ranks.has_ties() && sizes.size() == differences.size()) {
        out.method = "exact";
        out.p_value = std::min(1.0, 2 * lower_tail(sizes.size(), out.statistic));
        return out;
    }
    const double variance = n * (n + 1) * (2 * n + 1) / 24 - ranks.tie_term / 48;
    out.method = "asymptotic";
    out.p_value = two_sided_normal_p((n * (n + 1) / 4 - out.statistic) / std::sqrt(variance));
    return out;
}

}  // namespace trimtab::statistics
