// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace trimtab::app {

/// What the workbench was started with.
struct WorkbenchOptions {
    std::vector<std::string> open;  ///< run folders, checkpoints, configurations, traces
    std::string settings_file;      ///< instead of the user's own; empty: the user's
    std::string results_dir;        ///< over the settings'; empty: the settings'
    bool new_window = false;        ///< even where a workbench is open already
    bool bench = false;             ///< measure the window instead of using it
    bool json = false;              ///< the measurements as JSON
    double seconds = 60;            ///< of the training that the measurement watches
    double soak_s = 0;              ///< of its soak; 0: none
};

/// Reads argv. What --help, --version or a wrong option says is printed, and the exit code returned instead.
struct ParsedOptions {
    WorkbenchOptions options;
    std::optional<int> exit_code;
};
[[nodiscard]] ParsedOptions parse_workbench_options(int argc, const char* const* argv);

}  // namespace trimtab::app
