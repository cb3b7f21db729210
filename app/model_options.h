// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "app/command.h"
#include "core/config/config.h"
#include "core/results/comparison_session.h"

namespace trimtab::app {

/// --model and --policy.
[[nodiscard]] std::vector<OptionSpec> policy_options();

/// The configuration that a model was trained with, with the command line's --profile and --set and `more`
/// over it;
/// --config replaces it. Without a model: as configuration().
[[nodiscard]] Expected<config::Config> evaluation_configuration(const Arguments& arguments,
                                                                const std::vector<std::string>& more);

/// An evaluation's progress and remarks on the console. End the progress when it is over.
[[nodiscard]] results::EvaluationHooks console_hooks(Session& session);

/// results::evaluate_policies() with its progress on the console.
[[nodiscard]] Expected<training::EvaluationResult> evaluate_with_progress(
    const config::Config& config, const std::vector<std::string>& models,
    const std::vector<std::string>& policies, Session& session);

}  // namespace trimtab::app
