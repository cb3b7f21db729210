// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace trimtab::cluster_api {

/// A document in YAML's block style with its keys in their order: what a person reviews, and kubectl applies.
/// Texts are quoted; those of several lines stand as blocks.
[[nodiscard]] std::string manifest_yaml(const nlohmann::ordered_json& document);

}  // namespace trimtab::cluster_api
