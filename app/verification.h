// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/command.h"

namespace trimtab::app {

/// One policy of a bundled evaluation, played again.
struct PolicyVerification {
    std::string folder;  ///< run folder within the bundle
    std::string policy;
    int episodes = 0;
    int equal = 0;                    ///< episodes with the recorded return, p95 and cost, to the last bit
    std::string reason;               ///< why it could not be played; empty: it was
    bool recorded_elsewhere = false;  ///< by design it cannot be played here
};

/// Plays every policy of every evaluation and comparison below `bundle` (unpacked) again: models are looked
/// for among the bundle's training folders, the others are made by name. Policies recorded elsewhere cannot
/// be played.
[[nodiscard]] Expected<std::vector<PolicyVerification>> verify_evaluations(
    const std::filesystem::path& bundle, Session& session);

/// The model files that the evaluations and comparisons among `folders` were played with, as recorded, once
/// each.
[[nodiscard]] std::vector<std::filesystem::path> bundled_models(
    const std::vector<std::filesystem::path>& folders);

}  // namespace trimtab::app
