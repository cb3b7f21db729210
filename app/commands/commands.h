// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command.h"

namespace trimtab::app {

// One function a subcommand, each in a file of its own: its row of the command table.
[[nodiscard]] Command train_command();
[[nodiscard]] Command evaluate_command();
[[nodiscard]] Command compare_command();
[[nodiscard]] Command pipeline_command();
[[nodiscard]] Command sweep_command();
[[nodiscard]] Command export_command();
[[nodiscard]] Command figures_command();
[[nodiscard]] Command report_command();
[[nodiscard]] Command verify_command();
[[nodiscard]] Command control_command();
[[nodiscard]] Command monitor_command();
[[nodiscard]] Command replay_command();
[[nodiscard]] Command fit_command();
[[nodiscard]] Command doctor_command();
[[nodiscard]] Command bench_command();
[[nodiscard]] Command config_command();
[[nodiscard]] Command env_command();
[[nodiscard]] Command simulate_command();
[[nodiscard]] Command help_command();
[[nodiscard]] Command generate_command();

}  // namespace trimtab::app
