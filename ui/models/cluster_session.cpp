// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/cluster_session.h"

#include <QDateTime>
#include <any>
#include <map>
#include <utility>

#include "core/cluster_api/http/event_wait.h"
#include "core/cluster_api/live/journal.h"
#include "core/cluster_api/live/live_history.h"
#include "core/runtime/support_bundle.h"
#include "core/telemetry/metric_registry.h"
#include "ui/models/control_text.h"
#include "ui/text/core_sentence.h"

namespace trimtab::ui {

using namespace cluster_api;

namespace {

namespace metric = telemetry::metric;

constexpr int frame_ms = 40;
constexpr double history_s = 1800;

double nowS() { return static_cast<double>(QDateTime::currentMSecsSinceEpoch()) / 1000; }

void addMetrics(telemetry::Row& row, const cluster::WindowMetrics& m) {
    row.values.insert(row.values.end(), {{metric::latency_p95_ms, m.latency_p95_ms},
                                         {metric::throughput_rps, m.throughput_rps},
                                         {metric::current_users, m.current_users},
                                         {metric::gpu_utilization, m.gpu_utilization},
                                         {metric::cpu_utilization, m.cpu_utilization},
                                         {metric::memory_utilization, m.memory_utilization}});
}

void addReplicas(telemetry::Row& row, const ClusterView& view) {
    const auto add = [&row](int id, int count) {
        if (count >= 0) row.values.emplace_back(id, count);
    };
    add(metric::desired_gpu, view.deployments[0].desired);
    add(metric::desired_cpu, view.deployments[1].desired);
    add(metric::ready_gpu, view.deployments[0].ready);
    add(metric::ready_cpu, view.deployments[1].ready);
}

}  // namespace

ClusterSession::ClusterSession(runtime::RunService& runs, QObject* parent) : QObject(parent), runs_(runs) {
    timer_.setInterval(frame_ms);
    connect(&timer_, &QTimer::timeout, this, &ClusterSession::drain);
    connect(&runs, &runtime::RunService::jobFinished, this, &ClusterSession::jobFinished);
}

void ClusterSession::start(ControlRequest request) {
    if (running()) return;
    desk_ = std::make_shared<ControlDesk>();
    view_ = {};
    decisions_.clear();
    pods_.setPods({});
    timeline_.clear();
    podHistory_.clear();
    replaceSeries();
    waiting_.emplace();
    marks_.clear();
    chartedStep_ = -1;
    starting_ = true;
    request.pacer = pacer_;
    clock_.start();
    withSecrets([this, request = std::move(request)](SecretReader secrets) mutable {
        readHistory(request.config, secrets);
        watchEvents(request.config);
        request.secrets = std::move(secrets);
        job_ = runs_.submit(runtime::control_job(std::move(request), desk_));
        starting_ = false;
        timer_.start();
    });
    Q_EMIT started();
    Q_EMIT viewChanged();
}

void ClusterSession::readHistory(const config::Config& config, const SecretReader& secrets) {
    using Rows = std::vector<telemetry::Row>;
    history_.run<Rows>(
        [config, secrets](StopToken stop) { return read_history(config, secrets, history_s, stop); },
        [this, asked_s = static_cast<double>(clock_.elapsed()) / 1000](const Expected<Rows>& rows) {
            const Rows live = std::exchange(waiting_, std::nullopt).value_or(Rows{});
            // Where Prometheus is silent, the session itself says what is wrong.
            if (!rows || rows->empty()) return;
            replaceSeries();
            for (telemetry::Row row : *rows) {
                row.wall_s += asked_s;
                series_->accept(row);
            }
            for (const telemetry::Row& row : live) series_->accept(row);
            Q_EMIT viewChanged();
        });
}

void ClusterSession::watchEvents(const config::Config& config) {
    eventsNote_.clear();
    eventChannel_ = std::make_shared<BoundedChannel<ClusterEvent>>(4096);
    events_.run<bool>(
        [config, channel = eventChannel_](StopToken stop) -> Expected<bool> {
            ensure_event_dispatcher();
            if (auto watched = watch_events(config, *channel, stop); !watched)
                return Unexpected<Error>(watched.error());
            return true;
        },
        [this](const Expected<bool>& watched) {
            if (watched || watched.error().code == ErrorCode::cancelled) return;
            eventsNote_ =
                watched.error().code == ErrorCode::permission_denied
                    ? tr("The events of Kubernetes are not shown, only pods and what the session "
                         "does: the rights to list and watch \"events\" are not in the Role.")
                    : tr("The events of Kubernetes cannot be read: %1").arg(errorSentence(watched.error()));
            Q_EMIT eventsNoteChanged();
        });
    Q_EMIT eventsNoteChanged();
}

void ClusterSession::examine(const config::Config& config) {
    if (examining()) return;
    findings_.clear();
    channel_ = std::make_shared<BoundedChannel<DoctorFinding>>(1024);
    examining_ = true;
    withSecrets([this, config](SecretReader secrets) {
        doctor_ = runs_.submit(runtime::doctor_job(config, std::move(secrets), channel_));
        examining_ = false;
        timer_.start();
    });
    Q_EMIT findingsChanged();
}

void ClusterSession::tryQuery(const config::Config& config, const std::string& promql) {
    withSecrets([this, config, promql](SecretReader secrets) {
        query_.run<std::string>([config, promql, secrets = std::move(secrets)](
                                    StopToken stop) { return try_query(config, promql, secrets, stop); },
                                [this](const Expected<std::string>& answer) { Q_EMIT queryTried(answer); });
    });
}

void ClusterSession::saveReport(const config::Config& config, const QString& log, const QString& resultsDir,
                                const QString& zip) {
    runtime::SupportBundle bundle{
        config, findings_, resultsDir.toStdString(), Journal::default_folder(), {}, log.toStdString()};
    withSecrets([this, bundle = std::move(bundle), zip](const SecretReader& secrets) mutable {
        bundle.secrets = runtime::known_secrets(secrets);
        report_.run<QString>(
            [bundle = std::move(bundle), zip](StopToken) -> Expected<QString> {
                const auto packed = runtime::write_support_bundle(bundle, zip.toStdString());
                if (!packed) return Unexpected<Error>(packed.error());
                return zip;
            },
            [this](const Expected<QString>& file) { Q_EMIT reportSaved(file); });
    });
}

void ClusterSession::withSecrets(std::function<void(SecretReader)> go) {
    struct Asked {
        std::map<std::string, std::string> known;
        std::size_t left = 0;
    };
    static const std::vector<std::string> names = {prometheus_token_secret, prometheus_password_secret,
                                                   locust_password_secret};
    const auto asked = std::make_shared<Asked>();
    asked->left = names.size();
    for (const std::string& name : names)
        secrets_.read(name, this, [asked, name, go](std::optional<std::string> secret) {
            if (secret) asked->known[name] = *secret;
            if (--asked->left > 0) return;
            go(first_of(environment_secrets(), [known = asked->known](const std::string& wanted) {
                const auto found = known.find(wanted);
                return found == known.end() ? std::nullopt : std::optional<std::string>(found->second);
            }));
        });
}

void ClusterSession::stop() {
    if (job_ != 0) runs_.stop(job_);
}

void ClusterSession::send(const ControlCommand& command) {
    if (job_ != 0) desk_->send(command);
}

void ClusterSession::drain() {
    if (channel_) {
        auto fresh = channel_->drain();
        findings_.insert(findings_.end(), fresh.begin(), fresh.end());
        if (!fresh.empty()) Q_EMIT findingsChanged();
    }
    if (eventChannel_)
        for (const ClusterEvent& event : eventChannel_->drain()) timeline_.add(event);
    if (!desk_) return;
    bool viewed = false;
    for (const ControlEvent& event : desk_->drain()) {
        if (const auto* view = std::get_if<std::shared_ptr<const ClusterView>>(&event)) {
            take(**view);
            viewed = true;
        } else if (const auto* entry = std::get_if<DecisionEntry>(&event)) {
            take(*entry);
        } else {
            const auto& notice = std::get<ControlNotice>(event);
            tell(TimelineEntry::Source::session, notice.level != NoticeLevel::info, {},
                 QString::fromStdString(notice.text));
            Q_EMIT noticed(notice);
        }
    }
    if (viewed) Q_EMIT viewChanged();
}

void ClusterSession::take(const ClusterView& view) {
    view_ = view;
    if (view.phase == ControlPhase::connecting) return;
    pods_.setPods(view.pods);
    for (const PodChange& change : podHistory_.take(view.pods, nowS())) {
        QString text = change.before.empty() ? podPhaseText(change.after)
                       : change.after.empty()
                           ? tr("gone")
                           : tr("%1 → %2").arg(podPhaseText(change.before), podPhaseText(change.after));
        if (!change.reason.empty()) text += QStringLiteral(": ") + QString::fromStdString(change.reason);
        tell(TimelineEntry::Source::pod, !change.reason.empty(), QString::fromStdString(change.name), text);
    }
    telemetry::Row row;
    row.kind = telemetry::RowKind::step;
    row.step = view.step;
    row.wall_s = static_cast<double>(clock_.elapsed()) / 1000;
    addReplicas(row, view);
    if (view.metrics.duration_s > 0 && view.step != chartedStep_) {
        chartedStep_ = view.step;
        addMetrics(row, view.metrics);
    }
    chart(std::move(row));
}

void ClusterSession::take(const DecisionEntry& entry) {
    decisions_.add(entry);
    if (entry.outcome != DecisionOutcome::executed) return;
    const QString text = tr("%1 → %2").arg(replicasText(entry.before), replicasText(entry.executed));
    marks_.emplace_back(static_cast<double>(clock_.elapsed()) / 1000, text);
    tell(TimelineEntry::Source::session, false, QString::fromStdString(entry.who), text);
}

void ClusterSession::replaceSeries() {
    const auto before = std::exchange(series_, std::make_unique<telemetry::SeriesStore>());
    Q_EMIT seriesReplaced();
}

void ClusterSession::chart(telemetry::Row row) {
    series_->accept(row);
    if (waiting_) waiting_->push_back(std::move(row));
}

void ClusterSession::tell(TimelineEntry::Source source, bool warning, const QString& object,
                          const QString& text) {
    timeline_.add(TimelineEntry{nowS(), source, warning, object, text, {}});
}

void ClusterSession::jobFinished(runtime::JobId id) {
    if (id != job_ && id != doctor_) return;
    drain();
    const bool session = id == job_;
    (session ? job_ : doctor_) = 0;
    if (session) {
        history_.cancel();
        events_.cancel();
        waiting_.reset();
    }
    if (!running() && !examining()) timer_.stop();
    if (!session) Q_EMIT findingsChanged();
    const runtime::JobStatus* status = runs_.find(id);
    const runtime::JobResult* result = status != nullptr && status->result ? &*status->result : nullptr;
    if (result != nullptr && !*result && result->error().code != ErrorCode::cancelled)
        Q_EMIT failed(result->error());
    if (!session) return;
    std::optional<ControlRunResult> done;
    if (result != nullptr && *result) done = std::any_cast<const ControlRunResult&>(**result);
    Q_EMIT ended(done);
}

}  // namespace trimtab::ui
