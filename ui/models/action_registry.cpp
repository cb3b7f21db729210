// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/action_registry.h"

#include <algorithm>
#include <utility>

#include "ui/settings/theme.h"

namespace trimtab::ui {

QString commandGroupTitle(CommandGroup group) {
    switch (group) {
        case CommandGroup::file:
            return ActionRegistry::tr("&File");
        case CommandGroup::edit:
            return ActionRegistry::tr("&Edit");
        case CommandGroup::run:
            return ActionRegistry::tr("&Run");
        case CommandGroup::view:
            return ActionRegistry::tr("&View");
        case CommandGroup::figure:
            return ActionRegistry::tr("Fi&gure");
        case CommandGroup::cluster:
            return ActionRegistry::tr("&Cluster");
        case CommandGroup::help:
            return ActionRegistry::tr("&Help");
    }
    return {};
}

QAction* ActionRegistry::add(const CommandSpec& spec, std::function<void()> run) {
    Q_ASSERT(find(spec.id) == nullptr);
    auto* action = new QAction(spec.text, this);
    action->setObjectName(spec.id);
    // Floating docks are windows of their own; a command works there too.
    action->setShortcutContext(Qt::ApplicationShortcut);
    const bool taken = !spec.shortcut.isEmpty() && std::ranges::any_of(commands_, [&spec](const Command& c) {
        return c.spec.shortcut == spec.shortcut;
    });
    if (taken)
        conflicts_.push_back(spec.id);
    else
        action->setShortcut(spec.shortcut);
    if (!spec.icon.isEmpty()) action->setIcon(themedIcon(spec.icon));
    QString tip = spec.help.isEmpty() ? QString(spec.text).remove(QLatin1Char('&')) : spec.help;
    action->setStatusTip(tip);
    if (!action->shortcut().isEmpty())
        tip += QStringLiteral(" (%1)").arg(action->shortcut().toString(QKeySequence::NativeText));
    action->setToolTip(tip);
    if (run) connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
    commands_.push_back({spec, action});
    Q_EMIT added(action, spec.group);
    return action;
}

QAction* ActionRegistry::find(const QString& id) const {
    const auto it = std::ranges::find(commands_, id, [](const Command& c) { return c.spec.id; });
    return it == commands_.end() ? nullptr : it->action;
}

}  // namespace trimtab::ui
