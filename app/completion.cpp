// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/completion.h"

#include <vector>

#include "app/command_table.h"
#include "core/config/config_table.h"

namespace trimtab::app {
namespace {

std::string joined(const std::vector<std::string>& words, const char* separator = " ") {
    std::string out;
    for (const std::string& word : words) out.append(out.empty() ? "" : separator).append(word);
    return out;
}

std::vector<std::string> config_keys() {
    std::vector<std::string> out;
    for (const config::ConfigKey& key : config::config_table()) out.push_back(key.path() + "=");
    return out;
}

std::vector<std::string> visible_names(const std::vector<Command>& commands) {
    std::vector<std::string> out;
    for (const Command& command : commands)
        if (!command.hidden) out.push_back(command.name);
    return out;
}

std::vector<OptionSpec> all_options(const Command& command) {
    std::vector<OptionSpec> options = command.options;
    options.insert(options.end(), global_options().begin(), global_options().end());
    return options;
}

/// A command that can be run, with the words that lead to it.
struct Leaf {
    const Command* command;
    std::string path;  ///< "config check"
};

void collect_leaves(const std::vector<Command>& commands, const std::string& prefix, std::vector<Leaf>& out) {
    for (const Command& command : commands) {
        if (command.hidden) continue;
        const std::string path = prefix.empty() ? command.name : prefix + " " + command.name;
        if (command.subcommands.empty()) out.push_back({&command, path});
        collect_leaves(command.subcommands, path, out);
    }
}

std::vector<Leaf> leaves() {
    std::vector<Leaf> out;
    collect_leaves(command_table(), {}, out);
    return out;
}

/// What bash offers after an option, or for a positional.
std::string bash_words(ArgumentKind kind, const std::vector<std::string>& choices) {
    switch (kind) {
        case ArgumentKind::file:
            return "COMPREPLY=($(compgen -f -- \"$cur\"))";
        case ArgumentKind::directory:
            return "COMPREPLY=($(compgen -d -- \"$cur\"))";
        case ArgumentKind::choice:
            return "COMPREPLY=($(compgen -W '" + joined(choices) + "' -- \"$cur\"))";
        case ArgumentKind::config_key:
            return "compopt -o nospace; COMPREPLY=($(compgen -W \"$keys\" -- \"$cur\"))";
        default:
            return "COMPREPLY=()";
    }
}

std::string bash_leaf(const Leaf& leaf) {
    std::string out = "    '" + leaf.path + "')\n        case \"$prev\" in\n";
    std::vector<std::string> names;
    for (const OptionSpec& option : all_options(*leaf.command)) {
        names.push_back(option.name);
        if (option.kind != ArgumentKind::flag)
            out += "        " + option.name + ") " + bash_words(option.kind, option.choices) + "; return;;\n";
    }
    out += "        esac\n        if [[ $cur == -* ]]; then COMPREPLY=($(compgen -W '" + joined(names) +
           "' -- \"$cur\")); return; fi\n";
    if (!leaf.command->positionals.empty()) {
        const PositionalSpec& first = leaf.command->positionals.front();
        out += "        " + bash_words(first.kind, first.choices) + "\n";
    }
    return out + "        ;;\n";
}

/// Text within single quotes of a shell.
std::string in_quotes(const std::string& text, const std::string& quote) {
    std::string out;
    for (const char c : text) {
        if (c == '\'')
            out += quote;
        else
            out += c;
    }
    return out;
}

std::string zsh_action(ArgumentKind kind, const std::vector<std::string>& choices) {
    switch (kind) {
        case ArgumentKind::file:
            return "_files";
        case ArgumentKind::directory:
            return "_files -/";
        case ArgumentKind::choice:
            return "(" + joined(choices) + ")";
        case ArgumentKind::config_key:
            return "{compadd -S \"\" -- $keys}";
        default:
            return " ";
    }
}

std::string zsh_text(const std::string& text) {
    std::string out;
    for (const char c : in_quotes(text, "'\\''")) {
        if (c == '[' || c == ']' || c == ':') out += '\\';
        out += c;
    }
    return out;
}

std::string zsh_leaf(const Leaf& leaf) {
    std::string out = "    '" + leaf.path + "')\n        _arguments -s";
    for (const OptionSpec& option : all_options(*leaf.command)) {
        out += " \\\n            '" + std::string(option.repeatable ? "*" : "") + option.name + "[" +
               zsh_text(option.help) + "]";
        if (option.kind != ArgumentKind::flag)
            out += ":" + zsh_text(option.value_name) + ":" + zsh_action(option.kind, option.choices);
        out += "'";
    }
    for (const PositionalSpec& positional : leaf.command->positionals)
        out += " \\\n            '" + std::string(positional.at_most > 1 ? "*" : "") + ":" +
               zsh_text(positional.name) + ":" + zsh_action(positional.kind, positional.choices) + "'";
    return out + "\n        ;;\n";
}

}  // namespace

std::string bash_completion() {
    std::string groups;
    std::string group_cases;
    for (const Command& command : command_table()) {
        if (command.subcommands.empty()) continue;
        groups.append(groups.empty() ? "" : "|").append(command.name);
        group_cases += "    '" + command.name + "') COMPREPLY=($(compgen -W '" +
                       joined(visible_names(command.subcommands)) + "' -- \"$cur\"));;\n";
    }
    std::string out =
        "# bash completion of trimtab\n_trimtab() {\n    local cur=${COMP_WORDS[COMP_CWORD]} "
        "prev=${COMP_WORDS[COMP_CWORD-1]} path= i\n    local keys='" +
        joined(config_keys()) +
        "'\n    COMPREPLY=()\n    for ((i = 1; i < COMP_CWORD; i++)); do\n"
        "        [[ ${COMP_WORDS[i]} == -* ]] && continue\n"
        "        if [[ -z $path ]]; then path=${COMP_WORDS[i]}\n        else\n"
        "            case $path in " +
        groups +
        ") path=\"$path ${COMP_WORDS[i]}\";; esac\n            break\n"
        "        fi\n    done\n    case \"$path\" in\n    '') COMPREPLY=($(compgen -W '" +
        joined(visible_names(command_table())) + "' -- \"$cur\"));;\n" + group_cases;
    for (const Leaf& leaf : leaves()) out += bash_leaf(leaf);
    return out + "    esac\n}\ncomplete -F _trimtab trimtab\n";
}

std::string zsh_completion() {
    std::string names;
    std::string groups;
    std::string group_cases;
    for (const Command& command : command_table()) {
        if (command.hidden) continue;
        names += " '" + command.name + ":" + zsh_text(command.summary) + "'";
        if (command.subcommands.empty()) continue;
        groups.append(groups.empty() ? "" : "|").append(command.name);
        group_cases +=
            "    '" + command.name + "') compadd -- " + joined(visible_names(command.subcommands)) + " ;;\n";
    }
    std::string out =
        "#compdef trimtab\n_trimtab() {\n    local -a keys commands\n    keys=(" + joined(config_keys()) +
        ")\n    commands=(" + names +
        ")\n    if (( CURRENT == 2 )); then _describe command commands; return; fi\n"
        "    local path=${words[2]}\n    shift words; (( CURRENT-- ))\n    case $path in (" +
        groups +
        ") if (( CURRENT > 2 )); then path=\"$path ${words[2]}\"; shift words; (( CURRENT-- )); fi ;; esac\n"
        "    case $path in\n" +
        group_cases;
    for (const Leaf& leaf : leaves()) out += zsh_leaf(leaf);
    return out + "    esac\n}\ncompdef _trimtab trimtab\n";
}

std::string fish_completion() {
    std::string out = "# fish completion of trimtab\ncomplete -c trimtab -f\n";
    const auto quoted = [](const std::string& text) { return "'" + in_quotes(text, "\\'") + "'"; };
    for (const Command& command : command_table()) {
        if (command.hidden) continue;
        out += "complete -c trimtab -n __fish_use_subcommand -a " + command.name + " -d " +
               quoted(command.summary) + "\n";
        const std::string here = "__fish_seen_subcommand_from " + command.name;
        const std::vector<std::string> below = visible_names(command.subcommands);
        for (const Command& subcommand : command.subcommands)
            out += "complete -c trimtab -n '" + here + "; and not __fish_seen_subcommand_from " +
                   joined(below) + "' -a " + subcommand.name + " -d " + quoted(subcommand.summary) + "\n";
    }
    for (const Leaf& leaf : leaves()) {
        std::string condition;
        std::string path = leaf.path + " ";
        for (std::size_t at = 0, end = 0; (end = path.find(' ', at)) != std::string::npos; at = end + 1)
            condition += std::string(condition.empty() ? "" : "; and ") + "__fish_seen_subcommand_from " +
                         path.substr(at, end - at);
        for (const OptionSpec& option : all_options(*leaf.command)) {
            out += "complete -c trimtab -n '" + condition + "' -l " + option.name.substr(2) + " -d " +
                   quoted(option.help);
            if (option.kind == ArgumentKind::file || option.kind == ArgumentKind::directory) out += " -r -F";
            if (option.kind == ArgumentKind::choice) out += " -x -a " + quoted(joined(option.choices));
            if (option.kind == ArgumentKind::config_key) out += " -x -a " + quoted(joined(config_keys()));
            if (option.kind == ArgumentKind::text || option.kind == ArgumentKind::integer ||
                option.kind == ArgumentKind::number)
                out += " -x";
            out += "\n";
        }
        if (!leaf.command->positionals.empty() &&
            leaf.command->positionals.front().kind == ArgumentKind::file)
            out += "complete -c trimtab -n '" + condition + "' -F\n";
    }
    return out;
}

}  // namespace trimtab::app
