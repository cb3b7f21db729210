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
    const double width = 1.0 / static_cast<double>(cells);
    for (std::uint64_t cell = outer_cells; cell < cells - outer_cells; ++cell)
        centre_[cell] = fit(static_cast<double>(cell) * width, width);
    const double fine_width = std::ldexp(1.0, -fine_bits);
    for (std::uint64_t cell = outermost_cells; cell < lower_.size(); ++cell) {
        const double begin = static_cast<double>(cell) * fine_width;
        lower_[cell] = fit(begin, fine_width);
        upper_[cell] = fit(1.0 - begin, -fine_width);
    }
}

/// The cubic over [begin, begin + width] as a function of the fraction of it.
QuantileTable::Cubic QuantileTable::fit(double begin, double width) const {
    Cubic nodes{};  // Chebyshev's, for a nearly minimal largest error within the cell
    Cubic values{};
    for (std::size_t i = 0; i < 4; ++i) {
        nodes[i] = 0.5 - 0.5 * std::cos((2.0 * static_cast<double>(i) + 1.0) * std::numbers::pi / 8.0);
        values[i] = exact(begin + width * nodes[i]);
    }
    return cubic_through(nodes, values);
}

double QuantileTable::tail(std::uint64_t bits) const {
    const bool is_upper = bits >> 63 != 0;
    const std::uint64_t distance = is_upper ? ~bits : bits;
    const std::uint64_t cell = distance >> (64 - fine_bits);
    if (cell < outermost_cells) return exact(unit_interval(bits));
    return evaluate(is_upper ? upper_[cell] : lower_[cell], distance << fine_bits);
}

double QuantileTable::exact(double u) const {
    return distribution_ == ServiceDistribution::exponential ? -std::log1p(-u) : lognormal_(u);
}

}  // namespace trimtab::cluster
