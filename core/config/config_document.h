// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/config/config_reader.h"
#include "core/config/config_value.h"

namespace trimtab::config {

/// One `section: { name: value }` of a file.
struct DocumentEntry {
    std::string section;
    std::string name;
    int line = 0;  ///< counted from 1
    RawValue value;
};

/// A file's entries in their order, and what is wrong with its shape: bad syntax, unknown sections, keys
/// given twice.
struct Document {
    std::vector<DocumentEntry> entries;
    std::vector<ConfigIssue> issues;
};

/// Largest configuration that is read, bytes.
inline constexpr std::size_t largest_document = 256 * 1024;

/// Whether the bytes are well-formed UTF-8 without NUL (RFC 3629).
[[nodiscard]] bool is_utf8_text(const std::string& bytes);

/// Reads YAML, of which JSON is a subset. Never throws. Hostile text ends in an issue: size, depth and the
/// number of issues are limited, anchors and aliases are refused, and no tree of nodes is ever built.
[[nodiscard]] Document read_document(const std::string& text, const std::string& file);

/// The same for a file with other sections than a configuration's.
[[nodiscard]] Document read_document(const std::string& text, const std::string& file,
                                     const std::vector<std::string>& sections);

}  // namespace trimtab::config
