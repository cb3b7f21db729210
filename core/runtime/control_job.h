// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "core/cluster_api/live/control_run.h"
#include "core/cluster_api/live/doctor.h"
#include "core/runtime/job.h"

namespace trimtab::runtime {

/// What `trimtab control` (or, without a model and a policy, `trimtab monitor`) does: a session on a live
/// cluster, seen and steered through `desk`. Stopping the job restores the replicas first. Secrets that
/// request.secrets does not know come from the keychain. The result is a cluster_api::ControlRunResult.
/// Background lane.
[[nodiscard]] Job control_job(cluster_api::ControlRequest request,
                              std::shared_ptr<cluster_api::ControlDesk> desk);

/// What `trimtab doctor` does: this machine, then the connections; findings arrive in the channel one by one.
/// The result is a bool: everything passed. Background lane.
[[nodiscard]] Job doctor_job(config::Config config, cluster_api::SecretReader secrets,
                             std::shared_ptr<BoundedChannel<cluster_api::DoctorFinding>> findings);

/// The command line that does the same as a session.
[[nodiscard]] std::string control_command_line(const cluster_api::ControlRequest& request,
                                               const std::string& config_file);

}  // namespace trimtab::runtime
