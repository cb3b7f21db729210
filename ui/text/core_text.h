// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string_view>

namespace trimtab::ui {

/// What a Qt-free table of core says (help of a key, meaning of a metric, heading, verdict), in the person's
/// language. A text without a translation, such as a name or a number, comes back as it is.
/// `list_core_texts` collects what the tables say for the translators.
[[nodiscard]] QString coreText(std::string_view english);

}  // namespace trimtab::ui
