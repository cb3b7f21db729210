// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <clocale>
#include <cstdio>
#include <filesystem>
#include <system_error>

#include "app/exit_code.h"
#include "app/quit_on_signal.h"
#include "app/restart.h"
#include "app/single_instance.h"
#include "app/window_bench/window_bench.h"
#include "app/workbench_assembly.h"

namespace {

/// Qt would abort; this says what to do instead.
bool has_display() {
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        if (!qgetenv(name).isEmpty()) return true;
    return false;
}

int bench(const trimtab::app::WorkbenchOptions& options) {
    trimtab::app::WindowBenchOptions wanted;
    wanted.seconds = options.seconds;
    wanted.soak_s = options.soak_s;
    wanted.trimtab = (QCoreApplication::applicationDirPath() + QStringLiteral("/trimtab")).toStdString();
    const auto measured = trimtab::app::run_window_bench(wanted);
    if (!measured) {
        std::fprintf(stderr, "trimtab-workbench: %s\n", measured.error().to_string().c_str());
        return trimtab::app::exit_code(measured.error().code);
    }
    const std::string text = options.json ? trimtab::app::window_bench_json(*measured) + "\n"
                                          : trimtab::app::window_bench_text(*measured);
    std::fputs(text.c_str(), stdout);
    for (const auto& measurement : *measured)
        if (!measurement.reached()) return trimtab::app::exit_failed;
    return trimtab::app::exit_done;
}

/// The window until it is closed. `restarts`: it asks to be started again.
int show(const trimtab::app::WorkbenchOptions& options, bool& restarts) {
    trimtab::app::SingleInstance instance(options.settings_file);
    if (!options.new_window && instance.handOver(options.open)) {
        std::puts(
            "trimtab-workbench: the window that is open already shows it (--new-window opens another).");
        return trimtab::app::exit_done;
    }
    trimtab::app::WorkbenchAssembly assembly(options);
    QObject::connect(&instance, &trimtab::app::SingleInstance::opened, &assembly.window(),
                     [&assembly](const QStringList& paths) {
                         trimtab::ui::MainWindow& window = assembly.window();
                         window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
                         window.show();
                         window.raise();
                         window.activateWindow();
                         for (const QString& path : paths) assembly.workbench().requests.openPath(path);
                     });
    instance.listen();
    const trimtab::app::QuitOnSignal quit(assembly.workbench().runs);
    assembly.start();
    const int code = QApplication::exec();
    restarts = assembly.window().restarts();
    return code;
}

/// The one application of this process: the window, or what measures it.
int run(int argc, char** argv, const trimtab::app::WorkbenchOptions& options, bool& restarts) {
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Trimtab"));
    QApplication::setApplicationVersion(QStringLiteral(TRIMTAB_VERSION));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/app/trimtab.svg")));
    QApplication::setDesktopFileName(QStringLiteral("org.trimtab.Workbench"));
    // Qt adopts the user's locale; files always have a decimal point.
    std::setlocale(LC_NUMERIC, "C");
    return options.bench ? bench(options) : show(options, restarts);
}

}  // namespace

int main(int argc, char** argv) {
    const auto parsed = trimtab::app::parse_workbench_options(argc, argv);
    if (parsed.exit_code) return *parsed.exit_code;
    if (!has_display()) {
        std::fputs(
            "trimtab-workbench: there is no display (DISPLAY and WAYLAND_DISPLAY are not set). The command "
            "trimtab does the same work in the terminal.\n",
            stderr);
        return trimtab::app::exit_failed;
    }
    // As the kernel found it: argv[0] may be a bare name, or relative to a folder that was left.
    std::error_code unknown;
    const std::string program = std::filesystem::read_symlink("/proc/self/exe", unknown).string();
    bool restarts = false;
    const int code = run(argc, argv, parsed.options, restarts);
    return restarts ? trimtab::app::restart(program, trimtab::app::restart_arguments(parsed.options)) : code;
}
