// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "ui/models/cluster_session.h"
#include "ui/models/report_table_model.h"
#include "ui/views/mode_view.h"

class QPushButton;
class QSpinBox;
class QStackedWidget;

namespace trimtab::ui {

class ConnectPanel;
class EmptyState;
class InlineMessage;
class ModeSwitch;
class TableView;
class TimeChart;

/// Cluster: connect, examine, watch, let a policy decide, and take it all back with one key. GUI thread.
class ClusterMode final : public ModeView {
    Q_OBJECT

  public:
    explicit ClusterMode(const Workbench& workbench, QWidget* parent = nullptr);

    [[nodiscard]] QWidget* toolBarWidget() override;
    [[nodiscard]] ClusterSession& session() { return session_; }
    [[nodiscard]] ConnectPanel& connectPanel() { return *connect_; }

  protected:
    void arrange() override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

  private:
    struct TablePanel {
        QStackedWidget* stack = nullptr;
        TableView* view = nullptr;
        EmptyState* empty = nullptr;
        ReportTableModel model;

        void show(results::ReportTable table);
    };
    void addTable(TablePanel& panel, const QString& name, const QString& objectName, const QString& icon,
                  const QString& cause, Qt::DockWidgetArea area);
    QWidget* buildActPanel();
    QWidget* buildCharts();
    void addCommands();
    void start();
    void askForMode(config::ControlMode mode);
    void showView();
    void showNotice(const cluster_api::ControlNotice& notice);
    void act();

    ClusterSession session_;
    ConnectPanel* connect_;
    ModeSwitch* switch_;
    InlineMessage* confirm_;
    QSpinBox* gpu_;
    QSpinBox* cpu_;
    QPushButton* act_;
    QPushButton* resume_;
    std::vector<TimeChart*> charts_;
    TablePanel connections_, numbers_, pods_, decisions_, doctor_;
    std::int64_t asked_ = 0;
};

}  // namespace trimtab::ui
