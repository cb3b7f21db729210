// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common_options.h"

#include "core/config/config_reader.h"
#include "core/config/profiles.h"

namespace trimtab::app {

OptionSpec json_option() { return {"--json", ArgumentKind::flag, "", "Prints JSON for machines."}; }

OptionSpec results_dir_option() {
    OptionSpec option{"--results-dir", ArgumentKind::directory, "DIR", "Where the run folder is made."};
    option.default_text = "rl";
    return option;
}

OptionSpec seed_option(std::string help, std::string default_text) {
    OptionSpec option{"--seed", ArgumentKind::integer, "N", std::move(help)};
    option.maximum = largest_whole;
    option.default_text = std::move(default_text);
    return option;
}

std::vector<OptionSpec> config_options() {
    OptionSpec profile{"--profile", ArgumentKind::choice, "NAME", "The scenario, over the one of the file."};
    profile.choices = config::profile_names();
    OptionSpec set{"--set", ArgumentKind::config_key, "KEY=VALUE",
                   "Overrides a key of the configuration, such as agent.learning_rate=1e-4."};
    set.repeatable = true;
    return {{"--config", ArgumentKind::file, "FILE",
             "Configuration in YAML or JSON; without it the defaults hold."},
            profile,
            set};
}

std::vector<OptionSpec> joined_options(std::vector<OptionSpec> first, const std::vector<OptionSpec>& second) {
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

Expected<config::Config> configuration(const Arguments& arguments, const std::vector<std::string>& more) {
    config::ConfigSources sources;
    sources.file = arguments.text("--config");
    if (arguments.has("--profile"))
        sources.overrides.push_back("environment.profile=" + arguments.text("--profile"));
    const auto& set = arguments.all("--set");
    sources.overrides.insert(sources.overrides.end(), set.begin(), set.end());
    sources.overrides.insert(sources.overrides.end(), more.begin(), more.end());
    return config::load_config(sources);
}

}  // namespace trimtab::app
