// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace trimtab::app {

/// What was typed after a command, checked against its table: numbers are numbers within their range and
/// choices are known, so that reading them here cannot fail.
class Arguments {
  public:
    [[nodiscard]] bool has(const std::string& option) const { return !all(option).empty(); }
    [[nodiscard]] const std::vector<std::string>& all(const std::string& option) const;
    [[nodiscard]] std::string text(const std::string& option, const std::string& otherwise = {}) const;
    [[nodiscard]] std::int64_t integer(const std::string& option, std::int64_t otherwise) const;
    [[nodiscard]] double number(const std::string& option, double otherwise) const;
    [[nodiscard]] const std::vector<std::string>& positionals() const { return positionals_; }

    void add(const std::string& option, std::string value) { values_[option].push_back(std::move(value)); }
    void add_positional(std::string value) { positionals_.push_back(std::move(value)); }

  private:
    std::map<std::string, std::vector<std::string>> values_;
    std::vector<std::string> positionals_;
};

/// A whole text as a number, with a point whatever the locale; nothing where it is none or not finite.
[[nodiscard]] std::optional<double> parse_double(const std::string& text);
[[nodiscard]] std::optional<std::int64_t> parse_integer(const std::string& text);

}  // namespace trimtab::app
