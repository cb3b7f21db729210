// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/mode_view.h"

#include <QMenu>
#include <QShowEvent>
#include <QTabBar>
#include <algorithm>

namespace trimtab::ui {

ModeView::ModeView(const QString& id, const QString& title, const QString& icon, const Workbench& workbench,
                   QWidget* parent)
    : QMainWindow(parent), workbench_(workbench), id_(id), title_(title), icon_(icon) {
    // A QMainWindow is a window of its own unless told otherwise.
    setWindowFlags(Qt::Widget);
    setObjectName(id + QStringLiteral("Mode"));
    setAccessibleName(title);
    setDockNestingEnabled(true);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    titles_.setSingleShot(true);
    connect(&titles_, &QTimer::timeout, this, &ModeView::settleTitles);
}

// Docks go after this object's members, and tell that they are hidden.
ModeView::~ModeView() {
    for (QDockWidget* dock : findChildren<QDockWidget*>(QString(), Qt::FindDirectChildrenOnly))
        dock->disconnect(this);
}

QDockWidget* ModeView::addPanel(QWidget* content, const QString& objectName, const QString& title,
                                Qt::DockWidgetArea area) {
    auto* dock = new QDockWidget(title, this);
    dock->setObjectName(objectName);
    dock->setAccessibleName(title);
    dock->setWidget(content);
    dock->toggleViewAction()->setObjectName(id_ + QStringLiteral(".panel.") + objectName);
    panels_.push_back({dock, area});
    // Any of these may have put docks among tabs, or left one alone.
    for (const auto moved : {&QDockWidget::topLevelChanged, &QDockWidget::visibilityChanged})
        connect(dock, moved, this, [this] { titles_.start(0); });
    connect(dock, &QDockWidget::dockLocationChanged, this, [this] { titles_.start(0); });
    addDockWidget(area, dock);
    return dock;
}

void ModeView::raisePanel(const QString& objectName) {
    QDockWidget* dock = panel(objectName);
    if (dock == nullptr) return;
    // Arranging would put another one in front again.
    if (!placed_) raisedFirst_ = objectName;
    dock->show();
    dock->raise();
    if (dock->widget() != nullptr) dock->widget()->setFocus(Qt::OtherFocusReason);
}

std::vector<QAction*> ModeView::panelActions() const {
    std::vector<QAction*> actions;
    for (const Panel& panel : panels_) actions.push_back(panel.dock->toggleViewAction());
    return actions;
}

std::vector<QDockWidget*> ModeView::panels() const {
    std::vector<QDockWidget*> docks;
    for (const Panel& panel : panels_) docks.push_back(panel.dock);
    return docks;
}

QDockWidget* ModeView::panel(const QString& objectName) const {
    const auto it = std::ranges::find_if(
        panels_, [&objectName](const Panel& panel) { return panel.dock->objectName() == objectName; });
    return it == panels_.end() ? nullptr : it->dock;
}

void ModeView::settleTitles() {
    for (const Panel& panel : panels_) settleTitle(panel.dock);
    for (QTabBar* tabs : findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly)) {
        if (tabs->contextMenuPolicy() == Qt::CustomContextMenu) continue;
        tabs->setContextMenuPolicy(Qt::CustomContextMenu);
        connect(tabs, &QTabBar::tabBarDoubleClicked, this, [this, tabs](int index) { takeOut(tabs, index); });
        connect(tabs, &QWidget::customContextMenuRequested, this,
                [this, tabs](const QPoint& position) { openTabMenu(tabs, position); });
    }
}

void ModeView::settleTitle(QDockWidget* dock) {
    const QList<QDockWidget*> beside = tabifiedDockWidgets(dock);
    const bool tabbed = !dock->isFloating() && std::ranges::any_of(beside, [](const QDockWidget* other) {
        return !other->isHidden();
    });
    QWidget* bar = dock->titleBarWidget();
    if (tabbed == (bar != nullptr)) return;
    // An empty one is none; without one Qt draws its own.
    dock->setTitleBarWidget(tabbed ? new QWidget(dock) : nullptr);
    delete bar;
}

QDockWidget* ModeView::dockOf(const QTabBar* tabs, int index) const {
    const auto it = std::ranges::find_if(panels_, [title = tabs->tabText(index)](const Panel& panel) {
        return panel.dock->windowTitle() == title;
    });
    return index < 0 || it == panels_.end() ? nullptr : it->dock;
}

void ModeView::takeOut(const QTabBar* tabs, int index) {
    if (QDockWidget* dock = dockOf(tabs, index)) dock->setFloating(true);
}

void ModeView::openTabMenu(const QTabBar* tabs, const QPoint& position) {
    const int index = tabs->tabAt(position);
    QDockWidget* dock = dockOf(tabs, index);
    if (dock == nullptr) return;
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("tabMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("&Window of its own"), dock, [dock] { dock->setFloating(true); });
    menu->addAction(tr("&Hide"), dock, &QWidget::close);
    menu->addAction(tr("&Reset layout"), this, &ModeView::resetLayout);
    menu->popup(tabs->mapToGlobal(position));
}

void ModeView::placeDefault() {
    for (const Panel& panel : panels_) removeDockWidget(panel.dock);
    for (const Panel& panel : panels_) {
        panel.dock->setFloating(false);
        addDockWidget(panel.area, panel.dock);
        panel.dock->show();
    }
    arrange();
    // Splitting and tabbing leave tab bars behind that have no tab and still draw their base line.
    for (QTabBar* bar : findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly))
        if (bar->count() == 0) bar->hide();
}

void ModeView::resetLayout() {
    if (placed_) placeDefault();
}

void ModeView::saveLayout() {
    if (placed_) workbench_.settings.setLayout(id_, saveState());
}

void ModeView::showEvent(QShowEvent* event) {
    QMainWindow::showEvent(event);
    if (placed_) return;
    // Docks can be resized only once the window has its size.
    QTimer::singleShot(0, this, [this] {
        if (placed_) return;
        placed_ = true;
        placeDefault();
        const QByteArray saved = workbench_.settings.layout(id_);
        if (!saved.isEmpty()) restoreState(saved);
        if (!raisedFirst_.isEmpty()) raisePanel(raisedFirst_);
    });
}

}  // namespace trimtab::ui
