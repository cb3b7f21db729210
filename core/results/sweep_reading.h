// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/expected.h"
#include "core/base/run_control.h"
#include "core/results/report_document.h"
#include "core/results/sweep_folder.h"
#include "core/results/sweep_result.h"

namespace trimtab::results {

/// A sweep as a window shows it, also while its runs go on elsewhere.
struct SweepReading {
    std::filesystem::path folder;  ///< need not exist yet where a sweep file was read
    std::string name;
    /// A row a run: its number, state, configuration, pattern, seed, the grid's values, training folder,
    /// error.
    ReportTable runs;
    std::vector<std::string> trainings;  ///< as `runs`: the training folder's name; empty: not begun
    int planned = 0, started = 0, finished = 0, failed = 0;  ///< as the rows say now
    std::optional<SweepResult> result;                       ///< absent: nothing has been collected yet
    std::filesystem::path comparison;  ///< the best configurations with the baselines; empty: there is none
};

/// Whether a folder is a sweep's, by what lies in it.
[[nodiscard]] bool is_sweep_folder(const std::filesystem::path& folder);

/// From the documents of a sweep's folder; `result` is that of the last collection. Errors: not_found where
/// it is no sweep, parse_error where a document is damaged, cancelled.
[[nodiscard]] Expected<SweepReading> read_sweep(const std::filesystem::path& folder, StopToken stop = {});

/// The plan of a sweep file with what is done of it in `results_dir`; `result` is computed from the rows that
/// are finished. Errors: those of the sweep file and of read_sweep().
[[nodiscard]] Expected<SweepReading> read_sweep_plan(const std::filesystem::path& file,
                                                     const std::filesystem::path& results_dir);

/// Reads what sweep_to_json() wrote; configurations stand in its order. parse_error where it is something
/// else.
[[nodiscard]] Expected<SweepResult> sweep_from_json(const std::string& text);

}  // namespace trimtab::results
