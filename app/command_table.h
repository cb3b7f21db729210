// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "app/command.h"

namespace trimtab::app {

/// Every subcommand of `trimtab`, in the order of lists. Adding one: a file in app/commands and a row here.
[[nodiscard]] const std::vector<Command>& command_table();

/// Options that every command understands.
[[nodiscard]] const std::vector<OptionSpec>& global_options();

}  // namespace trimtab::app
