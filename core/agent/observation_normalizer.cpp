// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agent/observation_normalizer.h"

#include <algorithm>
#include <cmath>

namespace trimtab::agent {

void ObservationNormalizer::fold(std::span<const float> inputs) {
    const std::size_t size = mean.size();
    const std::size_t rows = size == 0 ? 0 : inputs.size() / size;
    if (rows == 0) return;
    const auto n = static_cast<double>(rows);
    for (std::size_t i = 0; i < size; ++i) {
        double batch_mean = 0;
        for (std::size_t row = 0; row < rows; ++row)
            batch_mean += static_cast<double>(inputs[row * size + i]);
        batch_mean /= n;
        double batch_squares = 0;
        for (std::size_t row = 0; row < rows; ++row) {
            const double d = static_cast<double>(inputs[row * size + i]) - batch_mean;
            batch_squares += d * d;
        }
        const double old_squares = count == 0 ? 0.0 : variance[i] * count;
        const double difference = batch_mean - (count == 0 ? 0.0 : mean[i]);
        const double total = count + n;
        mean[i] = (count == 0 ? 0.0 : mean[i]) + difference * n / total;
        variance[i] = (old_squares + batch_squares + difference * difference * count * n / total) / total;
    }
    count += n;
}

void ObservationNormalizer::apply(std::span<const float> in, std::span<float> out) const {
    constexpr double smallest_variance = 1e-8;
    constexpr double bound = 10;
    const std::size_t size = mean.size();
    for (std::size_t i = 0; i < size; ++i) {
        const double scale = 1 / std::sqrt(variance[i] + smallest_variance);
        for (std::size_t e = i; e < in.size(); e += size) {
            out[e] =
                static_cast<float>(std::clamp((static_cast<double>(in[e]) - mean[i]) * scale, -bound, bound));
        }
    }
}

}  // namespace trimtab::agent
