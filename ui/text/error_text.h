// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/base/error.h"

namespace trimtab::ui {

/// A failure for a person at the window: what kind it is, and what to do next. The error's own message says
/// what exactly is wrong and stands between the two.
struct ErrorText {
    QString title;   ///< a few words, for a heading
    QString advice;  ///< one sentence
};

/// The words for a kind of error.
[[nodiscard]] ErrorText errorText(ErrorCode code);

}  // namespace trimtab::ui
