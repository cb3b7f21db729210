// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace trimtab::config {

/// A JSON Schema (draft 2020-12) of configuration files, generated from the table; ends with a newline.
[[nodiscard]] std::string config_schema();

}  // namespace trimtab::config
