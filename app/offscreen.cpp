// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offscreen.h"

#include <QGuiApplication>
#include <clocale>
#include <cstdio>
#include <memory>

namespace trimtab::app {
namespace {

std::unique_ptr<QCoreApplication> application;

/// Qt's remarks about the session (no XDG_RUNTIME_DIR, say) mean nothing to who draws to files.
void tell_critical_messages(QtMsgType type, const QMessageLogContext&, const QString& text) {
    if (type == QtCriticalMsg || type == QtFatalMsg) std::fprintf(stderr, "trimtab: %s\n", qPrintable(text));
}

template <class Application>
void start() {
    if (application) return;
    qInstallMessageHandler(tell_critical_messages);
    static int argc = 1;
    static char name[] = "trimtab";
    static char* argv[] = {name, nullptr};
    application = std::make_unique<Application>(argc, argv);
    // Qt adopts the user's locale; files always have a decimal point.
    std::setlocale(LC_NUMERIC, "C");
}

}  // namespace

void start_offscreen_graphics() {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    start<QGuiApplication>();
}

void start_event_loop() { start<QCoreApplication>(); }

void end_offscreen_graphics() { application.reset(); }

}  // namespace trimtab::app
