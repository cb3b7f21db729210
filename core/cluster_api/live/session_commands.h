// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "core/cluster_api/live/session_report.h"

namespace trimtab::cluster_api {

/// What others do to a session between its steps: the commands of its desk, and whatever takes control away
/// from it (a foreign change, a lost Lease), which pauses. One thread; everything must outlive it.
class SessionCommands {
  public:
    /// A stop of `stop` ends waits for the Lease; StopAndRestore stops `session`.
    SessionCommands(const ControlOptions& options, const ControlParts& parts, ReplicaWriter& writer,
                    ControlGate& gate, SessionReport& report, RunControl& session);

    void set_stop(StopToken stop) { stop_ = stop; }
    /// Obeys what has been sent.
    void take();
    /// Pauses where control has been taken away.
    void watch_others();

    /// Asks a person (a view with `request`) and waits; `idle` is called meanwhile and must call take().
    [[nodiscard]] Expected<bool> ask(const ConfirmRequest& request, const std::function<void()>& idle);
    /// The allocation that a person has set since the last call.
    [[nodiscard]] std::optional<cluster::Allocation> take_manual() {
        return std::exchange(manual_, std::nullopt);
    }

  private:
    void obey(const SetMode& command);
    void obey(const AnswerConfirm& command);
    void obey(const ManualAction& command);
    void obey(const Resume&);
    void obey(const Pause&);
    void obey(const StopAndRestore&);
    void pause(const std::string& because);
    [[nodiscard]] bool has_lost_lease() const;

    const ControlOptions& options_;
    const ControlParts& parts_;
    ReplicaWriter& writer_;
    ControlGate& gate_;
    SessionReport& report_;
    RunControl& session_;
    StopToken stop_;
    std::optional<bool> answer_;
    std::optional<cluster::Allocation> manual_;
};

}  // namespace trimtab::cluster_api
