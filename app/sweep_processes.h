// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/command.h"
#include "app/training_processes.h"
#include "core/results/sweep_folder.h"
#include "core/training/sweep_plan.h"

namespace trimtab::app {

/// A sweep of a command line.
struct SweepCall {
    const training::SweepPlan& plan;
    const std::vector<std::string>& keys;       ///< training::plan_keys()
    const std::filesystem::path& results_dir;   ///< the sweep's folder stands in it
    const std::vector<std::string>& overrides;  ///< --set
    int parallel = 0;                           ///< 0: one a core
};

/// Runs every row that is not finished in processes of its own, and tries failed ones
/// again as often as the sweep says; `records` are then what is on disk. A row that fails does not end the
/// others. A stop gives `cancelled`. Returns how busy the processes' places were.
[[nodiscard]] Expected<SlotUse> run_sweep_processes(const SweepCall& call,
                                                    std::vector<results::SweepRowRecord>& records,
                                                    Session& session);

}  // namespace trimtab::app
