// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "app/workbench_options.h"
#include "core/runtime/run_service.h"
#include "ui/models/action_registry.h"
#include "ui/models/message_log.h"
#include "ui/models/open_requests.h"
#include "ui/models/telemetry_pump.h"
#include "ui/settings/settings.h"
#include "ui/settings/system_color_scheme.h"
#include "ui/text/translations.h"
#include "ui/views/main_window.h"

namespace trimtab::app {

/// Everything of the workbench, constructed in order and taken down in reverse: the services that views
/// share, the window, and its modes. One at a time, in the GUI thread, with a QApplication.
class WorkbenchAssembly {
  public:
    explicit WorkbenchAssembly(const WorkbenchOptions& options);

    /// Restores the window, shows it and opens what was named.
    void start();
    [[nodiscard]] ui::MainWindow& window() { return *window_; }
    [[nodiscard]] ui::Workbench workbench();

  private:
    void applyColorScheme();
    void applyNumbers();
    void tellSettingsProblem();
    void offerRecovery();

    WorkbenchOptions options_;
    std::unique_ptr<ui::Settings> settings_;
    ui::Translations translations_;  // before everything that has a text
    ui::SystemColorScheme systemScheme_;
    ui::MessageLog log_;
    ui::OpenRequests requests_;
    runtime::RunService runs_;
    ui::TelemetryPump pump_;
    ui::ActionRegistry actions_;
    // Goes first: it uses everything above.
    std::unique_ptr<ui::MainWindow> window_;
};

}  // namespace trimtab::app
