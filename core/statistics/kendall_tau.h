// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "core/base/expected.h"

namespace trimtab::statistics {

/// Kendall's tau-b, the rank correlation that allows ties (Biometrika 33, 1945), in [-1, 1].
/// Error: different lengths, fewer than two values, a value that is not finite, or one side all equal.
[[nodiscard]] Expected<double> kendall_tau(std::span<const double> first, std::span<const double> second);

}  // namespace trimtab::statistics
