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

/// Maps 64 random bits to a service factor by its quantile function: a cubic in each of 256 cells of u, in
/// 256 finer ones for the outer 1/64 of u on either side, and the exact function in the outermost 2^-12.
/// Relative error against the exact quantile below 1e-6 for a lognormal with cv 0.1 and 5e-6 for the
/// exponential (kept by a test). Immutable, so copies of a simulation share it.
class QuantileTable {
  public:
    QuantileTable(ServiceDistribution distribution, double cv);

    /// The factor at u = unit_interval(bits) of SIMULATOR 2.
    [[nodiscard]] double operator()(std::uint64_t bits) const {
        const std::uint64_t cell = bits >> cell_shift;
        if (cell - outer_cells >= cells - 2 * outer_cells) [[unlikely]]
            return tail(bits);
        return evaluate(centre_[cell], bits << cell_bits);
    }

    /// The quantile function itself.
    [[nodiscard]] double exact(double u) const;

  private:
    using Cubic = std::array<double, 4>;

    static constexpr int cell_bits = 8;
    static constexpr int cell_shift = 64 - cell_bits;
    static constexpr std::uint64_t cells = 1U << cell_bits;
    static constexpr std::uint64_t outer_cells = 4;
    static constexpr int fine_bits = 14;  ///< so that the outer cells hold 256 finer ones
    static constexpr std::uint64_t outermost_cells = 4;

    /// The cubic at the fraction of a cell that `rest` / 2^64 is.
    [[nodiscard]] static double evaluate(const Cubic& c, std::uint64_t rest) {
        const double x = static_cast<double>(static_cast<std::int64_t>(rest >> 11)) * 0x1.0p-53;
        return (c[0] + c[1] * x) + (x * x) * (c[2] + c[3] * x);
    }
    [[nodiscard]] double tail(std::uint64_t bits) const;
    [[nodiscard]] Cubic fit(double begin, double width) const;

    ServiceDistribution distribution_;
    LognormalFactor lognormal_;
    std::array<Cubic, cells> centre_{};
    std::array<Cubic, 256> lower_{};  ///< by u
    std::array<Cubic, 256> upper_{};  ///< by 1 - u
};

}  // namespace trimtab::cluster
