// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace trimtab::app {

/// A table of aligned columns for a terminal: numbers to the right, words to the left.
class TextTable {
  public:
    explicit TextTable(std::vector<std::string> header) : rows_{std::move(header)} {}
    void add_row(std::vector<std::string> row) { rows_.push_back(std::move(row)); }
    [[nodiscard]] std::string to_string() const;

  private:
    std::vector<std::vector<std::string>> rows_;
};

}  // namespace trimtab::app
