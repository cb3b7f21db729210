// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>
#include <QString>
#include <map>
#include <vector>

#include "ui/views/mode_view.h"
#include "ui/views/workbench.h"

class QDockWidget;
class QMenu;
class QStackedWidget;

namespace trimtab::ui {

class InlineMessage;
class ModeBar;
class RunToolBar;

/// Puts the parts together: mode bar, modes, toolbar, menus, status bar, what is dropped, and the question
/// before the window closes during a run. Knows no mode by name. GUI thread.
class MainWindow final : public QMainWindow {
    Q_OBJECT

  public:
    explicit MainWindow(const Workbench& workbench, QWidget* parent = nullptr);

    /// In the order of the mode bar. The window owns the mode.
    void addMode(ModeView* mode);
    /// After the last addMode(): restores geometry and the last mode (Welcome at the first start).
    void restore();

    void showMode(const QString& id);
    /// Every mode to its default arrangement.
    void resetLayouts();
    [[nodiscard]] ModeView* mode(const QString& id) const;
    /// In the order of the mode bar.
    [[nodiscard]] const std::vector<ModeView*>& modes() const { return modes_; }
    [[nodiscard]] QString currentMode() const;
    /// The line under the toolbar for what concerns the whole window.
    [[nodiscard]] InlineMessage& message() { return *message_; }
    /// Closes the window, with the question before it where a run is going on, and asks app to start again.
    void restart();
    /// The window has closed to be started again.
    [[nodiscard]] bool restarts() const { return restarting_; }

  Q_SIGNALS:
    /// The settings' colour scheme has been chosen anew; app applies it.
    void colorSchemeChosen();
    /// The same for the way numbers are written.
    void numbersChosen();

  protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

  private:
    void addCommands();
    void addPanels();
    /// A dock below every mode, hidden at first, with its command.
    QDockWidget* addWindowPanel(QWidget* content, const QString& objectName, const QString& title,
                                const QKeySequence& shortcut, const QString& icon);
    void placeCommand(QAction* action, CommandGroup group);
    void fillPanelMenu();
    void rememberRun(runtime::JobId id);
    void tellEnd(runtime::JobId id);
    void askBeforeClose();

    Workbench workbench_;
    ModeBar* modeBar_;
    RunToolBar* toolBar_;
    InlineMessage* message_;
    QStackedWidget* stack_;
    std::map<CommandGroup, QMenu*> menus_;
    QMenu* panels_ = nullptr;
    QDockWidget* jobs_ = nullptr;
    std::vector<ModeView*> modes_;
    bool restarting_ = false;
    bool closing_ = false;  ///< the person has agreed; the window goes once the runs have saved
};

}  // namespace trimtab::ui
