// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/expected.h"

namespace trimtab::results {

/// The file of hashes inside a bundle, in the format of sha256sum: `sha256sum -c SHA256SUMS` checks an
/// unpacked one.
inline constexpr const char* bundle_hashes = "SHA256SUMS";

/// What was packed.
struct BundleSummary {
    std::size_t files = 0;
    std::uint64_t bytes = 0;
};

/// Packs every file of the run folders (configuration, manifest, metrics, models, figures, reports) under
/// `<folder name>/`, and their hashes, into a new ZIP file; links and temporary files are left out. The same
/// files give the same bytes. Errors: no folder, two of one name, a file that changes while it is read, a
/// full disk; no partial file stays.
[[nodiscard]] Expected<BundleSummary> write_bundle(const std::vector<std::filesystem::path>& run_folders,
                                                   const std::filesystem::path& zip);

struct BundleCheck {
    std::vector<std::string> files;     ///< listed in SHA256SUMS
    std::vector<std::string> problems;  ///< one sentence each; empty: every file is as it was packed
};

/// Checks a bundle, or the folder that one was unpacked into: every listed file is there with its hash, and
/// no other. parse_error where it is no bundle.
[[nodiscard]] Expected<BundleCheck> verify_bundle(const std::filesystem::path& bundle);

/// Unpacks a bundle into `folder`, which is created. Refuses names that would leave it, and existing files.
[[nodiscard]] Expected<void> extract_bundle(const std::filesystem::path& zip,
                                            const std::filesystem::path& folder);

}  // namespace trimtab::results
