// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_table.h"
#include "app/commands/commands.h"
#include "app/completion.h"
#include "app/exit_code.h"
#include "app/help_page.h"
#include "core/config/nearest_name.h"

namespace trimtab::app {
namespace {

Expected<int> show_help(const Arguments& arguments, Session& session) {
    const Command* found = nullptr;
    const std::vector<Command>* known = &command_table();
    std::vector<std::string> path;
    for (const std::string& word : arguments.positionals()) {
        std::vector<std::string> names;
        const Command* next = nullptr;
        for (const Command& command : *known) {
            names.push_back(command.name);
            if (command.name == word) next = &command;
        }
        if (next == nullptr) {
            const std::string meant = config::likely_name(word, names);
            return fail(
                ErrorCode::invalid_argument,
                "'" + word + "' is not a command" + (meant.empty() ? "" : "; did you mean '" + meant + "'?"));
        }
        path.push_back(word);
        found = next;
        known = &next->subcommands;
    }
    session.console.print(found == nullptr ? help_page() : help_page(*found, path));
    return exit_done;
}

Expected<int> generate(const Arguments& arguments, Session& session) {
    const std::string what = arguments.positionals().front();
    session.console.print(what == "man"    ? man_page()
                          : what == "bash" ? bash_completion()
                          : what == "zsh"  ? zsh_completion()
                                           : fish_completion());
    return exit_done;
}

}  // namespace

Command help_command() {
    Command command{"help", "Shows the page of a command",
                    "Shows the page of a command, or the list of commands."};
    command.positionals = {{"COMMAND", "The command, such as `config check`.", ArgumentKind::text, 0, 2}};
    command.run = show_help;
    return command;
}

Command generate_command() {
    Command command{"generate", "Writes the man page or a shell's completion",
                    "Writes the man page (roff) or the completion script of a shell to standard output."};
    command.positionals = {
        {"WHAT", "man, bash, zsh or fish.", ArgumentKind::choice, 1, 1, {"man", "bash", "zsh", "fish"}}};
    command.examples = {{"trimtab generate bash > ~/.local/share/bash-completion/completions/trimtab",
                         "Completes commands, options and configuration keys in bash."}};
    command.run = generate;
    command.hidden = true;
    return command;
}

}  // namespace trimtab::app
