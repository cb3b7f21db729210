// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace trimtab::statistics {

/// Ranks from 1, ties sharing their mean rank; `tie_term` is the sum of t^3 - t over groups of t tied values.
struct Ranks {
    std::vector<double> ranks;
    double tie_term = 0;
    [[nodiscard]] bool has_ties() const { return tie_term > 0; }
};

[[nodiscard]] Ranks average_ranks(std::span<const double> values);

/// The two-sided p of a standard normal deviate, z >= 0 already taken in absolute value.
[[nodiscard]] double two_sided_normal_p(double z);

}  // namespace trimtab::statistics
