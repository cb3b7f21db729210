// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/expected.h"
#include "core/config/config_table.h"

namespace trimtab::config {

/// A value before it is checked against its key, as the file's syntax gave it.
struct RawValue {
    enum class Kind { null, scalar, list, block };
    Kind kind = Kind::null;
    std::string text;             ///< of a scalar
    bool quoted = false;          ///< a quoted scalar is a text, never a number
    std::vector<RawValue> items;  ///< of a list: scalars
};

/// The value of `key`, checked for type, finiteness, range and choices. The error's message says what is
/// allowed.
[[nodiscard]] Expected<ConfigValue> parse_value(const ConfigKey& key, const RawValue& raw);

/// The same from what a person types: lists are comma-separated, with or without brackets.
[[nodiscard]] Expected<ConfigValue> value_from_text(const ConfigKey& key, std::string_view text);

/// What value_from_text() reads back.
[[nodiscard]] std::string value_to_text(const ConfigValue& value);

/// "a number from 0 to 1", "a whole number from 1 to 1000 pods", "one of auto, cpu, cuda".
[[nodiscard]] std::string allowed_values(const ConfigKey& key);

/// The shortest decimal text that reads back as the same number; a point whatever the locale.
[[nodiscard]] std::string format_number(double value);

}  // namespace trimtab::config
