// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_table.h"

#include "app/commands/commands.h"

namespace trimtab::app {

const std::vector<Command>& command_table() {
    static const std::vector<Command> table = {
        train_command(),    evaluate_command(), compare_command(), pipeline_command(), sweep_command(),
        figures_command(),  report_command(),   verify_command(),  export_command(),   control_command(),
        monitor_command(),  replay_command(),   fit_command(),     doctor_command(),   env_command(),
        simulate_command(), bench_command(),    config_command(),  help_command(),     generate_command(),
    };
    return table;
}

const std::vector<OptionSpec>& global_options() {
    static const std::vector<OptionSpec> options = [] {
        OptionSpec level{"--log-level", ArgumentKind::choice, "LEVEL", "What is told on standard error."};
        level.choices = {"debug", "info", "warning", "error"};
        level.default_text = "info";
        return std::vector<OptionSpec>{level,
                                       {"--help", ArgumentKind::flag, "", "Shows this page."},
                                       {"--version", ArgumentKind::flag, "", "Shows the program's version."}};
    }();
    return options;
}

}  // namespace trimtab::app
