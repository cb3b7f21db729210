// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/commands/commands.h"
#include "app/common_options.h"
#include "app/exit_code.h"
#include "core/config/config_reader.h"
#include "core/config/config_schema.h"
#include "core/config/config_writer.h"

namespace trimtab::app {
namespace {

using Json = nlohmann::ordered_json;

Expected<int> check(const Arguments& arguments, Session& session) {
    Json report = Json::array();
    int code = exit_done;
    for (const std::string& file : arguments.positionals()) {
        const auto loaded = config::load_config({file, arguments.all("--set")});
        report.push_back({{"file", file}, {"valid", loaded.has_value()}});
        if (loaded) {
            const auto defaults = config::profile_defaults(loaded->environment.profile);
            const auto changed = config::diff(*defaults, *loaded).size();
            if (!arguments.has("--json"))
                session.console.print_line(file + ": fine (profile " + loaded->environment.profile + ", " +
                                           std::to_string(changed) + " keys changed)");
            continue;
        }
        code = std::max(code, exit_code(loaded.error().code));
        report.back()["message"] = loaded.error().to_string();
        if (!arguments.has("--json")) session.console.error(loaded.error());
    }
    if (arguments.has("--json"))
        session.console.print_line(report.dump(2, ' ', false, Json::error_handler_t::replace));
    return code;
}

Expected<int> show(const Arguments& arguments, Session& session) {
    config::ConfigSources sources;
    if (!arguments.positionals().empty()) sources.file = arguments.positionals().front();
    if (arguments.has("--profile"))
        sources.overrides.push_back("environment.profile=" + arguments.text("--profile"));
    const auto& set = arguments.all("--set");
    sources.overrides.insert(sources.overrides.end(), set.begin(), set.end());
    const auto loaded = config::load_config(sources);
    if (!loaded) return Unexpected<Error>(loaded.error());
    if (arguments.has("--json"))
        session.console.print_line(config::to_json(*loaded));
    else
        session.console.print(
            config::to_yaml(*loaded, {.only_differences = arguments.has("--only-differences"),
                                      .comments = arguments.has("--comments")}));
    return exit_done;
}

Expected<int> diff(const Arguments& arguments, Session& session) {
    const auto& files = arguments.positionals();
    const auto last = config::load_config({files.back(), arguments.all("--set")});
    if (!last) return Unexpected<Error>(last.error());
    const auto first = files.size() > 1 ? config::load_config({files.front(), {}})
                                        : config::profile_defaults(last->environment.profile);
    if (!first) return Unexpected<Error>(first.error());
    Json report = Json::array();
    std::string lines;
    for (const config::ConfigDifference& difference : config::diff(*first, *last)) {
        report.push_back({{"key", difference.key}, {"a", difference.a}, {"b", difference.b}});
        lines += difference.key + ": " + difference.a + " -> " + difference.b + "\n";
    }
    if (arguments.has("--json"))
        session.console.print_line(report.dump(2, ' ', false, Json::error_handler_t::replace));
    else
        session.console.print(lines);
    return exit_done;
}

Expected<int> schema(const Arguments&, Session& session) {
    session.console.print(config::config_schema());
    return exit_done;
}

OptionSpec set_option() { return config_options().back(); }

Command check_command() {
    Command command{"check", "Checks configuration files",
                    "Reads each file and tells every mistake with its line, key, allowed range and the "
                    "nearest known key. "
                    "Exit code 2 where there is one."};
    command.positionals = {{"FILE", "Configuration in YAML or JSON.", ArgumentKind::file, 1, 1000}};
    command.options = {set_option(), json_option()};
    command.examples = {{"trimtab config check configs/*.yaml", "Checks all shipped files."}};
    command.run = check;
    return command;
}

Command show_command() {
    Command command{
        "show", "Prints a resolved configuration",
        "Prints every key with its value: defaults, then the profile's, then the file's, then --set."};
    command.positionals = {
        {"FILE", "Configuration in YAML or JSON; without it the defaults.", ArgumentKind::file, 0, 1}};
    const auto options = config_options();
    command.options = {
        options[1],
        options[2],
        {"--only-differences", ArgumentKind::flag, "", "Leaves out what is the profile's default."},
        {"--comments", ArgumentKind::flag, "", "Explains every key above it."},
        json_option()};
    command.examples = {
        {"trimtab config show --profile day --comments > my.yaml", "A documented file to start from."}};
    command.run = show;
    return command;
}

Command diff_command() {
    Command command{
        "diff", "Lists the keys in which two configurations differ",
        "Lists each key with its value in both; one file is compared with the defaults of its profile."};
    command.positionals = {{"FILE", "One or two files.", ArgumentKind::file, 1, 2}};
    command.options = {set_option(), json_option()};
    command.run = diff;
    return command;
}

Command schema_command() {
    Command command{
        "schema", "Prints the JSON Schema of configuration files",
        "Prints a JSON Schema (draft 2020-12) that editors use to complete and check configuration files."};
    command.run = schema;
    return command;
}

}  // namespace

Command config_command() {
    Command command{"config", "Checks, shows and compares configurations",
                    "Checks, shows and compares configurations."};
    command.subcommands = {check_command(), show_command(), diff_command(), schema_command()};
    return command;
}

}  // namespace trimtab::app
