// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "app/command.h"
#include "core/config/config.h"

namespace trimtab::app {

// Options that several commands share, so that they read the same everywhere.
[[nodiscard]] OptionSpec json_option();
[[nodiscard]] OptionSpec results_dir_option();
[[nodiscard]] OptionSpec seed_option(std::string help, std::string default_text);
/// --config, --profile, --set.
[[nodiscard]] std::vector<OptionSpec> config_options();

/// Lists one after another.
[[nodiscard]] std::vector<OptionSpec> joined_options(std::vector<OptionSpec> first,
                                                     const std::vector<OptionSpec>& second);

/// The configuration that config_options() ask for; `more` are further overrides, which win.
[[nodiscard]] Expected<config::Config> configuration(const Arguments& arguments,
                                                     const std::vector<std::string>& more = {});

/// Whole numbers of JSON and of seeds: up to 2^53 - 1.
inline constexpr double largest_whole = 9007199254740991.0;

}  // namespace trimtab::app
