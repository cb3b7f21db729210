// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "core/statistics/estimate.h"

namespace trimtab::results {

/// A number for a reader: about four significant digits, a decimal point in every locale; "not a number" for
/// NaN.
[[nodiscard]] std::string number_text(double value);

/// A p value: "0.0123", "< 0.0001".
[[nodiscard]] std::string p_text(double p);

/// "4.87 [4.80, 4.94] USD", or "4.87 USD (no interval: ...)"; the unit "1" is not written.
[[nodiscard]] std::string estimate_text(const statistics::Estimate& estimate, std::string_view unit);

}  // namespace trimtab::results
