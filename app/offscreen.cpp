// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offscreen.h"

#include <QGuiApplication>
#include <clocale>
#include <cstdio>
#include <memory>

namespace trimtab::app {
namespace {

std::unique_ptr<QGuiApplication> application;

/// Qt's remarks about the session (no XDG_RUNTIME_DIR, say) mean nothing to who draws to files.
void tell_critical_messages(QtMsgType type, const QMessageLogContext&, const QString& text) {
    if (type == QtCriticalMsg || type == QtFatalMsg) std::fprintf(stderr, "trimtab: %s\n", qPrintable(text));
}

}  // namespace

void start_offscreen_graphics() {
    if (application) return;
    qInstallMessageHandler(tell_critical_messages);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    static int argc = 1;
    static char name[] = "trimtab";
    static char* argv[] = {name, nullptr};
    application = std::make_unique<QGuiApplication>(argc, argv);
    // Qt adopts the user's locale; files always have a decimal point.
    std::setlocale(LC_NUMERIC, "C");
}

void end_offscreen_graphics() { application.reset(); }

}  // namespace trimtab::app
