// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <functional>
#include <vector>

#include "core/runtime/run_service.h"

namespace trimtab::app {

/// Runs the event loop until `done` holds or the time is over; false: it was over.
bool run_event_loop(const std::function<bool()>& done, int timeout_ms);

/// How long an event waits in the GUI thread's loop: a job in the background posts one every few milliseconds
/// with the time of posting. GUI thread.
class EventLoopProbe final : public QObject {
    Q_OBJECT

  public:
    explicit EventLoopProbe(runtime::RunService& runs);
    ~EventLoopProbe() override;

    /// What has been waited so far, ms, in the order of posting.
    [[nodiscard]] const std::vector<double>& latencies_ms() const { return latencies_ms_; }

  private:
    runtime::RunService& runs_;
    runtime::JobId poster_ = 0;
    std::vector<double> latencies_ms_;
};

}  // namespace trimtab::app
