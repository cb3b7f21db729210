// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster/quantile_table.h"

#include <cmath>
#include <cstddef>
#include <numbers>

namespace trimtab::cluster {
namespace {

/// Coefficients c of c0 + c1 x + c2 x^2 + c3 x^3 through four points (Newton's divided differences).
std::array<double, 4> cubic_through(const std::array<double, 4>& x, std::array<double, 4> y) {
    for (std::size_t order = 1; order < 4; ++order)
        for (std::size_t i = 3; i >= order; --i) y[i] = (y[i] - y[i - 1]) / (x[i] - x[i - order]);
    std::array<double, 4> c{y[3], 0, 0, 0};
    for (std::size_t step = 3; step-- > 0;) {
        for (std::size_t i = 3; i > 0; --i) c[i] = c[i - 1] - x[step] * c[i];
        c[0] = y[step] - x[step] * c[0];
    }
    return c;
}

}  // namespace

QuantileTable::QuantileTable(ServiceDistribution distribution, double cv)
    : distribution_(distribution), lognormal_(cv) {
    std::array<double, 4> nodes{};  // Chebyshev's, for a nearly minimal largest error within a cell
    for (std::size_t i = 0; i < 4; ++i)
        nodes[i] = 0.5 - 0.5 * std::cos((2.0 * static_cast<double>(i) + 1.0) * std::numbers::pi / 8.0);
    for (std::uint64_t cell = outer_cells; cell < cells - outer_cells; ++cell) {
        std::array<double, 4> values{};
        for (std::size_t i = 0; i < 4; ++i)
            values[i] = exact((static_cast<double>(cell) + nodes[i]) / static_cast<double>(cells));
        coefficients_[cell] = cubic_through(nodes, values);
    }
}

double QuantileTable::exact(double u) const {
    return distribution_ == ServiceDistribution::exponential ? -std::log1p(-u) : lognormal_(u);
}

}  // namespace trimtab::cluster
