// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace trimtab::config {

/// Insertions, deletions, replacements and swaps of neighbours that turn `a` into `b`
/// (optimal string alignment distance). Bytes beyond the first 128 of either are not compared.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

/// The candidate with the least distance to `name` (the first of equals); empty where there are none.
[[nodiscard]] std::string nearest_name(std::string_view name, const std::vector<std::string>& candidates);

/// As nearest_name, but empty where even the nearest shares too little to be what was meant.
[[nodiscard]] std::string likely_name(std::string_view name, const std::vector<std::string>& candidates);

}  // namespace trimtab::config
