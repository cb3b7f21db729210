// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/base/expected.h"

namespace trimtab::cluster_api {

/// A value of a YAML file with the types that Kubernetes' own reader gives it (YAML 1.1: an unquoted `yes` is
/// true).
struct YamlNode {
    enum class Kind { null, boolean, number, text, list, map };
    using Pointer = std::shared_ptr<const YamlNode>;

    Kind kind = Kind::null;
    int line = 0;  ///< counted from 1
    bool flag = false;
    std::size_t weight = 1;  ///< values within, with those of aliases each time they stand
    std::string text;        ///< of text and number
    std::vector<Pointer> items;
    std::vector<std::pair<std::string, Pointer>> entries;  ///< of two with one key the last counts

    /// The value of a key of a map; null where it is missing.
    [[nodiscard]] const YamlNode* find(const std::string& key) const;
    /// "a text", "a number" ...
    [[nodiscard]] const char* kind_text() const;
};

/// Largest file that is read, bytes.
inline constexpr std::size_t largest_yaml = 8 * 1024 * 1024;

/// The first document of a text; JSON is YAML too. Anchors, aliases and merge keys are followed without
/// copying, and refused where they multiply. Size, depth and number of values are limited. Never throws; an
/// error's context is "FILE:LINE".
[[nodiscard]] Expected<YamlNode::Pointer> read_yaml(const std::string& text, const std::string& file);

}  // namespace trimtab::cluster_api
