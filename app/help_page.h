// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "app/command.h"

namespace trimtab::app {

/// What `trimtab --help` prints.
[[nodiscard]] std::string help_page();
/// What `trimtab <path> --help` prints.
[[nodiscard]] std::string help_page(const Command& command, const std::vector<std::string>& path);

/// "trimtab config diff FILE [FILE] [options]".
[[nodiscard]] std::string synopsis(const Command& command, const std::vector<std::string>& path);

/// trimtab(1) in roff, man(7) macros.
[[nodiscard]] std::string man_page();

}  // namespace trimtab::app
