// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/kendall_tau.h"

#include <cmath>

#include "core/statistics/sample.h"

namespace trimtab::statistics {

Expected<double> kendall_tau(std::span<const double> first, std::span<const double> second) {
    if (auto ok = check_sample(first, 2, "the first ranking"); !ok) return Unexpected<Error>(ok.error());
    if (auto ok = check_sample(second, 2, "the second ranking"); !ok) return Unexpected<Error>(ok.error());
    if (first.size() != second.size())
        return fail(ErrorCode::invalid_argument,
                    "rankings of different things: rank the same policies in both");
    const auto sign = [](double x) { return x > 0 ? 1 : x < 0 ? -1 : 0; };
    double concordant = 0, untied_first = 0, untied_second = 0;
    for (std::size_t i = 0; i < first.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const int a = sign(first[i] - first[j]);
            const int b = sign(second[i] - second[j]);
            concordant += a * b;
            untied_first += a * a;
            untied_second += b * b;
        }
    }
    if (untied_first == 0 || untied_second == 0)
        return fail(ErrorCode::numeric_error,
                    "all values of a ranking are equal, so there is no order to compare");
    return concordant / std::sqrt(untied_first * untied_second);
}

}  // namespace trimtab::statistics
