// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace trimtab::ui {

/// The place of a file or folder that comes with the program ("configs/quick.yaml", "resources/samples"):
/// beside an installation (<prefix>/share/trimtab), else in the source tree that the program was built in.
/// Empty where there is none.
[[nodiscard]] QString sharedFile(const QString& relative);

}  // namespace trimtab::ui
