// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QActionGroup>
#include <QToolBar>

namespace trimtab::ui {

/// The slim bar at the left: one button a mode, icon over name. GUI thread.
class ModeBar final : public QToolBar {
    Q_OBJECT

  public:
    explicit ModeBar(QWidget* parent = nullptr);
    /// `action` is checkable; the bar keeps one of them checked.
    void addMode(QAction* action);

  private:
    QActionGroup group_;
};

}  // namespace trimtab::ui
