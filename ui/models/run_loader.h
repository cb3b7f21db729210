// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/base/expected.h"
#include "core/base/run_control.h"
#include "core/config/config.h"
#include "core/results/manifest.h"
#include "ui/models/live_series.h"

namespace trimtab::ui {

/// A training run read from disk, ready for the views that follow live ones.
struct LoadedRun {
    std::filesystem::path folder;
    std::string name;  ///< the folder's
    results::RunState state = results::RunState::finished;
    std::shared_ptr<LiveSeries> series;
    std::vector<std::string> problems;  ///< damaged lines, missing files; for a person
};

/// Reads metrics.jsonl of a training folder. Takes its time: for a worker's thread; cancelled on a stop.
/// not_found where the folder holds no training.
[[nodiscard]] Expected<LoadedRun> load_run(const std::filesystem::path& folder, StopToken stop);

}  // namespace trimtab::ui
