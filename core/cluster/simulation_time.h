// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace trimtab::cluster {

/// Simulated time and durations in units of 2^-32 s, counted from the start of the warm-up. Integers make
/// sums exact and comparisons cheap; the rounding (0.23 ns) is far below any service time.
using Tick = std::uint64_t;

inline constexpr int ticks_shift = 32;
inline constexpr Tick ticks_per_second = Tick{1} << ticks_shift;

/// Conversions; seconds are rounded to the nearest tick.
[[nodiscard]] constexpr Tick to_ticks(double seconds) {
    return static_cast<Tick>(seconds * static_cast<double>(ticks_per_second) + 0.5);
}
[[nodiscard]] constexpr double to_seconds(Tick ticks) {
    return static_cast<double>(ticks) / static_cast<double>(ticks_per_second);
}
[[nodiscard]] constexpr Tick second_start(int second) { return static_cast<Tick>(second) << ticks_shift; }

}  // namespace trimtab::cluster
