// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/help_page.h"

#include <algorithm>

#include "app/command_table.h"

namespace trimtab::app {
namespace {

constexpr std::size_t page_width = 92;
constexpr std::size_t name_width = 26;

/// `text` in lines of the page's width, each after `indent` blanks; the first line continues what stands
/// there.
std::string wrapped(const std::string& text, std::size_t indent) {
    std::string out;
    std::size_t column = indent;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const std::string word = text.substr(at, end - at);
        if (column > indent && column + 1 + word.size() > page_width) {
            out.append("\n").append(indent, ' ');
            column = indent;
        } else if (column > indent) {
            out += ' ';
            ++column;
        }
        out += word;
        column += word.size();
        at = end + 1;
    }
    return out;
}

std::string row(const std::string& name, const std::string& help) {
    std::string out = "  " + name;
    if (out.size() + 2 > name_width)
        out.append("\n").append(name_width, ' ');
    else
        out.append(name_width - out.size(), ' ');
    return out + wrapped(help, name_width) + "\n";
}

std::string full_help(const OptionSpec& option) {
    std::string help = option.help;
    if (!option.choices.empty()) {
        help += " One of";
        for (std::size_t i = 0; i < option.choices.size(); ++i)
            help.append(i == 0 ? " " : ", ").append(option.choices[i]);
        help += ".";
    }
    if (!option.default_text.empty()) help.append(" Default: ").append(option.default_text).append(".");
    if (option.repeatable) help += " May be repeated.";
    return help;
}

std::string option_rows(const std::vector<OptionSpec>& options) {
    std::string out;
    for (const OptionSpec& option : options)
        out +=
            row(option.name + (option.value_name.empty() ? "" : " " + option.value_name), full_help(option));
    return out;
}

const char* const purpose =
    "Trains, evaluates and runs reinforcement-learning agents that scale inference workloads on Kubernetes. "
    "Data goes to standard output, progress to standard error.";

const char* const exit_codes =
    "0 done, 1 failed, 2 usage or bad input, 3 cannot reach a service, 130 interrupted.";

std::string roff_escaped(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c == '\\')
            out += "\\e";
        else if (c == '-')
            out += "\\-";
        else
            out += c;
    }
    // A line that starts with a dot or a quote would be a request.
    if (!out.empty() && (out.front() == '.' || out.front() == '\'')) out.insert(0, "\\&");
    return out;
}

std::string roff_options(const std::vector<OptionSpec>& options) {
    std::string out;
    for (const OptionSpec& option : options) {
        out += ".TP\n\\fB" + roff_escaped(option.name) + "\\fR";
        if (!option.value_name.empty()) out += " \\fI" + roff_escaped(option.value_name) + "\\fR";
        out += "\n" + roff_escaped(full_help(option)) + "\n";
    }
    return out;
}

void append_man(std::string& out, const Command& command, std::vector<std::string> path) {
    if (command.hidden) return;
    path.push_back(command.name);
    if (!command.subcommands.empty()) {
        for (const Command& subcommand : command.subcommands) append_man(out, subcommand, path);
        return;
    }
    out +=
        ".SS \"" + roff_escaped(synopsis(command, path)) + "\"\n" + roff_escaped(command.description) + "\n";
    for (const PositionalSpec& positional : command.positionals)
        out += ".TP\n\\fI" + roff_escaped(positional.name) + "\\fR\n" + roff_escaped(positional.help) + "\n";
    out += roff_options(command.options);
}

void append_man_examples(std::string& out, const Command& command) {
    for (const Example& example : command.examples)
        out += ".TP\n\\fB" + roff_escaped(example.command_line) + "\\fR\n" + roff_escaped(example.meaning) +
               "\n";
    for (const Command& subcommand : command.subcommands) append_man_examples(out, subcommand);
}

}  // namespace

std::string help_page() {
    std::string out = "Usage: trimtab COMMAND [options]\n\n" + wrapped(purpose, 0) + "\n\nCommands:\n";
    for (const Command& command : command_table())
        if (!command.hidden) out += row(command.name, command.summary);
    out += "\nOptions of every command:\n" + option_rows(global_options());
    return out + "\nExit codes: " + exit_codes + "\nMore: trimtab COMMAND --help\n";
}

std::string help_page(const Command& command, const std::vector<std::string>& path) {
    std::string out = "Usage: " + synopsis(command, path) + "\n\n" + wrapped(command.description, 0) + "\n";
    if (!command.subcommands.empty()) out += "\nCommands:\n";
    for (const Command& subcommand : command.subcommands) out += row(subcommand.name, subcommand.summary);
    if (!command.positionals.empty()) out += "\nArguments:\n";
    for (const PositionalSpec& positional : command.positionals) out += row(positional.name, positional.help);
    if (!command.options.empty()) out += "\nOptions:\n" + option_rows(command.options);
    out += "\nOptions of every command:\n" + option_rows(global_options());
    if (!command.examples.empty()) out += "\nExamples:\n";
    for (const Example& example : command.examples)
        out += "  " + example.command_line + "\n      " + wrapped(example.meaning, 6) + "\n";
    return out;
}

std::string synopsis(const Command& command, const std::vector<std::string>& path) {
    std::string out = "trimtab";
    for (const std::string& name : path) out.append(" ").append(name);
    if (!command.subcommands.empty()) return out + " COMMAND [options]";
    for (const PositionalSpec& positional : command.positionals) {
        std::string word = positional.name;
        if (positional.at_most > 1) word += "...";
        if (positional.at_least == 0) word = "[" + word + "]";
        out.append(" ").append(word);
    }
    return command.options.empty() ? out : out + " [options]";
}

std::string man_page() {
    std::string out =
        ".TH TRIMTAB 1 \"\" \"Trimtab\" \"User Commands\"\n.SH NAME\ntrimtab \\- reinforcement learning on "
        "Kubernetes "
        "resources\n.SH SYNOPSIS\n.B trimtab\n.I COMMAND\n[options]\n.SH DESCRIPTION\n";
    out += roff_escaped(purpose) + "\n.SH COMMANDS\n";
    for (const Command& command : command_table()) append_man(out, command, {});
    out += ".SH OPTIONS OF EVERY COMMAND\n" + roff_options(global_options());
    out += ".SH EXIT STATUS\n" + roff_escaped(exit_codes) + "\n.SH EXAMPLES\n";
    for (const Command& command : command_table()) append_man_examples(out, command);
    return out;
}

}  // namespace trimtab::app
