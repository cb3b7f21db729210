// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench_assembly.h"

#include <QApplication>

#include "ui/settings/theme.h"

namespace trimtab::app {
namespace {

std::unique_ptr<ui::Settings> open_settings(const WorkbenchOptions& options) {
    auto settings = options.settings_file.empty()
                        ? std::make_unique<ui::Settings>()
                        : std::make_unique<ui::Settings>(QString::fromStdString(options.settings_file));
    if (!options.results_dir.empty()) settings->setResultsDir(QString::fromStdString(options.results_dir));
    return settings;
}

}  // namespace

WorkbenchAssembly::WorkbenchAssembly(const WorkbenchOptions& options)
    : options_(options), settings_(open_settings(options)), pump_(runs_) {
    applyColorScheme();
    QObject::connect(&systemScheme_, &ui::SystemColorScheme::changed, &actions_,
                     [this] { applyColorScheme(); });
    window_ = std::make_unique<ui::MainWindow>(workbench());
    // The modes, in the order of the mode bar.
}

ui::Workbench WorkbenchAssembly::workbench() { return {runs_, pump_, *settings_, actions_, log_, requests_}; }

void WorkbenchAssembly::start() {
    window_->restore();
    window_->show();
    for (const std::string& path : options_.open) requests_.openPath(QString::fromStdString(path));
}

void WorkbenchAssembly::applyColorScheme() {
    const ui::ColorScheme scheme = settings_->colorScheme();
    const bool dark =
        scheme == ui::ColorScheme::dark || (scheme == ui::ColorScheme::system && systemScheme_.dark());
    ui::applyTheme(*qobject_cast<QApplication*>(QCoreApplication::instance()), dark);
    actions_.restyle();
}

}  // namespace trimtab::app
