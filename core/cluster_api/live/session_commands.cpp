// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/live/session_commands.h"

#include <algorithm>
#include <cmath>
#include <variant>

namespace trimtab::cluster_api {
namespace {

constexpr double confirm_poll_s = 0.1;

}  // namespace

SessionCommands::SessionCommands(const ControlOptions& options, const ControlParts& parts,
                                 ReplicaWriter& writer, ControlGate& gate, SessionReport& report,
                                 RunControl& session)
    : options_(options),
      parts_(parts),
      writer_(writer),
      gate_(gate),
      report_(report),
      session_(session),
      stop_(session) {}

void SessionCommands::take() {
    for (const ControlCommand& command : parts_.desk.take_commands())
        std::visit([this](const auto& given) { obey(given); }, command);
}

bool SessionCommands::has_lost_lease() const {
    return writer_.in_control() && options_.config.cluster.lease && !parts_.workload.holds_lease();
}

void SessionCommands::watch_others() {
    if (report_.view.phase != ControlPhase::running) return;
    if (const std::string change = writer_.foreign_change(); !change.empty())
        pause(change);
    else if (has_lost_lease())
        pause("the Lease was lost: " + parts_.workload.lease_text());
}

void SessionCommands::pause(const std::string& because) {
    gate_.set_paused(because);
    report_.view.paused_because = because;
    report_.remark(NoticeLevel::warning, "control is paused: " + because);
    report_.enter(ControlPhase::paused);
}

Expected<bool> SessionCommands::ask(const ConfirmRequest& request, const std::function<void()>& idle) {
    answer_.reset();
    ClusterView& view = report_.view;
    const double end_s = parts_.pacer.now_s() + request.seconds_left;
    double shown_s = -1;
    while (!answer_ && gate_.mode() == config::ControlMode::confirm && view.phase == ControlPhase::running) {
        const double left_s = end_s - parts_.pacer.now_s();
        if (left_s <= 0) break;
        view.confirm = request;
        view.confirm->seconds_left = left_s;
        if (std::ceil(left_s) != shown_s) report_.publish();
        shown_s = std::ceil(left_s);
        if (auto waited = parts_.pacer.wait(std::min(confirm_poll_s, left_s), StopToken(session_), idle);
            !waited)
            return Unexpected<Error>(waited.error());
    }
    view.confirm.reset();
    // Switched to auto while it waited: the mode is the answer.
    return answer_.value_or(gate_.mode() == config::ControlMode::automatic);
}

void SessionCommands::obey(const SetMode& command) {
    ClusterView& view = report_.view;
    if (acts(command.mode) && !writer_.in_control()) {
        const auto taken =
            parts_.policy == nullptr
                ? Expected<void>(fail(ErrorCode::invalid_argument, "there is no policy to act"))
                : writer_.take_control(stop_);
        if (!taken) {
            view.control_refused = taken.error().to_string();
            report_.notice(NoticeLevel::error,
                           "mode stays " + mode_name(gate_.mode()) + ": " + view.control_refused);
            report_.publish();
            return;
        }
    }
    view.control_refused.clear();
    gate_.set_mode(command.mode);
    view.mode = command.mode;
    report_.remark(NoticeLevel::info, "mode " + mode_name(command.mode));
    report_.publish();
}

void SessionCommands::obey(const AnswerConfirm& command) {
    if (report_.view.confirm && report_.view.confirm->id == command.id) answer_ = command.accepted;
}

void SessionCommands::obey(const ManualAction& command) {
    if (acts(gate_.mode()))
        manual_ = command.wanted;
    else
        report_.notice(NoticeLevel::warning, "a manual action needs mode confirm or auto");
}

void SessionCommands::obey(const Resume&) {
    if (report_.view.phase != ControlPhase::paused) return;
    if (has_lost_lease())
        if (auto held = parts_.workload.acquire_lease(stop_); !held) {
            report_.notice(NoticeLevel::error, held.error().to_string());
            return;
        }
    writer_.accept_present();
    gate_.set_paused({});
    report_.view.paused_because.clear();
    report_.remark(NoticeLevel::info, "control goes on");
    report_.enter(ControlPhase::running);
}

void SessionCommands::obey(const Pause&) {
    if (report_.view.phase == ControlPhase::running) pause("by hand");
}

void SessionCommands::obey(const StopAndRestore&) { session_.request_stop(); }

}  // namespace trimtab::cluster_api
