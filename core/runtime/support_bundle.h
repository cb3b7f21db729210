// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/expected.h"
#include "core/cluster_api/live/doctor.h"
#include "core/config/config.h"

namespace trimtab::runtime {

/// What goes into a report of a problem.
struct SupportBundle {
    config::Config config;
    std::vector<cluster_api::DoctorFinding> findings;  ///< what the doctor found
    std::filesystem::path results_dir;                 ///< its newest live_* folder is packed
    std::filesystem::path journal;                     ///< folder of the journals that wait for a restore
    std::vector<std::string> secrets{};  ///< taken out wherever they stand, as are passwords within URLs
    std::string log{};                   ///< the last messages of the program; empty: none
};

/// Writes the ZIP file: findings, resolved configuration, versions and machine, log, journals, and
/// configuration, manifest, audit log and metrics of the newest live session. Every text goes through
/// cluster_api::redacted_text(). Replaces a file of that name once everything is written. The value: the
/// names of the packed files. Any thread.
[[nodiscard]] Expected<std::vector<std::string>> write_support_bundle(const SupportBundle& bundle,
                                                                      const std::filesystem::path& zip);

/// The values of all secrets that `reader` knows. In the reader's thread.
[[nodiscard]] std::vector<std::string> known_secrets(const cluster_api::SecretReader& reader);

}  // namespace trimtab::runtime
