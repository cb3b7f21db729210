// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/command.h"
#include "core/agent/policy.h"
#include "core/config/config.h"

namespace trimtab::app {

/// A policy of a command line, and the file it came from (empty for one by name).
struct NamedPolicy {
    std::unique_ptr<agent::Policy> policy;
    std::string source;
    std::uint64_t training_seed = 0;
};

/// --model and --policy.
[[nodiscard]] std::vector<OptionSpec> policy_options();

/// The configuration that a model was trained with, with the command line's --profile and --set and `more`
/// over it;
/// --config replaces it. Without a model: as configuration().
[[nodiscard]] Expected<config::Config> evaluation_configuration(const Arguments& arguments,
                                                                const std::vector<std::string>& more);

/// The models (files or run folders), then the policies by name; searched ones are searched now.
[[nodiscard]] Expected<std::vector<NamedPolicy>> make_policies(const std::vector<std::string>& models,
                                                               const std::vector<std::string>& policies,
                                                               const config::Config& config,
                                                               Session& session);

}  // namespace trimtab::app
