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
};

/// Tasks of an array; a sweep of more rows gives each task several. Slurm's own default limit is 1001.
inline constexpr int most_slurm_tasks = 1000;

/// A bash script for sbatch that runs every row of the sweep in an array job. A row that was ended goes on
/// when it is queued again. invalid_argument where section `slurm` holds what sbatch cannot read.
[[nodiscard]] Expected<std::string> slurm_script(const SweepPlan& plan, const SlurmCall& call);

}  // namespace trimtab::training
