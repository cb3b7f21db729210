// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QObject>
#include <QString>
#include <functional>
#include <vector>

namespace trimtab::ui {

/// The menu that a command stands in.
enum class CommandGroup { file, edit, run, view, figure, cluster, help };

/// A command as the menus, the palette, the toolbar and the shortcuts page show it.
struct CommandSpec {
    QString id;  ///< "run.pause": stable, also the action's objectName
    QString text;
    CommandGroup group = CommandGroup::view;
    QKeySequence shortcut{};
    QString icon{};  ///< a name of resources/icons, or empty
    QString help{};  ///< one sentence for tool tip and palette
};

/// Every command of the window, once. Actions live as long as the registry. GUI thread.
class ActionRegistry final : public QObject {
    Q_OBJECT

  public:
    using QObject::QObject;

    /// A shortcut that another command has is left out and reported by conflicts(). `run` may be empty where
    /// the caller connects the returned action itself (checkable ones). An id may be added once.
    QAction* add(const CommandSpec& spec, std::function<void()> run = {});
    /// Null where there is no such command.
    [[nodiscard]] QAction* find(const QString& id) const;

    struct Command {
        CommandSpec spec;
        QAction* action = nullptr;
    };
    [[nodiscard]] const std::vector<Command>& commands() const { return commands_; }
    [[nodiscard]] const std::vector<QString>& conflicts() const { return conflicts_; }

  Q_SIGNALS:
    void added(QAction* action, trimtab::ui::CommandGroup group);

  private:
    std::vector<Command> commands_;
    std::vector<QString> conflicts_;
};

/// The title of a group's menu, with its mnemonic.
[[nodiscard]] QString commandGroupTitle(CommandGroup group);

}  // namespace trimtab::ui
