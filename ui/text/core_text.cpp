// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/core_text.h"

#include <QCoreApplication>
#include <string>

namespace trimtab::ui {

QString coreText(std::string_view english) {
    if (english.empty()) return {};
    return QCoreApplication::translate("CoreTexts", std::string(english).c_str());
}

}  // namespace trimtab::ui
