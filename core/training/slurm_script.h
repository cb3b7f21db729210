// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/expected.h"
#include "core/training/sweep_plan.h"

namespace trimtab::training {

/// Where the rows of an array job find things; paths that are the same on every node.
struct SlurmCall {
    std::filesystem::path program;            ///< trimtab
    std::filesystem::path sweep_file;         ///< absolute
    std::filesystem::path results_dir;        ///< absolute
    std::filesystem::path working_directory;  ///< absolute: relative paths of configurations start there
    std::vector<std::string> overrides;       ///< further --set
    std::vector<int> rows = {};               ///< indexes to run; empty: all
    int parallel = 0;                         ///< tasks at a time; 0: SweepFile::parallel, else no limit
    std::string comment = {};                 ///< of the job, by which a later command finds it
};

/// Tasks of an array; a sweep of more rows gives each task several. Slurm's own default limit is 1001.
inline constexpr int most_slurm_tasks = 1000;

/// The name of a sweep's job.
[[nodiscard]] std::string slurm_job_name(const SweepFile& file);

/// A bash script for sbatch that runs the rows in an array job, each once more per retry of the sweep. Two
/// minutes before the time limit a row writes its last checkpoint and the task queues itself again; there,
/// and whenever it was ended, the row goes on. invalid_argument where section `slurm` holds what sbatch
/// cannot read.
[[nodiscard]] Expected<std::string> slurm_script(const SweepPlan& plan, const SlurmCall& call);

}  // namespace trimtab::training
