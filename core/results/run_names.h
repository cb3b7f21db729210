// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ctime>
#include <filesystem>
#include <string>

#include "core/base/expected.h"

namespace trimtab::results {

/// Creates `<results_dir>/<kind>_YYYYMMDD_HHMMSS` (local time), with _2, _3 ... behind it where that exists:
/// two runs that start in one second get two folders. kind: training, evaluation, comparison, live.
[[nodiscard]] Expected<std::filesystem::path> create_run_folder(const std::filesystem::path& results_dir,
                                                                const std::string& kind,
                                                                std::time_t now = std::time(nullptr));

/// The same path without a slash at its end, so that its last part is the folder's name.
[[nodiscard]] std::filesystem::path without_trailing_slash(const std::filesystem::path& folder);

/// The kind of a run folder's name; empty where it is none.
[[nodiscard]] std::string kind_of_run(const std::string& folder_name);

}  // namespace trimtab::results
