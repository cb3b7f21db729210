// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/run_service.h"
#include "ui/models/action_registry.h"
#include "ui/models/message_log.h"
#include "ui/models/open_requests.h"
#include "ui/models/telemetry_pump.h"
#include "ui/settings/settings.h"

namespace trimtab::ui {

/// What every view may use. All of it is owned by app, outlives every view and belongs to the GUI thread;
/// copies of this struct refer to the same things.
struct Workbench {
    runtime::RunService& runs;  ///< all work is submitted here
    TelemetryPump& pump;        ///< the metrics of every job
    Settings& settings;
    ActionRegistry& actions;  ///< every command: menus, palette, toolbar and shortcuts come from it
    MessageLog& log;
    OpenRequests& requests;  ///< how modes ask for one another
};

}  // namespace trimtab::ui
