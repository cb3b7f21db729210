// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/sample_summary.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/statistics/sample.h"

namespace trimtab::statistics {

double mean(std::span<const double> sample) {
    return std::accumulate(sample.begin(), sample.end(), 0.0) / static_cast<double>(sample.size());
}

double variance(std::span<const double> sample) {
    if (sample.size() < 2) return 0;
    const double center = mean(sample);
    double squares = 0;
    for (const double x : sample) squares += (x - center) * (x - center);
    return squares / static_cast<double>(sample.size() - 1);
}

Expected<SampleSummary> summarize(std::span<const double> sample) {
    if (auto ok = check_sample(sample); !ok) return Unexpected<Error>(ok.error());
    SampleSummary out;
    out.n = static_cast<int>(sample.size());
    out.mean = mean(sample);
    const auto [low, high] = std::minmax_element(sample.begin(), sample.end());
    out.min = *low;
    out.max = *high;
    if (sample.size() > 1) {
        out.std = std::sqrt(variance(sample));
        out.se = *out.std / std::sqrt(static_cast<double>(sample.size()));
    }
    return out;
}

}  // namespace trimtab::statistics
