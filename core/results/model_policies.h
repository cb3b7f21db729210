// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/agent/policy.h"
#include "core/base/expected.h"
#include "core/base/run_control.h"
#include "core/config/config.h"

namespace trimtab::results {

/// A policy that is to play, and the file it came from (empty for one by name).
struct NamedPolicy {
    std::unique_ptr<agent::Policy> policy;
    std::string source;
    std::uint64_t training_seed = 0;
};

/// What the making of policies tells; every member may be empty. Called from the calling thread.
struct PolicyNotes {
    std::function<void(const std::string&)> making;  ///< a policy's name, before a search that may take long
    std::function<void(const std::string&)> found;   ///< "hpa-calibrated: target 62 %, ..." after one
};

/// The configuration that a model (a .pt file or a training folder) was trained with and `overrides`
/// ("key=value") over it; nothing in the file: default.yaml's values and `overrides`.
[[nodiscard]] Expected<config::Config> model_configuration(const std::filesystem::path& model,
                                                           const std::vector<std::string>& overrides = {});

/// The models (files or training folders), then the policies by name; searched ones are searched now.
/// Errors: a file that is no checkpoint, an unknown or repeated name, nothing at all, a stop.
[[nodiscard]] Expected<std::vector<NamedPolicy>> make_policies(const std::vector<std::string>& models,
                                                               const std::vector<std::string>& policies,
                                                               const config::Config& config, StopToken stop,
                                                               const PolicyNotes& notes = {});

}  // namespace trimtab::results
