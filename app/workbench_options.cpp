// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench_options.h"

#include <CLI/CLI.hpp>

#include "app/exit_code.h"
#include "core/results/build_info.h"

namespace trimtab::app {

ParsedOptions parse_workbench_options(int argc, const char* const* argv) {
    ParsedOptions parsed;
    CLI::App app(
        "The Trimtab workbench: trains, watches, evaluates, compares and exports reinforcement learning "
        "agents for "
        "Kubernetes resources. `trimtab` does the same in the terminal.",
        "trimtab-workbench");
    app.set_version_flag("--version", results::program_name());
    app.set_help_flag("--help,-h", "Prints this help.");
    app.add_option("open", parsed.options.open,
                   "Run folders, checkpoints (.pt), configurations (.yaml, .json) and traces (.csv) to open.")
        ->type_name("PATH");
    app.add_option("--settings", parsed.options.settings_file,
                   "Keeps the window's state in this file instead of the user's settings.")
        ->type_name("FILE");
    app.add_option("--results-dir", parsed.options.results_dir,
                   "Where run folders are made, over the preferences.")
        ->type_name("DIR");
    app.add_flag("--new-window", parsed.options.new_window,
                 "Starts a program of its own even where one is open; else that one opens the paths.");
    app.add_flag("--bench", parsed.options.bench,
                 "Measures this window: start, latency while a training runs, charts. Exit code 1 where a "
                 "number misses "
                 "its limit.");
    app.add_flag("--json", parsed.options.json, "With --bench: prints JSON.")->needs("--bench");
    app.add_option("--seconds", parsed.options.seconds,
                   "With --bench: length of the training that is watched.")
        ->needs("--bench")
        ->check(CLI::Range(1.0, 86400.0))
        ->capture_default_str();
    app.add_option("--soak", parsed.options.soak_s,
                   "With --bench: also watches the memory for so many seconds.")
        ->needs("--bench")
        ->check(CLI::Range(0.0, 86400.0))
        ->type_name("SECONDS");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        parsed.exit_code = app.exit(error) == 0 ? exit_done : exit_usage;
    }
    return parsed;
}

}  // namespace trimtab::app
