// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/command.h"
#include "core/results/sweep_folder.h"
#include "core/training/sweep_plan.h"

namespace trimtab::app {

/// A sweep that runs as an array job of Slurm.
struct SlurmSweep {
    const training::SweepPlan& plan;
    const std::vector<std::string>& keys;                 ///< training::plan_keys()
    const std::vector<results::SweepRowRecord>& records;  ///< finished rows are not submitted
    const std::filesystem::path& results_dir;             ///< on a file system that the nodes share
    const std::filesystem::path& folder;                  ///< the sweep's, in it
    const std::vector<std::string>& overrides;            ///< --set
    int parallel = 0;                                     ///< tasks at a time; 0: as the sweep file says
};

/// The array script. Nothing is written or sent.
[[nodiscard]] Expected<std::string> render_sweep(const SlurmSweep& sweep);

/// Writes slurm.sh into the sweep's folder, submits the rows that are not finished, or finds them submitted,
/// and follows the job unless `detach`. True when it has ended; rows that failed are no error. Where there is
/// no sbatch it says how to submit the script. unavailable: the controller does not answer.
[[nodiscard]] Expected<bool> run_sweep_on_slurm(const SlurmSweep& sweep, bool detach, Session& session);

}  // namespace trimtab::app
