// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agent/initialization.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "core/base/seeded_draw.h"

namespace trimtab::agent {

namespace {

/// `count` orthonormal vectors of `length` >= count, vector[count, length]: the Q of a Gaussian matrix whose
/// R has a positive diagonal, which makes it uniform over rotations. Gram-Schmidt, twice: once is not
/// orthogonal to rounding.
std::vector<double> orthonormal_vectors(int count, int length, DrawSequence draws) {
    const auto n = static_cast<std::size_t>(length);
    std::vector<double> vectors(static_cast<std::size_t>(count) * n);
    for (double& x : vectors) x = inverse_normal(draws.next_uniform());
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
        double* v = vectors.data() + i * n;
        for (int pass = 0; pass < 2; ++pass) {
            for (std::size_t j = 0; j < i; ++j) {
                const double* u = vectors.data() + j * n;
                double projection = 0;
                for (std::size_t e = 0; e < n; ++e) projection += u[e] * v[e];
                for (std::size_t e = 0; e < n; ++e) v[e] -= projection * u[e];
            }
        }
        double squares = 0;
        for (std::size_t e = 0; e < n; ++e) squares += v[e] * v[e];
        const double scale = 1 / std::sqrt(squares);
        for (std::size_t e = 0; e < n; ++e) v[e] *= scale;
    }
    return vectors;
}

}  // namespace

Parameters initial_parameters(const NetworkLayout& layout, std::uint64_t seed) {
    Parameters parameters;
    parameters.weights.assign(layout.size, 0.0F);
    parameters.first_moment.assign(layout.size, 0.0F);
    parameters.second_moment.assign(layout.size, 0.0F);
    std::uint64_t entity = 0;
    for (const NamedParameter& parameter : layout.parameters) {
        if (parameter.inputs == 0) continue;
        const bool tall = parameter.outputs >= parameter.inputs;
        const int count = tall ? parameter.inputs : parameter.outputs;
        const int length = tall ? parameter.outputs : parameter.inputs;
        const std::vector<double> vectors =
            orthonormal_vectors(count, length, DrawSequence(seed, DrawStream::initialisation, entity++));
        for (int v = 0; v < count; ++v) {
            for (int e = 0; e < length; ++e) {
                const double value = vectors[static_cast<std::size_t>(v) * static_cast<std::size_t>(length) +
                                             static_cast<std::size_t>(e)];
                const std::size_t index = tall ? parameter.index(e, v) : parameter.index(v, e);
                parameters.weights[index] = static_cast<float>(parameter.gain * value);
            }
        }
    }
    return parameters;
}

}  // namespace trimtab::agent
