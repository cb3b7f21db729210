// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control_observer.h"

#include <poll.h>
#include <unistd.h>

#include <array>

#include "app/control_text.h"
#include "core/cluster_api/live/audit_log.h"

namespace trimtab::app {

using namespace cluster_api;

ControlObserver::ControlObserver(Console& console, ControlDesk& desk, Style style)
    : console_(console), desk_(desk), style_(style) {
    desk.set_listener([this](const ControlEvent& event) {
        tell_withheld(event);
        if (const auto* view = std::get_if<std::shared_ptr<const ClusterView>>(&event))
            take(**view);
        else if (const auto* entry = std::get_if<DecisionEntry>(&event))
            take(*entry);
        else
            take(std::get<ControlNotice>(event));
    });
}

void ControlObserver::take(const ClusterView& view) {
    if (view.confirm)
        ask(*view.confirm);
    else if (view.phase == ControlPhase::paused)
        offer_to_go_on();
    paused_ = view.phase == ControlPhase::paused;
    const bool observed = view.phase == ControlPhase::running || view.phase == ControlPhase::paused;
    if (!style_.views || !observed || view.observations == shown_) return;
    shown_ = view.observations;
    console_.print_line(style_.json ? view_json(view) : view_line(view));
}

void ControlObserver::take(const DecisionEntry& entry) {
    if (!style_.decisions) return;
    console_.print_line(style_.json ? encode_decision(entry) : decision_line(entry));
}

void ControlObserver::take(const ControlNotice& notice) {
    if (notice.level == NoticeLevel::info)
        console_.info(notice.text);
    else if (notice.level == NoticeLevel::error)
        withheld_ = notice.text;
    else
        console_.warning(notice.text);
}

void ControlObserver::tell_withheld(const ControlEvent& event) {
    if (withheld_.empty()) return;
    const auto* view = std::get_if<std::shared_ptr<const ClusterView>>(&event);
    if (view == nullptr || (*view)->phase != ControlPhase::failed) console_.warning(withheld_);
    withheld_.clear();
}

void ControlObserver::ask(const ConfirmRequest& request) {
    if (asked_ != request.id) {
        asked_ = request.id;
        typed_.clear();
        console_.info("change gpu " + std::to_string(request.current.replicas_gpu) + " -> " +
                      std::to_string(request.wanted.replicas_gpu) + ", cpu " +
                      std::to_string(request.current.replicas_cpu) + " -> " +
                      std::to_string(request.wanted.replicas_cpu) + "? " + request.reason + " [y/n, " +
                      format_duration(request.seconds_left) + "]");
    }
    if (const auto answer = typed_line())
        desk_.send(AnswerConfirm{request.id, answer->starts_with('y') || answer->starts_with('Y')});
}

void ControlObserver::offer_to_go_on() {
    if (!paused_) {
        typed_.clear();
        console_.info(
            "g and Enter goes on from the replicas that run now; Ctrl+C restores those of before and ends");
    }
    if (const auto answer = typed_line(); answer && (answer->starts_with('g') || answer->starts_with('G')))
        desk_.send(Resume{});
}

std::optional<std::string> ControlObserver::typed_line() {
    pollfd input{STDIN_FILENO, POLLIN, 0};
    while (typed_.find('\n') == std::string::npos && ::poll(&input, 1, 0) > 0 &&
           (input.revents & POLLIN) != 0) {
        std::array<char, 256> bytes{};
        const ssize_t count = ::read(STDIN_FILENO, bytes.data(), bytes.size());
        if (count <= 0) return std::nullopt;
        typed_.append(bytes.data(), static_cast<std::size_t>(count));
    }
    const std::size_t end = typed_.find('\n');
    if (end == std::string::npos) return std::nullopt;
    std::string line = typed_.substr(0, end);
    typed_.erase(0, end + 1);
    return line;
}

}  // namespace trimtab::app
