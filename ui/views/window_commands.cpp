// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/window_commands.h"

#include <QFileDialog>
#include <QFileInfo>
#include <algorithm>
#include <iterator>

#include "ui/dialogs/command_palette.h"
#include "ui/dialogs/help_dialog.h"
#include "ui/dialogs/preferences_dialog.h"
#include "ui/settings/theme.h"
#include "ui/views/main_window.h"

namespace trimtab::ui {
namespace {

void askForFile(MainWindow& window, OpenRequests& requests) {
    auto* chooser = new QFileDialog(&window, MainWindow::tr("Open"));
    chooser->setObjectName(QStringLiteral("openFile"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    chooser->setNameFilters({MainWindow::tr("All that can be opened (*.yaml *.yml *.json *.pt *.csv *.log)"),
                             MainWindow::tr("Configurations (*.yaml *.yml *.json)"),
                             MainWindow::tr("Checkpoints (*.pt)"),
                             MainWindow::tr("Load traces (*.csv *.log *.json)")});
    QObject::connect(chooser, &QFileDialog::fileSelected, &requests,
                     [&requests](const QString& file) { requests.openPath(file); });
    chooser->open();
}

void askForRun(MainWindow& window, const Workbench& workbench) {
    auto* chooser =
        new QFileDialog(&window, MainWindow::tr("Open a run folder"), workbench.settings.resultsDir());
    chooser->setObjectName(QStringLiteral("openRun"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::Directory);
    chooser->setOption(QFileDialog::ShowDirsOnly);
    QObject::connect(chooser, &QFileDialog::fileSelected, &workbench.requests,
                     [&requests = workbench.requests](const QString& folder) { requests.openPath(folder); });
    chooser->open();
}

std::vector<PaletteEntry> recentEntries(const Workbench& workbench) {
    std::vector<PaletteEntry> entries;
    OpenRequests& requests = workbench.requests;
    for (const QString& path : workbench.settings.recentRuns() + workbench.settings.recentConfigs())
        entries.push_back(
            {MainWindow::tr("Open %1").arg(QFileInfo(path).fileName()), path, {}, [&requests, path] {
                 requests.openPath(path);
             }});
    return entries;
}

/// Every panel of every mode, also those that are hidden.
std::vector<PaletteEntry> panelEntries(MainWindow& window) {
    std::vector<PaletteEntry> entries;
    for (const ModeView* mode : window.modes())
        for (const QDockWidget* dock : mode->panels())
            entries.push_back({MainWindow::tr("Panel: %1").arg(dock->windowTitle()),
                               mode->title(),
                               {},
                               [&window, id = mode->id(), name = dock->objectName()] {
                                   window.showMode(id);
                                   window.mode(id)->raisePanel(name);
                               }});
    return entries;
}

void showPreferences(MainWindow& window, Settings& settings) {
    auto* dialog = new PreferencesDialog(settings, &window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &PreferencesDialog::colorSchemeChanged, &window, &MainWindow::colorSchemeChosen);
    QObject::connect(dialog, &PreferencesDialog::numbersChanged, &window, &MainWindow::numbersChosen);
    QObject::connect(dialog, &PreferencesDialog::layoutsReset, &window, &MainWindow::resetLayouts);
    QObject::connect(dialog, &PreferencesDialog::restartRequested, &window, &MainWindow::restart);
    dialog->open();
}

}  // namespace

void addWindowCommands(MainWindow& window, const Workbench& workbench) {
    ActionRegistry& actions = workbench.actions;
    auto* palette = new CommandPalette(actions, &window);
    auto* help = new HelpDialog(actions, &window);
    help->hide();
    const auto showHelp = [help](const QString& page) {
        help->showPage(page);
        help->show();
        help->raise();
        help->activateWindow();
    };
    QObject::connect(&workbench.requests, &OpenRequests::helpRequested, help, showHelp);

    actions.add(
        {QStringLiteral("file.open"), MainWindow::tr("&Open…"), CommandGroup::file, QKeySequence::Open,
         QStringLiteral("open"), MainWindow::tr("Opens a configuration, a checkpoint or a load trace")},
        [&window, &requests = workbench.requests] { askForFile(window, requests); });
    actions.add({QStringLiteral("file.openRun"), MainWindow::tr("Open &run folder…"), CommandGroup::file,
                 QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O), QStringLiteral("folder"),
                 MainWindow::tr("Opens a training, an evaluation or a comparison")},
                [&window, workbench] { askForRun(window, workbench); });
    actions.add({QStringLiteral("file.preferences"), MainWindow::tr("&Preferences…"), CommandGroup::file,
                 QKeySequence(Qt::CTRL | Qt::Key_Comma), QStringLiteral("settings"),
                 MainWindow::tr("Look, numbers and the results folder")},
                [&window, &settings = workbench.settings] { showPreferences(window, settings); });
    actions.add({QStringLiteral("view.palette"), MainWindow::tr("&Command palette"), CommandGroup::view,
                 QKeySequence(Qt::CTRL | Qt::Key_P), QStringLiteral("command"),
                 MainWindow::tr("Finds every command and panel by some of its letters")},
                [&window, palette, workbench] {
                    std::vector<PaletteEntry> entries = panelEntries(window);
                    std::ranges::move(recentEntries(workbench), std::back_inserter(entries));
                    palette->open(std::move(entries));
                });
    actions.add({QStringLiteral("view.toggleLook"),
                 MainWindow::tr("Switch between &light and dark"),
                 CommandGroup::view,
                 QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L),
                 QStringLiteral("theme"),
                 {}},
                [&window, &settings = workbench.settings] {
                    settings.setColorScheme(themeColors().dark ? ColorScheme::light : ColorScheme::dark);
                    Q_EMIT window.colorSchemeChosen();
                });
    actions.add({QStringLiteral("help.contents"),
                 MainWindow::tr("&Help"),
                 CommandGroup::help,
                 QKeySequence::HelpContents,
                 QStringLiteral("help"),
                 {}},
                [showHelp] { showHelp({}); });
    actions.add({QStringLiteral("help.shortcuts"),
                 MainWindow::tr("&Keyboard shortcuts"),
                 CommandGroup::help,
                 QKeySequence(Qt::CTRL | Qt::Key_Slash),
                 QStringLiteral("keyboard"),
                 {}},
                [showHelp] { showHelp(QLatin1String(HelpDialog::shortcutsPage)); });
    actions.add({QStringLiteral("help.about"),
                 MainWindow::tr("&About Trimtab"),
                 CommandGroup::help,
                 {},
                 QStringLiteral("info"),
                 {}},
                [showHelp] { showHelp(QLatin1String(HelpDialog::aboutPage)); });
}

}  // namespace trimtab::ui
