// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/command.h"
#include "core/results/sweep_folder.h"
#include "core/training/sweep_plan.h"

namespace trimtab::app {

/// A sweep that runs as an Indexed Job.
struct ClusterSweep {
    const training::SweepPlan& plan;
    const std::vector<std::string>& keys;                 ///< training::plan_keys()
    const std::vector<results::SweepRowRecord>& records;  ///< finished rows are not submitted
    const std::filesystem::path& folder;                  ///< the sweep's, for collecting
    std::string kubeconfig;                               ///< empty: as kubectl finds it
    std::string context;                                  ///< empty: the current one
};

/// The Job and its ConfigMap as YAML. Nothing is sent; without a kubeconfig the namespace is `default`.
[[nodiscard]] Expected<std::string> render_sweep(const ClusterSweep& sweep);

/// Submits the rows that are not finished, or finds them submitted, and follows the Job unless `detach`; then
/// runs the sweep file's `download`. True when the Job has ended. Rows that failed are no error.
[[nodiscard]] Expected<bool> run_sweep_on_kubernetes(const ClusterSweep& sweep, bool detach,
                                                     Session& session);

/// The sweep file's `kubernetes.download`, by the shell, with TRIMTAB_SWEEP_FOLDER; nothing without one.
[[nodiscard]] Expected<void> download_sweep(const training::SweepPlan& plan,
                                            const std::filesystem::path& folder, Session& session);

}  // namespace trimtab::app
