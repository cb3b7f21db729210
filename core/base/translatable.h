// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace trimtab {

/// Marks a literal that core says in English and the window in the person's language, through ui::coreText.
/// lupdate finds it by this function's name; `context` is always "CoreTexts". Returns `text`. Any thread.
[[nodiscard]] constexpr const char* translatable([[maybe_unused]] const char* context, const char* text) {
    return text;
}

}  // namespace trimtab
