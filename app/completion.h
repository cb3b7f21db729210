// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace trimtab::app {

// Completion scripts, generated from the command table: commands, options, choices, files and configuration
// keys.
[[nodiscard]] std::string bash_completion();
[[nodiscard]] std::string zsh_completion();
[[nodiscard]] std::string fish_completion();

}  // namespace trimtab::app
