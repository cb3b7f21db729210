// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <mutex>
#include <variant>
#include <vector>

#include "core/base/bounded_channel.h"
#include "core/cluster_api/live/control_view.h"

namespace trimtab::cluster_api {

/// What a person orders.
struct SetMode {
    config::ControlMode mode = config::ControlMode::observe;
};
struct AnswerConfirm {
    std::int64_t id = 0;  ///< of the ConfirmRequest; an old one is ignored
    bool accepted = false;
};
/// A person's own allocation; passes the shield and needs mode confirm or auto.
struct ManualAction {
    cluster::Allocation wanted;
};
/// Goes on after a pause, from what is there now.
struct Resume {};
struct Pause {};
/// Writes the original replicas back and ends the session.
struct StopAndRestore {};

using ControlCommand = std::variant<SetMode, AnswerConfirm, ManualAction, Resume, Pause, StopAndRestore>;

/// Where a session and its observers meet; shared by both (std::shared_ptr). Every function may be called by
/// any thread and none waits. Events that nobody takes are dropped once `capacity` of them wait; decisions
/// are in the audit log all the same.
///
///     auto desk = std::make_shared<ControlDesk>();
///     service.submit(runtime::control_job(request, desk));
///     // 25 times a second in the window: for (auto& event : desk->drain()) std::visit(..., event);
///     desk->send(SetMode{config::ControlMode::shadow});
class ControlDesk {
  public:
    explicit ControlDesk(std::size_t capacity = 4096) : events_(capacity) {}

    // The observers' side.
    void send(ControlCommand command);
    [[nodiscard]] std::vector<ControlEvent> drain() { return events_.drain(); }
    [[nodiscard]] std::uint64_t dropped() const { return events_.dropped(); }

    /// Called at once with every event, in the session's thread, which waits for it; set before the session
    /// runs. For a command line, which has no other thread.
    void set_listener(std::function<void(const ControlEvent&)> listener) { listener_ = std::move(listener); }

    // The session's side.
    void publish(ControlEvent event);
    [[nodiscard]] std::vector<ControlCommand> take_commands();

  private:
    BoundedChannel<ControlEvent> events_;
    std::mutex mutex_;
    std::vector<ControlCommand> commands_;
    std::function<void(const ControlEvent&)> listener_;
};

}  // namespace trimtab::cluster_api
