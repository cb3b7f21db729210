// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "app/command.h"

namespace trimtab::app {

/// Parses and runs a command line (argv without the program's name) against the table. Returns the exit code;
/// what goes wrong is on the console. Never throws.
[[nodiscard]] int run_command_line(const std::vector<std::string>& words, Console& console, StopToken stop);

/// What a command line asks for.
struct Invocation {
    const Command* command = nullptr;  ///< null: the program itself (--help, --version or nothing)
    std::vector<std::string> path;     ///< {"config", "check"}
    Arguments arguments;
};

/// Finds the command and checks its arguments. The error names the nearest command or option.
[[nodiscard]] Expected<Invocation> parse_command_line(const std::vector<std::string>& words,
                                                      const std::vector<Command>& table);

}  // namespace trimtab::app
