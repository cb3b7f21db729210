// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/config/config.h"
#include "core/config/config_table.h"

namespace trimtab::config {

struct YamlOptions {
    bool only_differences = false;  ///< only keys that differ from the profile's defaults; the profile always
    bool comments = false;          ///< each key's help, unit and allowed values above it
};

/// What stands behind `name:` in a YAML file for a value of that key; quoted where a reader could mistake it.
[[nodiscard]] std::string yaml_value(const ConfigKey& key, const ConfigValue& value);

/// A file that load_config() reads back to the same configuration; sections and keys in the order of the
/// table.
[[nodiscard]] std::string to_yaml(const Config& config, YamlOptions options = {});

/// Every key as one JSON object of sections, in the same order; indent < 0: one line.
[[nodiscard]] std::string to_json(const Config& config, int indent = 2);

/// SHA-256 over to_json(config, -1): equal configurations have equal hashes, however they were written.
[[nodiscard]] std::string config_hash(const Config& config);

/// One key whose values differ, as text that --set reads.
struct ConfigDifference {
    std::string key;
    std::string a;
    std::string b;
};

/// What differs from `a` to `b`, in the order of the table.
[[nodiscard]] std::vector<ConfigDifference> diff(const Config& a, const Config& b);

}  // namespace trimtab::config
