// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/config/config.h"

namespace trimtab::config {

/// A value as it stands in a file. Enumerations travel as their spelling.
using ConfigValue = std::variant<bool, std::int64_t, double, std::string, std::vector<std::string>,
                                 std::vector<std::int64_t>>;

enum class ValueKind { boolean, integer, number, text, choice, text_list, integer_list };

/// One key: the single source of the reader, the schema, the form, the documentation and `--set`.
struct ConfigKey {
    std::string section;
    std::string name;
    ValueKind kind = ValueKind::number;
    std::string unit;                  ///< "s", "ms", "req/s", "users" ... or empty
    double minimum = 0, maximum = 0;   ///< numbers (and numbers in lists) only, inclusive
    std::vector<std::string> choices;  ///< of a choice; of a list: its allowed elements (empty: any)
    std::string help;                  ///< one sentence for a person
    bool advanced = false;             ///< hidden in the form until asked for
    std::string follows;  ///< name of the key of this section whose value it takes while it is not set itself
    std::function<ConfigValue(const Config&)> get;
    std::function<void(Config&, const ConfigValue&)> set;  ///< the value has been checked
    [[nodiscard]] std::string path() const { return section + "." + name; }
};

/// A group of keys, in files a mapping at the top level.
struct ConfigSection {
    std::string name;
    std::string help;  ///< one sentence for a person
};

/// Every section, in the order of config.h.
[[nodiscard]] const std::vector<ConfigSection>& config_sections();

/// Every key, in the order of the sections and fields of config.h.
[[nodiscard]] const std::vector<ConfigKey>& config_table();
[[nodiscard]] const ConfigKey* find_key(std::string_view path);
/// The known path with the least edit distance; a bare key name finds its section.
[[nodiscard]] std::string nearest_key(std::string_view path);

}  // namespace trimtab::config
