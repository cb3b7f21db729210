// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace trimtab::statistics {

/// p values corrected for a family of tests by Holm's step-down method (Scand. J. Stat. 6, 1979), in the
/// given order.
[[nodiscard]] std::vector<double> holm_correction(std::span<const double> p_values);

}  // namespace trimtab::statistics
