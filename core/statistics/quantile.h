// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "core/base/expected.h"

namespace trimtab::statistics {

/// The q-quantile by linear interpolation between order statistics (Hyndman and Fan's type 7, NumPy's
/// default). Error: an empty sample, a value that is not finite, or q outside [0, 1].
[[nodiscard]] Expected<double> quantile(std::span<const double> sample, double q);

/// The same of a checked sample, which is reordered: O(n), no copy.
[[nodiscard]] double quantile_in_place(std::span<double> sample, double q);

}  // namespace trimtab::statistics
