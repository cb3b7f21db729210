// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/report_table_model.h"
#include "ui/views/mode_view.h"
#include "ui/views/play/play_session.h"

class QStackedWidget;

namespace trimtab::ui {

class EmptyState;
class FigureCanvas;
class MovePanel;
class TableView;
class WatchPanel;

/// Play: the person is the agent; beside it what the policies would have done, the observation, the reward,
/// the timeline and the score; and whole episodes of a policy to watch. GUI thread.
class PlayMode final : public ModeView {
    Q_OBJECT

  public:
    explicit PlayMode(const Workbench& workbench, QWidget* parent = nullptr);

    [[nodiscard]] PlaySession& session() { return session_; }
    [[nodiscard]] MovePanel& moves() { return *moves_; }
    [[nodiscard]] WatchPanel& watching() { return *watch_; }

  protected:
    void arrange() override;

  private:
    /// A table that an empty state stands for until there are rows.
    struct TablePanel {
        QStackedWidget* stack = nullptr;
        TableView* view = nullptr;
        EmptyState* empty = nullptr;
        ReportTableModel model;

        void show(results::ReportTable table);
        void showEmpty(const QString& cause);
    };
    QWidget* buildTable(TablePanel& panel, const QString& name, const QString& objectName,
                        const QString& icon);
    void refresh();
    void refreshScore();

    PlaySession session_;
    MovePanel* moves_;
    FigureCanvas* timeline_;
    WatchPanel* watch_;
    TablePanel advice_;
    TablePanel observation_;
    TablePanel reward_;
    TablePanel score_;
};

}  // namespace trimtab::ui
