// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "ui/models/action_registry.h"
#include "ui/models/command_model.h"

class QLineEdit;
class QListView;

namespace trimtab::ui {

/// Every command by typing some of its letters: a list over the top of the window it is made for. GUI thread.
class CommandPalette final : public QFrame {
    Q_OBJECT

  public:
    CommandPalette(const ActionRegistry& actions, QWidget* window);

    /// Shows the palette with the commands that are possible now, and `more` behind them.
    void open(std::vector<PaletteEntry> more = {});

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void runCurrent();
    void place();

    const ActionRegistry& actions_;
    CommandModel model_;
    QLineEdit* typed_;
    QListView* list_;
};

}  // namespace trimtab::ui
