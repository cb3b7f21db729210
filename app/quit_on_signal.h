// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include "core/runtime/run_service.h"

namespace trimtab::app {

/// SIGINT and SIGTERM as the end of the application: what runs stops and saves, then the event loop ends. A
/// second signal ends the process at once. One at a time, in the GUI thread.
class QuitOnSignal {
  public:
    explicit QuitOnSignal(runtime::RunService& runs);
    ~QuitOnSignal();
    QuitOnSignal(const QuitOnSignal&) = delete;
    QuitOnSignal& operator=(const QuitOnSignal&) = delete;

  private:
    QSocketNotifier notifier_;
};

}  // namespace trimtab::app
