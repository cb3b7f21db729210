// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "app/workbench_options.h"

namespace trimtab::app {

/// The arguments that start the workbench as it was started: its settings, its results folder, a program of
/// its own. The paths it was to open are left out, as mode, layout and unsaved text come back from the
/// settings.
[[nodiscard]] std::vector<std::string> restart_arguments(const WorkbenchOptions& options);

/// Puts `program` (a path) into the place of this process, with the same environment. Returns only where that
/// is not possible: exit_failed, and stderr says why. For main() alone, after everything has been taken down.
[[nodiscard]] int restart(const std::string& program, const std::vector<std::string>& arguments);

}  // namespace trimtab::app
