// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/cluster_session.h"
#include "ui/models/report_table_model.h"
#include "ui/views/mode_view.h"

namespace trimtab::ui {

class ConnectPanel;
class ControlPanel;
class DoctorPanel;
class ModeSwitch;

/// Cluster: connect, examine, watch, let a policy decide, and take it all back with one key (F12), wherever
/// the person is. GUI thread.
class ClusterMode final : public ModeView {
    Q_OBJECT

  public:
    explicit ClusterMode(const Workbench& workbench, QWidget* parent = nullptr);
    /// The panels go before the session that they show.
    ~ClusterMode() override;

    [[nodiscard]] QWidget* toolBarWidget() override;
    [[nodiscard]] ClusterSession& session() { return session_; }
    [[nodiscard]] ConnectPanel& connectPanel() { return *connect_; }

  protected:
    void arrange() override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

  private:
    void addPanels();
    void addCommands();
    void connectPanels();
    void start();
    void examine();
    void saveReport();
    void askForMode(config::ControlMode mode);
    void showView();
    void logNotice(const cluster_api::ControlNotice& notice);
    void showError(const Error& error);
    void showEnd(const std::optional<cluster_api::ControlRunResult>& result);

    ClusterSession session_;
    ReportTableModel services_;
    ReportTableModel numbers_;
    ConnectPanel* connect_;
    ControlPanel* control_;
    DoctorPanel* doctor_;
    ModeSwitch* switch_;
};

}  // namespace trimtab::ui
