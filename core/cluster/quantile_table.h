// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <memory>

#include "core/base/seeded_draw.h"

namespace trimtab::cluster {

/// The law of a service time's random factor (mean 1). Exponential is for checks against closed forms
/// (SIMULATOR 8).
enum class ServiceDistribution { lognormal, exponential };

/// Maps 64 random bits to a service factor by its quantile function: a cubic in each of 256 cells of u, the
/// exact function in the outer four on either side. Relative error against the exact quantile below 1e-6 for
/// a lognormal with cv <= 0.3 and for the exponential (kept by a test); immutable, so copies of a simulation
/// share it.
class QuantileTable {
  public:
    QuantileTable(ServiceDistribution distribution, double cv);

    /// The factor at u = unit_interval(bits) of SIMULATOR 2.
    [[nodiscard]] double operator()(std::uint64_t bits) const {
        const std::uint64_t cell = bits >> cell_shift;
        if (cell - outer_cells >= cells - 2 * outer_cells) return exact(unit_interval(bits));
        const double x =
            static_cast<double>(static_cast<std::int64_t>((bits << cell_bits) >> 11)) * 0x1.0p-53;
        const auto& c = coefficients_[cell];
        return (c[0] + c[1] * x) + (x * x) * (c[2] + c[3] * x);
    }

    /// The quantile function itself.
    [[nodiscard]] double exact(double u) const;

  private:
    static constexpr int cell_bits = 8;
    static constexpr int cell_shift = 64 - cell_bits;
    static constexpr std::uint64_t cells = 1U << cell_bits;
    static constexpr std::uint64_t outer_cells = 4;

    ServiceDistribution distribution_;
    LognormalFactor lognormal_;
    std::array<std::array<double, 4>, cells> coefficients_{};
};

}  // namespace trimtab::cluster
