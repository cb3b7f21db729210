// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/expected.h"
#include "core/config/config.h"

namespace trimtab::app {

/// What goes into a report of a problem.
struct SupportBundle {
    config::Config config;
    std::string findings_json;           ///< what the doctor found
    std::filesystem::path results_dir;   ///< its newest live_* folder is packed
    std::filesystem::path journal;       ///< folder of the journals that wait for a restore
    std::vector<std::string> secrets{};  ///< taken out wherever they stand, as are passwords within URLs
};

/// Writes the ZIP file: findings, resolved configuration, versions and machine, journals, and configuration,
/// manifest, audit log and metrics of the newest live session. Every text goes through
/// cluster_api::redacted_text(). The value: the names of the packed files.
[[nodiscard]] Expected<std::vector<std::string>> write_support_bundle(const SupportBundle& bundle,
                                                                      const std::filesystem::path& zip);

}  // namespace trimtab::app
