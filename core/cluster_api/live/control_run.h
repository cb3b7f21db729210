// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/cluster_api/live/control_session.h"
#include "core/cluster_api/live/live_connections.h"

namespace trimtab::cluster_api {

/// A whole session, as `trimtab control` and the window's Cluster mode start it.
struct ControlRequest {
    config::Config config;
    std::string model;   ///< a checkpoint or run folder; empty: see policy
    std::string policy;  ///< by name; both empty: observes only
    std::filesystem::path results_dir = "rl";
    bool record = true;  ///< leaves a live_* folder
    std::string command_line;
    std::int64_t max_steps = 0;  ///< see ControlOptions
    std::int64_t max_observations = 0;
    bool restore_leftover = true;
    SecretReader secrets = environment_secrets();
    std::filesystem::path journal_folder = Journal::default_folder();
    std::shared_ptr<Pacer> pacer;  ///< null: the machine's time; else nobody else uses it meanwhile
};

struct ControlRunResult {
    ControlSummary summary;
    std::filesystem::path folder;  ///< of the recording; empty: none
};

/// Connects, makes the policy (searched ones are searched now) and runs the session in this thread until it
/// ends. A model must have been trained with the configuration's kind of observation.
[[nodiscard]] Expected<ControlRunResult> run_control(const ControlRequest& request, ControlDesk& desk,
                                                     StopToken stop);

/// Puts back every replica count that the journals on this disk hold, and that of the configured Deployments'
/// annotation; `tell` gets a line for each. `force`: also counts that somebody else has set since. The first
/// error ends it, after all have been tried.
[[nodiscard]] Expected<int> restore_all(const config::Config& config,
                                        const std::filesystem::path& journal_folder, bool force,
                                        const std::function<void(const std::string&)>& tell, StopToken stop);

/// "ann@host", for audit logs.
[[nodiscard]] std::string present_user();

}  // namespace trimtab::cluster_api
