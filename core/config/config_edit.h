// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "core/base/expected.h"

namespace trimtab::config {

/// `text` (YAML or JSON) with key `path` set to what a person typed, whether it is allowed or not: an editor
/// shows the mistake at its place. Comments, order and every other line stay; a file in flow style (JSON) is
/// written anew from its entries. parse_error where the text cannot be read, not_found for an unknown key.
[[nodiscard]] Expected<std::string> set_in_text(const std::string& text, std::string_view path,
                                                std::string_view typed);

/// `text` without key `path`, and without its section where nothing else stands in it; the same where the key
/// is not there.
[[nodiscard]] Expected<std::string> remove_from_text(const std::string& text, std::string_view path);

}  // namespace trimtab::config
