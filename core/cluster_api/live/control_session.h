// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "core/agent/policy.h"
#include "core/cluster_api/live/control_desk.h"
#include "core/cluster_api/live/journal.h"
#include "core/cluster_api/live/live_cluster.h"

namespace trimtab::cluster_api {

/// What a session is made of; everything must outlive it.
struct ControlParts {
    Workload& workload;
    ObservationSource& source;
    Pacer& pacer;
    agent::Policy* policy = nullptr;  ///< null: observes only
    ControlDesk& desk;
};

struct ControlOptions {
    config::Config config;
    /// What rewards are relative to; nothing: none are recorded.
    std::optional<environment::BaselineSet> baselines;
    std::filesystem::path journal_folder = Journal::default_folder();
    std::filesystem::path recording;  ///< run folder to write to, made by the caller; empty: no recording
    std::string command_line;
    std::string user;                   ///< who started it, for the audit log
    std::int64_t max_steps = 0;         ///< 0: until it is stopped
    std::int64_t max_observations = 0;  ///< likewise; the first one precedes the first step
    /// Writes the replicas of a journal back first that a dead session left; false where nothing may be
    /// written.
    bool restore_leftover = true;
};

struct ControlSummary {
    std::int64_t steps = 0;
    std::int64_t writes = 0;  ///< without those of the restore
    std::int64_t held_decisions = 0;
    std::int64_t missing_samples = 0;
    bool restored = false;   ///< the replicas were changed and have been put back
    std::string left_alone;  ///< what was not restored and why; empty: nothing
};

/// One session on a live cluster: observes, lets a policy decide, and carries out what mode, shield, journal
/// and Lease allow (DESIGN 6.5 to 6.7). Ends by a stop, StopAndRestore, max_steps or an error, and in every
/// case puts back the replicas that were there before its first write. One thread, which it blocks; see
/// ControlDesk for how other threads see and steer it.
class ControlSession {
  public:
    ControlSession(const ControlOptions& options, const ControlParts& parts);
    ~ControlSession();

    /// `unavailable` or `permission_denied` where a service cannot be reached; `conflict` where mode confirm
    /// or auto was asked for and control is refused.
    [[nodiscard]] Expected<ControlSummary> run(StopToken stop);

  private:
    class State;
    std::unique_ptr<State> state_;
};

}  // namespace trimtab::cluster_api
