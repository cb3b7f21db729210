// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace trimtab::results {

/// Rows of cells as text with aligned columns, two blanks apart, each line indented by two; the first row is
/// the heading. Width counts bytes: cells are ASCII.
[[nodiscard]] std::string text_table(const std::vector<std::vector<std::string>>& rows);

}  // namespace trimtab::results
