// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDockWidget>
#include <QMainWindow>
#include <QString>
#include <QTimer>
#include <vector>

#include "ui/views/workbench.h"

class QTabBar;

namespace trimtab::ui {

/// One mode of the window: docks around an optional central widget. Docks can be moved, floated, hidden and
/// restored; their arrangement is kept in the settings. A dock among tabs has no title bar, as its tab says
/// the title; the tab's context menu takes it out or hides it, and so does a double click. A mode adds its
/// panels in its constructor, in the order in which they are to be arranged. GUI thread.
class ModeView : public QMainWindow {
    Q_OBJECT

  public:
    /// id: "train" ..., also the key of its layout. icon: a name of resources/icons.
    ModeView(const QString& id, const QString& title, const QString& icon, const Workbench& workbench,
             QWidget* parent = nullptr);
    ~ModeView() override;

    [[nodiscard]] const QString& id() const { return id_; }
    [[nodiscard]] const QString& title() const { return title_; }
    [[nodiscard]] const QString& iconName() const { return icon_; }

    /// A dock with this content; objectName must be unique in the mode and never change.
    QDockWidget* addPanel(QWidget* content, const QString& objectName, const QString& title,
                          Qt::DockWidgetArea area);
    /// Shows a panel (also a hidden or tabbed one) and gives it the focus.
    void raisePanel(const QString& objectName);
    /// The switches of the View menu, in the order of the panels.
    [[nodiscard]] std::vector<QAction*> panelActions() const;
    [[nodiscard]] QDockWidget* panel(const QString& objectName) const;
    [[nodiscard]] std::vector<QDockWidget*> panels() const;

    void resetLayout();
    void saveLayout();

    /// A widget that the window's toolbar always shows, whatever the mode (the control mode of a cluster); or
    /// null.
    [[nodiscard]] virtual QWidget* toolBarWidget() { return nullptr; }
    /// Called each time the person comes to this mode.
    virtual void entered() {}

    /// Nothing: the smallest window is the main window's to say. What the docks ask for changes while they
    /// are arranged, and a stack of modes would keep the largest of it.
    [[nodiscard]] QSize minimumSizeHint() const override { return {}; }

  protected:
    /// Puts the docks, which stand in their areas in the order of addPanel, into the default arrangement:
    /// splitDockWidget, tabifyDockWidget, resizeDocks. The window has its size.
    virtual void arrange() {}
    void showEvent(QShowEvent* event) override;

    Workbench workbench_;

  private:
    struct Panel {
        QDockWidget* dock;
        Qt::DockWidgetArea area;
    };
    void placeDefault();
    /// Title bars as the docks stand now.
    void settleTitles();
    void settleTitle(QDockWidget* dock);
    void takeOut(const QTabBar* tabs, int index);
    void openTabMenu(const QTabBar* tabs, const QPoint& position);
    [[nodiscard]] QDockWidget* dockOf(const QTabBar* tabs, int index) const;

    QString id_;
    QString title_;
    QString icon_;
    std::vector<Panel> panels_;
    QTimer titles_;  ///< settles them once everything has moved
    bool placed_ = false;
    QString raisedFirst_;  ///< what was asked for before the docks were arranged
};

}  // namespace trimtab::ui
