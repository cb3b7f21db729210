// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/kubernetes/quantity.h"

#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace trimtab::cluster_api {
namespace {

struct Suffix {
    std::string_view text;
    double factor;
};
constexpr std::array suffixes{
    Suffix{"", 1},        Suffix{"n", 1e-9},    Suffix{"u", 1e-6},    Suffix{"m", 1e-3},
    Suffix{"k", 1e3},     Suffix{"M", 1e6},     Suffix{"G", 1e9},     Suffix{"T", 1e12},
    Suffix{"P", 1e15},    Suffix{"E", 1e18},    Suffix{"Ki", 0x1p10}, Suffix{"Mi", 0x1p20},
    Suffix{"Gi", 0x1p30}, Suffix{"Ti", 0x1p40}, Suffix{"Pi", 0x1p50}, Suffix{"Ei", 0x1p60}};

}  // namespace

std::optional<double> parse_quantity(const std::string& text) {
    // from_chars would also read "inf" and "nan".
    const char* begin = text.data();
    const char* end = begin + text.size();
    if (begin != end && *begin == '+') ++begin;
    const char* digits = begin != end && *begin == '-' ? begin + 1 : begin;
    if (digits == end || !((*digits >= '0' && *digits <= '9') || *digits == '.')) return std::nullopt;
    double number = 0;
    const auto [rest, failure] = std::from_chars(begin, end, number);
    if (failure != std::errc{} || !std::isfinite(number)) return std::nullopt;
    const std::string_view spelt(rest, static_cast<std::size_t>(end - rest));
    for (const Suffix& suffix : suffixes)
        if (suffix.text == spelt) return number * suffix.factor;
    return std::nullopt;
}

}  // namespace trimtab::cluster_api
