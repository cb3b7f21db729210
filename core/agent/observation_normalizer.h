// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace trimtab::agent {

/// Running mean and variance of every input (Chan, Golub, LeVeque: merging of moments). Folded in once per
/// update from its whole buffer, never while acting: the policy that is updated is then exactly the one that
/// acted.
class ObservationNormalizer {
  public:
    explicit ObservationNormalizer(int size = 0)
        : mean(static_cast<std::size_t>(size), 0.0), variance(static_cast<std::size_t>(size), 1.0) {}

    /// inputs: float32[rows, size].
    void fold(std::span<const float> inputs);

    /// out[i] = (in[i] - mean) / sd, clipped to [-10, 10]; in and out: float32[rows, size], may be the same.
    void apply(std::span<const float> in, std::span<float> out) const;

    std::vector<double> mean;
    std::vector<double> variance;  ///< population
    double count = 0;              ///< rows so far; 0: mean 0 and variance 1
};

}  // namespace trimtab::agent
