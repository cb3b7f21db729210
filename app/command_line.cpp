// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <exception>
#include <memory>

#include "app/command_table.h"
#include "app/exit_code.h"
#include "app/help_page.h"
#include "app/shared_path.h"
#include "core/base/shell_words.h"
#include "core/config/config_value.h"
#include "core/config/nearest_name.h"
#include "core/results/build_info.h"

namespace trimtab::app {
namespace {

Unexpected<Error> usage(const std::string& message) { return fail(ErrorCode::invalid_argument, message); }

std::string did_you_mean(const std::string& word, const std::vector<std::string>& known) {
    const std::string meant = config::likely_name(word, known);
    return meant.empty() ? std::string() : "; did you mean '" + meant + "'?";
}

std::vector<OptionSpec> options_of(const Command& command) {
    std::vector<OptionSpec> options = command.options;
    options.insert(options.end(), global_options().begin(), global_options().end());
    return options;
}

Expected<void> check_value(const std::string& name, ArgumentKind kind, const std::string& value,
                           double minimum, double maximum, const std::vector<std::string>& choices) {
    const auto range = [&] {
        return " from " + config::format_number(minimum) + " to " + config::format_number(maximum);
    };
    if (kind == ArgumentKind::integer) {
        const auto number = parse_integer(value);
        if (!number || static_cast<double>(*number) < minimum || static_cast<double>(*number) > maximum)
            return usage(name + " must be a whole number" + range() + ", not '" + value + "'");
    } else if (kind == ArgumentKind::number) {
        const auto number = parse_double(value);
        if (!number || *number < minimum || *number > maximum)
            return usage(name + " must be a number" + range() + ", not '" + value + "'");
    } else if (kind == ArgumentKind::choice &&
               std::find(choices.begin(), choices.end(), value) == choices.end()) {
        std::string list;
        for (const std::string& choice : choices) list.append(list.empty() ? "" : ", ").append(choice);
        return usage(name + " must be one of " + list + ", not '" + value + "'" +
                     did_you_mean(value, choices));
    }
    return {};
}

/// Hands the words to CLI11 as raw texts; kinds and ranges are checked afterwards, with messages of one
/// style.
class Parser {
  public:
    explicit Parser(const std::vector<Command>& table) : table_(table) {}

    Expected<Invocation> parse(std::vector<std::string> words) {
        CLI::App app;
        app.set_help_flag();
        app.allow_extras();
        app.require_subcommand(0, 1);  // else later words that happen to be commands would start another one
        add_options(app, global_options(), root_values_);
        for (const Command& command : table_) add_command(app, command);
        std::reverse(words.begin(), words.end());  // CLI11 takes its words from the back
        try {
            app.parse(words);
        } catch (const CLI::ParseError& error) {
            return usage(error.what());
        }
        Invocation invocation;
        return collect(app, table_, nullptr, root_values_, invocation);
    }

  private:
    using Values = std::map<std::string, std::vector<std::string>>;

    void add_options(CLI::App& app, const std::vector<OptionSpec>& options, Values& values) {
        for (const OptionSpec& option : options) {
            std::vector<std::string>& target = values[option.name];
            if (option.kind == ArgumentKind::flag)
                app.add_flag_function(
                    option.name, [&target](std::int64_t) { target.emplace_back("true"); }, "");
            else
                app.add_option(option.name, target, "")->allow_extra_args(false);
        }
    }

    void add_command(CLI::App& parent, const Command& command) {
        CLI::App* app = parent.add_subcommand(command.name, command.summary);
        app->set_help_flag();
        app->allow_extras();
        app->require_subcommand(0, 1);
        add_options(*app, options_of(command), values_[&command]);
        for (const Command& subcommand : command.subcommands) add_command(*app, subcommand);
    }

    Expected<Invocation> collect(CLI::App& app, const std::vector<Command>& known, const Command* command,
                                 const Values& values, Invocation& invocation) {
        for (const auto& [name, list] : values)
            for (const std::string& value : list) invocation.arguments.add(name, value);
        for (const Command& next : known) {
            CLI::App* chosen = app.get_subcommand(next.name);
            if (!chosen->parsed()) continue;
            invocation.path.push_back(next.name);
            return collect(*chosen, next.subcommands, &next, values_[&next], invocation);
        }
        invocation.command = command;
        if (auto checked = check_words(app.remaining(), known, command, invocation); !checked)
            return Unexpected<Error>(checked.error());
        if (command != nullptr && !invocation.arguments.has("--help"))
            if (auto checked = check_arguments(*command, invocation); !checked)
                return Unexpected<Error>(checked.error());
        return std::move(invocation);
    }

    /// Words that CLI11 left over: positionals, or what nobody knows.
    Expected<void> check_words(const std::vector<std::string>& words, const std::vector<Command>& known,
                               const Command* command, Invocation& invocation) {
        for (const std::string& word : words) {
            const bool is_option = word.size() > 1 && word[0] == '-';
            if (!is_option && known.empty()) {
                invocation.arguments.add_positional(word);
                continue;
            }
            std::vector<std::string> names;
            if (is_option)
                for (const OptionSpec& option : command != nullptr ? options_of(*command) : global_options())
                    names.push_back(option.name);
            else
                for (const Command& next : known)
                    if (!next.hidden) names.push_back(next.name);
            const std::string meant = did_you_mean(word.substr(0, word.find('=')), names);
            return usage("'" + word + "' is not " + (is_option ? "an option" : "a command") + " of trimtab" +
                         joined_path(invocation) + (meant.empty() ? "." : meant) + " See trimtab" +
                         joined_path(invocation) + " --help.");
        }
        return {};
    }

    static std::string joined_path(const Invocation& invocation) {
        std::string out;
        for (const std::string& name : invocation.path) out.append(" ").append(name);
        return out;
    }

    static Expected<void> check_arguments(const Command& command, const Invocation& invocation) {
        const Arguments& arguments = invocation.arguments;
        for (const OptionSpec& option : options_of(command)) {
            const auto& values = arguments.all(option.name);
            if (values.size() > 1 && !option.repeatable && option.kind != ArgumentKind::flag)
                return usage(option.name + " is given " + std::to_string(values.size()) +
                             " times; give it once");
            for (const std::string& value : values)
                if (auto checked = check_value(option.name, option.kind, value, option.minimum,
                                               option.maximum, option.choices);
                    !checked)
                    return checked;
        }
        if (command.subcommands.empty()) return check_positionals(command, invocation);
        return {};
    }

    static Expected<void> check_positionals(const Command& command, const Invocation& invocation) {
        const auto& words = invocation.arguments.positionals();
        std::size_t used = 0;
        for (const PositionalSpec& spec : command.positionals) {
            const std::size_t first = used;
            while (used < words.size() && used - first < static_cast<std::size_t>(spec.at_most)) {
                if (auto checked = check_value(spec.name, spec.kind, words[used], 0, 0, spec.choices);
                    !checked)
                    return checked;
                ++used;
            }
            if (used - first < static_cast<std::size_t>(spec.at_least))
                return usage(spec.name + " is missing. See trimtab" + joined_path(invocation) + " --help.");
        }
        if (used < words.size())
            return usage("'" + words[used] + "' is one word too many. See trimtab" + joined_path(invocation) +
                         " --help.");
        return {};
    }

    const std::vector<Command>& table_;
    Values root_values_;
    std::map<const Command*, Values> values_;
};

LogLevel log_level(const std::string& name) {
    if (name == "debug") return LogLevel::debug;
    if (name == "warning") return LogLevel::warning;
    if (name == "error") return LogLevel::error;
    return LogLevel::info;
}

int report(Console& console, const Error& error) {
    console.error(error);
    return exit_code(error.code);
}

int run_invocation(const Invocation& invocation, Session& session) {
    Console& console = session.console;
    console.set_log_level(log_level(invocation.arguments.text("--log-level", "info")));
    const Command* command = invocation.command;
    if (invocation.arguments.has("--version")) {
        console.print_line(results::program_name());
        return exit_done;
    }
    if (invocation.arguments.has("--help")) {
        console.print(command == nullptr ? help_page() : help_page(*command, invocation.path));
        return exit_done;
    }
    if (command == nullptr || !command->run) {
        const std::string page = command == nullptr ? help_page() : help_page(*command, invocation.path);
        return report(console, make_error(ErrorCode::invalid_argument, "a command is missing.\n" + page));
    }
    const auto done = command->run(invocation.arguments, session);
    return done ? *done : report(console, done.error());
}

}  // namespace

Expected<Invocation> parse_command_line(const std::vector<std::string>& words,
                                        const std::vector<Command>& table) {
    return Parser(table).parse(words);
}

int run_command_line(const std::vector<std::string>& words, Console& console, StopToken stop) {
    try {
        std::vector<std::string> resolved;
        for (const std::string& word : words) resolved.push_back(shared_path(word));
        const auto invocation = parse_command_line(resolved, command_table());
        if (!invocation) return report(console, invocation.error());
        Session session{console, stop, "trimtab"};
        for (const std::string& word : words) session.command_line.append(" ").append(shell_quoted(word));
        const int code = run_invocation(*invocation, session);
        console.end_progress();
        if (console.output_is_good()) return code;
        return report(console, make_error(ErrorCode::io_error, "standard output could not be written"));
    } catch (const std::exception& error) {
        return report(console, make_error(ErrorCode::internal, std::string("unexpected: ") + error.what() +
                                                                   "; please report this as a defect"));
    }
}

}  // namespace trimtab::app
