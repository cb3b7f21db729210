// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/base/expected.h"

namespace trimtab::app {

/// What `trimtab-workbench --bench` is asked for.
struct WindowBenchOptions {
    double seconds = 60;  ///< of the training that is watched
    double soak_s = 0;    ///< of the soak; 0: none
    std::string trimtab;  ///< the command line program to compare with
};

/// One number, and what it must reach.
struct Measurement {
    std::string name;
    double value = 0;
    double limit = 0;
    bool at_least = false;  ///< the value must be at least the limit; else at most
    [[nodiscard]] bool reached() const { return at_least ? value >= limit : value <= limit; }
};

/// Drives the real window with settings and results in temporary folders. Blocks for the measured time and
/// half a minute more. GUI thread, with a QApplication and before any other window.
[[nodiscard]] Expected<std::vector<Measurement>> run_window_bench(const WindowBenchOptions& options);

/// A table, or one JSON object {platform, measurements: {name: {value, limit, reached}}}.
[[nodiscard]] std::string window_bench_text(const std::vector<Measurement>& measurements);
[[nodiscard]] std::string window_bench_json(const std::vector<Measurement>& measurements);

}  // namespace trimtab::app
