// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "core/base/expected.h"

namespace trimtab::results {

/// fsync before the rename: the file survives a power cut. No: only a crash of the program.
enum class Durability { process, power };

/// Replaces `file` by `bytes` in one step: whoever reads it sees the old or the new content, never a part. On
/// an error the old file is intact and no temporary file stays. The message names the cause (full disk,
/// permissions).
[[nodiscard]] Expected<void> write_file_atomically(const std::filesystem::path& file, std::string_view bytes,
                                                   Durability durability = Durability::power);

/// A whole file of at most `limit` bytes.
[[nodiscard]] Expected<std::string> read_file(const std::filesystem::path& file,
                                              std::uint64_t limit = 1ULL << 30);

/// "cannot write x: No space left on device; free some space and resume the run" for an errno value.
[[nodiscard]] Error io_failure(const std::string& verb, const std::filesystem::path& file, int error_number);

}  // namespace trimtab::results
