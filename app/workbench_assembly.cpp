// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench_assembly.h"

#include <QApplication>
#include <QLocale>

#include "ui/settings/theme.h"
#include "ui/views/cluster/cluster_mode.h"
#include "ui/views/compare/compare_mode.h"
#include "ui/views/play/play_mode.h"
#include "ui/views/train/train_mode.h"
#include "ui/views/welcome/welcome_mode.h"
#include "ui/widgets/inline_message.h"

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
    : options_(options),
      settings_(open_settings(options)),
      translations_(settings_->language()),
      pump_(runs_) {
    applyColorScheme();
    applyNumbers();
    QObject::connect(&systemScheme_, &ui::SystemColorScheme::changed, &actions_,
                     [this] { applyColorScheme(); });
    window_ = std::make_unique<ui::MainWindow>(workbench());
    QObject::connect(window_.get(), &ui::MainWindow::colorSchemeChosen, window_.get(),
                     [this] { applyColorScheme(); });
    QObject::connect(window_.get(), &ui::MainWindow::numbersChosen, window_.get(),
                     [this] { applyNumbers(); });
    // The modes, in the order of the mode bar.
    window_->addMode(new ui::WelcomeMode(workbench()));
    window_->addMode(new ui::TrainMode(workbench()));
    window_->addMode(new ui::CompareMode(workbench()));
    window_->addMode(new ui::ClusterMode(workbench()));
    window_->addMode(new ui::PlayMode(workbench()));
}

ui::Workbench WorkbenchAssembly::workbench() { return {runs_, pump_, *settings_, actions_, log_, requests_}; }

void WorkbenchAssembly::start() {
    window_->restore();
    window_->show();
    tellSettingsProblem();
    offerRecovery();
    for (const std::string& path : options_.open) requests_.openPath(QString::fromStdString(path));
}

void WorkbenchAssembly::tellSettingsProblem() {
    const QString problem = settings_->problem();
    if (problem.isEmpty()) return;
    log_.add(ui::LogLevel::warning, QCoreApplication::translate("Workbench", "Settings"), problem);
    window_->message().showMessage(
        ui::MessageTone::warning,
        QCoreApplication::translate("Workbench", "There is a problem with the settings"), problem);
}

void WorkbenchAssembly::offerRecovery() {
    const QString unsaved = settings_->unsavedConfig();
    if (unsaved.isEmpty()) return;
    ui::InlineMessage& message = window_->message();
    message.showMessage(
        ui::MessageTone::info, QCoreApplication::translate("Workbench", "A configuration was not saved"),
        QCoreApplication::translate("Workbench", "It was being edited when the window went away."));
    message.setAction(QCoreApplication::translate("Workbench", "Restore it"), [this, unsaved] {
        Q_EMIT requests_.modeRequested(QStringLiteral("train"));
        Q_EMIT requests_.configTextRequested(unsaved, QCoreApplication::translate("Workbench", "restored"));
    });
}

void WorkbenchAssembly::applyColorScheme() {
    const ui::ColorScheme scheme = settings_->colorScheme();
    const bool dark =
        scheme == ui::ColorScheme::dark || (scheme == ui::ColorScheme::system && systemScheme_.dark());
    ui::applyTheme(*qobject_cast<QApplication*>(QCoreApplication::instance()), dark);
}

void WorkbenchAssembly::applyNumbers() {
    const QString language = settings_->language();
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    QLocale::setDefault(settings_->decimalPoint() ? QLocale(QLocale::English) : locale);
}

}  // namespace trimtab::app
