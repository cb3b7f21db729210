// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/mode_bar.h"

#include <QCoreApplication>
#include <QEvent>
#include <QStyle>
#include <QToolButton>

#include "ui/settings/theme.h"

namespace trimtab::ui {
namespace {

constexpr int bar_width = 9 * spacing;
constexpr int icon_size = 3 * spacing;

}  // namespace

ModeBar::ModeBar(QWidget* parent) : QToolBar(tr("Modes"), parent), group_(this) {
    setObjectName(QStringLiteral("modeBar"));
    setAccessibleName(tr("Modes"));
    setMovable(false);
    setFloatable(false);
    setOrientation(Qt::Vertical);
    setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    setIconSize({icon_size, icon_size});
    setContextMenuPolicy(Qt::PreventContextMenu);
    toggleViewAction()->setEnabled(false);
    // A tool bar takes its margins from the style before it has a name; the style sheet knows this one by it.
    style()->unpolish(this);
    style()->polish(this);
    QEvent changed(QEvent::StyleChange);
    QCoreApplication::sendEvent(this, &changed);
}

void ModeBar::addMode(QAction* action) {
    group_.addAction(action);
    addAction(action);
    if (auto* button = qobject_cast<QToolButton*>(widgetForAction(action))) {
        button->setObjectName(action->objectName() + QStringLiteral(".button"));
        button->setAccessibleName(action->text());
        button->setMinimumWidth(bar_width);
        button->setMinimumHeight(7 * spacing);
        button->setFocusPolicy(Qt::TabFocus);
    }
}

}  // namespace trimtab::ui
