// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/arguments.h"

#include <charconv>
#include <cmath>

namespace trimtab::app {

const std::vector<std::string>& Arguments::all(const std::string& option) const {
    static const std::vector<std::string> none;
    const auto found = values_.find(option);
    return found == values_.end() ? none : found->second;
}

std::string Arguments::text(const std::string& option, const std::string& otherwise) const {
    return has(option) ? all(option).back() : otherwise;
}

std::int64_t Arguments::integer(const std::string& option, std::int64_t otherwise) const {
    return has(option) ? parse_integer(all(option).back()).value_or(otherwise) : otherwise;
}

double Arguments::number(const std::string& option, double otherwise) const {
    return has(option) ? parse_double(all(option).back()).value_or(otherwise) : otherwise;
}

std::optional<double> parse_double(const std::string& text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::optional<std::int64_t> parse_integer(const std::string& text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

}  // namespace trimtab::app
