// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <span>
#include <string_view>

#include "core/base/error.h"

namespace trimtab::ui {

/// A finished sentence of core (an error's message, a finding) in the person's language. Core composes it in
/// English, so it is found again among coreSentences(), and what stands for %1 and so on is told in the same
/// way where it is a sentence itself. Line by line; what stands before a sentence ("a.yaml:12: agent.gamma")
/// stays. A sentence that is none of them comes back as it is, as does everything where the window speaks
/// English.
[[nodiscard]] QString coreSentence(std::string_view english);

/// Error::to_string() in the person's language.
[[nodiscard]] QString errorSentence(const Error& error);

/// The sentences that core composes, with %1 to %9 for what differs; the first that fits is taken. In the
/// order of the table, which a test compares with the sources of core.
[[nodiscard]] std::span<const char* const> coreSentences();

}  // namespace trimtab::ui
