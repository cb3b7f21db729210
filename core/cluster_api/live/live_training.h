// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "core/cluster_api/live/control_desk.h"
#include "core/cluster_api/live/control_run.h"
#include "core/results/training_session.h"

namespace trimtab::cluster_api {

/// Trains on the live cluster of request.config: one environment, through the shield, journal and Lease of a
/// control session, with Locust as the load; the replicas that were there are put back at the end, and a
/// foreign change or a lost Lease ends the run. `audit.jsonl` stands beside the run's other files. Needs
/// cluster.mode auto and training.n_envs 1; there is no evaluation meanwhile, as it would need a second
/// cluster. Blocks its thread.
[[nodiscard]] Expected<results::TrainingRunResult> train_live(const results::TrainingRequest& request,
                                                              const SecretReader& secrets,
                                                              const std::filesystem::path& journal_folder,
                                                              ControlDesk& desk, StopToken stop,
                                                              const results::TrainingHooks& hooks = {});

/// The same on parts that are there already (tests).
[[nodiscard]] Expected<results::TrainingRunResult> train_on(const ControlParts& parts,
                                                            const results::TrainingRequest& request,
                                                            const std::filesystem::path& journal_folder,
                                                            StopToken stop,
                                                            const results::TrainingHooks& hooks = {});

}  // namespace trimtab::cluster_api
