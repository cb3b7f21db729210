// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/number_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace trimtab::results {
namespace {

std::string fixed(double value, int decimals) {
    char digits[400];
    const auto end =
        std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed, decimals).ptr;
    std::string text(digits, end);
    // A rounded-away negative is zero.
    if (text.find_first_not_of("-0.") == std::string::npos && text.front() == '-') text.erase(0, 1);
    return text;
}

int decimals_of(double size) {
    if (size == 0 || !std::isfinite(size)) return 0;
    return std::clamp(3 - static_cast<int>(std::floor(std::log10(size))), 0, 6);
}

}  // namespace

std::string number_text(double value) {
    if (std::isnan(value)) return "not a number";
    if (std::isinf(value)) return value > 0 ? "infinite" : "-infinite";
    return fixed(value, decimals_of(std::abs(value)));
}

std::string p_text(double p) { return p < 0.0001 ? "< 0.0001" : fixed(p, 4); }

std::string estimate_text(const statistics::Estimate& estimate, std::string_view unit) {
    const std::string suffix = unit == "1" || unit.empty() ? "" : " " + std::string(unit);
    if (!estimate.interval)
        return number_text(estimate.value) + suffix + " (no interval: " + estimate.no_interval + ")";
    // One number of decimals for the three, so that they can be compared at a glance.
    const int decimals = decimals_of(std::max(
        {std::abs(estimate.value), std::abs(estimate.interval->low), std::abs(estimate.interval->high)}));
    return fixed(estimate.value, decimals) + " [" + fixed(estimate.interval->low, decimals) + ", " +
           fixed(estimate.interval->high, decimals) + "]" + suffix;
}

}  // namespace trimtab::results
