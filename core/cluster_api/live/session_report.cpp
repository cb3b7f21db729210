// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/live/session_report.h"

#include <utility>

namespace trimtab::cluster_api {
namespace {

constexpr double view_interval_s = 1;

}  // namespace

SessionReport::SessionReport(const ControlOptions& options, const ControlParts& parts,
                             const SessionProgress& progress, const ViewSources& sources, ControlGate& gate)
    : options_(options),
      parts_(parts),
      progress_(progress),
      sources_(sources),
      gate_(gate),
      started_s_(parts.pacer.now_s()),
      published_s_(started_s_) {
    view.mode = options.config.cluster.mode;
    view.policy = parts.policy != nullptr ? parts.policy->name() : "";
    view.recording = options.recording.string();
}

void SessionReport::enter(ControlPhase phase) {
    view.phase = phase;
    publish();
}

void SessionReport::publish() {
    published_s_ = parts_.pacer.now_s();
    refresh_view(view, sources_);
    view.step = progress_.steps;
    view.observations = progress_.observations();
    view.time_s = published_s_ - started_s_;
    parts_.desk.publish(std::make_shared<const ClusterView>(view));
}

void SessionReport::keep_up() {
    if (parts_.pacer.now_s() - published_s_ >= view_interval_s) publish();
}

void SessionReport::notice(NoticeLevel level, std::string text) {
    parts_.desk.publish(ControlNotice{utc_now_s(), level, std::move(text)});
}

void SessionReport::remark(NoticeLevel level, const std::string& text) {
    notice(level, text);
    if (auto logged = gate_.log_remark(who("session"), text, progress_.steps); !logged)
        notice(NoticeLevel::error, logged.error().to_string());
}

void SessionReport::restored(const RestoreReport& report, const std::string& why) {
    if (auto logged = gate_.log_restore(report, who("restore"), why, progress_.steps); !logged)
        notice(NoticeLevel::error, logged.error().to_string());
    notice(report.left_alone.empty() ? NoticeLevel::info : NoticeLevel::warning,
           "restored: " + report.text +
               (report.left_alone.empty() ? "" : " (left alone: " + report.left_alone + ")"));
}

std::string SessionReport::who(const std::string& what) const {
    return options_.user.empty() ? what : what + " (" + options_.user + ")";
}

SessionRecords::Place SessionReport::place() const {
    return {progress_.steps, progress_.episodes > 0 ? progress_.episodes - 1 : 0,
            parts_.pacer.now_s() - started_s_};
}

}  // namespace trimtab::cluster_api
