// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/cluster_session.h"

#include <map>

#include "core/telemetry/metric_registry.h"

namespace trimtab::ui {

using namespace cluster_api;

namespace {

constexpr int frame_ms = 40;
constexpr std::size_t shown_decisions = 2000;

telemetry::Row row_of(const ClusterView& view) {
    namespace metric = telemetry::metric;
    const cluster::WindowMetrics& m = view.metrics;
    telemetry::Row row;
    row.kind = telemetry::RowKind::step;
    row.step = view.step;
    row.wall_s = view.time_s;
    row.values = {{metric::latency_p95_ms, m.latency_p95_ms},
                  {metric::throughput_rps, m.throughput_rps},
                  {metric::current_users, m.current_users},
                  {metric::gpu_utilization, m.gpu_utilization},
                  {metric::cpu_utilization, m.cpu_utilization},
                  {metric::memory_utilization, m.memory_utilization},
                  {metric::desired_gpu, static_cast<double>(view.deployments[0].desired)},
                  {metric::desired_cpu, static_cast<double>(view.deployments[1].desired)},
                  {metric::ready_gpu, static_cast<double>(view.deployments[0].ready)},
                  {metric::ready_cpu, static_cast<double>(view.deployments[1].ready)}};
    return row;
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
    series_.clear();
    charted_step_ = -1;
    starting_ = true;
    withSecrets([this, request = std::move(request)](SecretReader secrets) mutable {
        request.secrets = std::move(secrets);
        job_ = runs_.submit(runtime::control_job(std::move(request), desk_));
        starting_ = false;
        timer_.start();
    });
    Q_EMIT started();
    Q_EMIT viewChanged();
    Q_EMIT decided();
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
    if (!desk_) return;
    bool viewed = false;
    bool decided_now = false;
    for (const ControlEvent& event : desk_->drain()) {
        if (const auto* view = std::get_if<std::shared_ptr<const ClusterView>>(&event)) {
            take(**view);
            viewed = true;
        } else if (const auto* entry = std::get_if<DecisionEntry>(&event)) {
            decisions_.push_back(*entry);
            decided_now = true;
        } else {
            Q_EMIT noticed(std::get<ControlNotice>(event));
        }
    }
    if (decisions_.size() > shown_decisions)
        decisions_.erase(decisions_.begin(), decisions_.end() - static_cast<std::ptrdiff_t>(shown_decisions));
    if (viewed) Q_EMIT viewChanged();
    if (decided_now) Q_EMIT decided();
}

void ClusterSession::take(const ClusterView& view) {
    view_ = view;
    if (view.metrics.duration_s <= 0 || view.step == charted_step_) return;
    charted_step_ = view.step;
    series_.accept(row_of(view));
}

void ClusterSession::jobFinished(runtime::JobId id) {
    if (id != job_ && id != doctor_) return;
    drain();
    const runtime::JobStatus* status = runs_.find(id);
    const bool broke = status != nullptr && status->result && !*status->result &&
                       status->result->error().code != ErrorCode::cancelled;
    (id == job_ ? job_ : doctor_) = 0;
    if (!running() && !examining()) timer_.stop();
    if (id == doctor_ || !running()) Q_EMIT findingsChanged();
    if (broke) Q_EMIT failed(status->result->error());
    Q_EMIT ended();
}

}  // namespace trimtab::ui
