// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "core/cluster_api/live/event_watch.h"
#include "core/runtime/background_task.h"
#include "core/runtime/control_job.h"
#include "core/runtime/run_service.h"
#include "core/runtime/secret_store.h"
#include "core/telemetry/series_store.h"
#include "ui/models/decision_log_model.h"
#include "ui/models/pod_history.h"
#include "ui/models/pod_list_model.h"
#include "ui/models/timeline_model.h"

namespace trimtab::ui {

/// The window's end of a control session and of the doctor: starts their jobs, empties their channels 25
/// times a second, and keeps what views show. Beside a session run the reading of Prometheus' history and the
/// watch of Kubernetes' events; the session does without them where they fail. GUI thread.
class ClusterSession final : public QObject {
    Q_OBJECT

  public:
    explicit ClusterSession(runtime::RunService& runs, QObject* parent = nullptr);

    /// How the time of later sessions passes; the machine's time where nobody says otherwise.
    void setPacer(std::shared_ptr<cluster_api::Pacer> pacer) { pacer_ = std::move(pacer); }
    /// Nothing while one runs.
    void start(cluster_api::ControlRequest request);
    void examine(const config::Config& config);
    /// Writes a report of a problem with the present findings; reportSaved() tells. The newest wins.
    void saveReport(const config::Config& config, const QString& log, const QString& resultsDir,
                    const QString& zip);
    /// What a query gives now; queryTried() tells. The newest wins.
    void tryQuery(const config::Config& config, const std::string& promql);
    /// Stop and restore.
    void stop();
    void send(const cluster_api::ControlCommand& command);

    [[nodiscard]] bool running() const { return job_ != 0 || starting_; }
    [[nodiscard]] runtime::SecretStore& secrets() { return secrets_; }
    [[nodiscard]] bool examining() const { return doctor_ != 0 || examining_; }
    [[nodiscard]] const cluster_api::ClusterView& view() const { return view_; }
    [[nodiscard]] const std::vector<cluster_api::DoctorFinding>& findings() const { return findings_; }
    /// What charts draw over seconds since start(); what Prometheus knew before has negative ones.
    [[nodiscard]] const telemetry::SeriesStore& series() const { return *series_; }
    /// Writes so far: seconds as in series(), and what was done.
    [[nodiscard]] const QList<std::pair<double, QString>>& marks() const { return marks_; }

    [[nodiscard]] DecisionLogModel& decisions() { return decisions_; }
    [[nodiscard]] PodListModel& pods() { return pods_; }
    [[nodiscard]] TimelineModel& timeline() { return timeline_; }
    [[nodiscard]] const PodHistory& podHistory() const { return podHistory_; }
    /// Why the timeline lacks the events of Kubernetes; empty where it has them.
    [[nodiscard]] const QString& eventsNote() const { return eventsNote_; }

  Q_SIGNALS:
    void viewChanged();
    /// series() is another one; the old one goes after this.
    void seriesReplaced();
    void findingsChanged();
    void eventsNoteChanged();
    void queryTried(const trimtab::Expected<std::string>& answer);
    /// The file, or why there is none.
    void reportSaved(const trimtab::Expected<QString>& file);
    void noticed(const trimtab::cluster_api::ControlNotice& notice);
    void started();
    /// The session is over, its replicas restored; no result where it failed, which failed() has told.
    void ended(const std::optional<trimtab::cluster_api::ControlRunResult>& result);
    void failed(const trimtab::Error& error);

  private:
    /// Fetches what the keychain knows, then goes on with it.
    void withSecrets(std::function<void(cluster_api::SecretReader)> go);
    void readHistory(const config::Config& config, const cluster_api::SecretReader& secrets);
    void watchEvents(const config::Config& config);
    void drain();
    void take(const cluster_api::ClusterView& view);
    void take(const cluster_api::DecisionEntry& entry);
    void chart(telemetry::Row row);
    void replaceSeries();
    void tell(TimelineEntry::Source source, bool warning, const QString& object, const QString& text);
    void jobFinished(runtime::JobId id);

    runtime::RunService& runs_;
    runtime::SecretStore secrets_;
    std::shared_ptr<cluster_api::Pacer> pacer_;
    runtime::BackgroundTask history_;
    runtime::BackgroundTask events_;
    runtime::BackgroundTask query_;
    runtime::BackgroundTask report_;
    bool starting_ = false;
    bool examining_ = false;
    QTimer timer_;
    QElapsedTimer clock_;  ///< since start()
    std::shared_ptr<cluster_api::ControlDesk> desk_;
    std::shared_ptr<BoundedChannel<cluster_api::DoctorFinding>> channel_;
    std::shared_ptr<BoundedChannel<cluster_api::ClusterEvent>> eventChannel_;
    runtime::JobId job_ = 0;
    runtime::JobId doctor_ = 0;
    cluster_api::ClusterView view_;
    DecisionLogModel decisions_;
    PodListModel pods_;
    TimelineModel timeline_;
    PodHistory podHistory_;
    std::vector<cluster_api::DoctorFinding> findings_;
    std::unique_ptr<telemetry::SeriesStore> series_ = std::make_unique<telemetry::SeriesStore>();
    std::optional<std::vector<telemetry::Row>> waiting_;  ///< live rows, until the history before them is in
    QList<std::pair<double, QString>> marks_;
    QString eventsNote_;
    std::int64_t chartedStep_ = -1;
};

}  // namespace trimtab::ui
