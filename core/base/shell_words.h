// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>

namespace trimtab {

/// A word as a POSIX shell reads it back: unchanged where that is safe, else within single quotes.
[[nodiscard]] std::string shell_quoted(const std::string& word);

/// The words with blanks between, each quoted where it must be.
[[nodiscard]] std::string shell_line(std::span<const std::string> words);

}  // namespace trimtab
