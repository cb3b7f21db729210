// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/environment/reward.h"

namespace trimtab::environment {

/// What was measured under a key: in this process, in `file`, or shipped with the program. A file that cannot
/// be read is as good as none. Any thread.
[[nodiscard]] std::optional<Baseline> find_cached_baseline(const std::string& key,
                                                           const std::filesystem::path& file = {});

/// Remembers it for this process, and in `file` where one is given (failing to write is no error: it only
/// costs time).
void cache_baseline(const std::string& key, const Baseline& baseline, const std::filesystem::path& file = {});

}  // namespace trimtab::environment
