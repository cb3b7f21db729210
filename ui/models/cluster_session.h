// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <functional>
#include <memory>
#include <vector>

#include "core/runtime/control_job.h"
#include "core/runtime/run_service.h"
#include "core/runtime/secret_store.h"
#include "core/telemetry/series_store.h"

namespace trimtab::ui {

/// The window's end of a control session and of the doctor: starts their jobs, empties their channels 25
/// times a second, and keeps what views show. GUI thread.
class ClusterSession final : public QObject {
    Q_OBJECT

  public:
    explicit ClusterSession(runtime::RunService& runs, QObject* parent = nullptr);

    /// Nothing while one runs.
    void start(cluster_api::ControlRequest request);
    void examine(const config::Config& config);
    /// Stop and restore.
    void stop();
    void send(const cluster_api::ControlCommand& command);

    [[nodiscard]] bool running() const { return job_ != 0 || starting_; }
    [[nodiscard]] runtime::SecretStore& secrets() { return secrets_; }
    [[nodiscard]] bool examining() const { return doctor_ != 0 || examining_; }
    [[nodiscard]] const cluster_api::ClusterView& view() const { return view_; }
    [[nodiscard]] const std::vector<cluster_api::DecisionEntry>& decisions() const { return decisions_; }
    [[nodiscard]] const std::vector<cluster_api::DoctorFinding>& findings() const { return findings_; }
    /// One row a step: what charts draw.
    [[nodiscard]] const telemetry::SeriesStore& series() const { return series_; }

  Q_SIGNALS:
    void viewChanged();
    void decided();
    void findingsChanged();
    void noticed(const trimtab::cluster_api::ControlNotice& notice);
    void started();
    /// The session is over; the replicas are restored.
    void ended();
    void failed(const trimtab::Error& error);

  private:
    /// Fetches what the keychain knows, then goes on with it.
    void withSecrets(std::function<void(cluster_api::SecretReader)> go);
    void drain();
    void take(const cluster_api::ClusterView& view);
    void jobFinished(runtime::JobId id);

    runtime::RunService& runs_;
    runtime::SecretStore secrets_;
    bool starting_ = false;
    bool examining_ = false;
    QTimer timer_;
    std::shared_ptr<cluster_api::ControlDesk> desk_;
    std::shared_ptr<BoundedChannel<cluster_api::DoctorFinding>> channel_;
    runtime::JobId job_ = 0;
    runtime::JobId doctor_ = 0;
    cluster_api::ClusterView view_;
    std::vector<cluster_api::DecisionEntry> decisions_;
    std::vector<cluster_api::DoctorFinding> findings_;
    telemetry::SeriesStore series_;
    std::int64_t charted_step_ = -1;
};

}  // namespace trimtab::ui
