// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/arguments.h"
#include "app/console.h"
#include "core/base/expected.h"
#include "core/base/run_control.h"

namespace trimtab::app {

enum class ArgumentKind { flag, text, integer, number, file, directory, choice, config_key };

/// One option: what the parser, --help, the man page and the shell completion know about it.
struct OptionSpec {
    std::string name;  ///< "--config"
    ArgumentKind kind = ArgumentKind::flag;
    std::string value_name;                 ///< "FILE"; empty for a flag
    std::string help;                       ///< one sentence
    std::vector<std::string> choices = {};  ///< of a choice
    double minimum = 0, maximum = 0;        ///< of an integer or a number, inclusive
    bool repeatable = false;
    std::string default_text = {};  ///< what holds without the option, for a person
};

/// Values without a name, after the options' or between them.
struct PositionalSpec {
    std::string name;  ///< "FILE"
    std::string help;
    ArgumentKind kind = ArgumentKind::file;
    int at_least = 1;
    int at_most = 1;
    std::vector<std::string> choices = {};
};

/// What a command gets to work with.
struct Session {
    Console& console;
    StopToken stop;            ///< of the first Ctrl+C
    std::string command_line;  ///< as it was typed, quoted for a shell
};

/// Runs a command; the value is the exit code.
using CommandFunction = std::function<Expected<int>(const Arguments&, Session&)>;

/// One example of a command's help.
struct Example {
    std::string command_line;
    std::string meaning;
};

/// One row of the command table: a subcommand, or a group of them (`config check`).
struct Command {
    std::string name;
    std::string summary;      ///< one line, for lists
    std::string description;  ///< a paragraph, for its own page
    std::vector<OptionSpec> options = {};
    std::vector<PositionalSpec> positionals = {};
    std::vector<Example> examples = {};
    CommandFunction run = {};  ///< empty for a group
    std::vector<Command> subcommands = {};
    bool hidden = false;  ///< not in lists
};

}  // namespace trimtab::app
