// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offscreen.h"

#include <QGuiApplication>
#include <clocale>
#include <memory>

namespace trimtab::app {

void start_offscreen_graphics() {
    static std::unique_ptr<QGuiApplication> application;
    if (application) return;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    static int argc = 1;
    static char name[] = "trimtab";
    static char* argv[] = {name, nullptr};
    application = std::make_unique<QGuiApplication>(argc, argv);
    // Qt adopts the user's locale; files always have a decimal point.
    std::setlocale(LC_NUMERIC, "C");
}

}  // namespace trimtab::app
