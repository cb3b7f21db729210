// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "core/cluster_api/live/audit_log.h"
#include "core/cluster_api/live/control_session.h"
#include "core/environment/kubernetes_environment.h"
#include "core/results/live_recorder.h"

namespace trimtab::cluster_api {

/// What a session leaves in its run folder: configuration, manifest, a row a step (with its reward where
/// there are baselines), start-up times of pods, and the audit log. Without a folder nothing is kept and
/// everything succeeds. One thread.
class SessionRecords {
  public:
    [[nodiscard]] Expected<void> open(const ControlOptions& options);
    /// Null without a folder.
    [[nodiscard]] AuditLog* audit() { return audit_.get(); }

    /// Where in the session something happened.
    struct Place {
        std::int64_t step = 0;
        std::int64_t episode = 0;
        double wall_s = 0;  ///< since the session began
    };
    [[nodiscard]] Expected<void> step(const Place& place,
                                      const environment::KubernetesEnvironment& environment);
    /// Between steps, several times a second: the heartbeat, and how long pods took to be ready, as far as
    /// this session has seen them start. Errors wait for the next step().
    void keep_up(const Place& place, const std::vector<PodView>& pods);
    /// What keep_up() could not write; nothing: all was written.
    [[nodiscard]] const std::optional<Error>& error() const { return error_; }

    [[nodiscard]] Expected<void> close(const Expected<void>& outcome, const ControlSummary& summary);

  private:
    std::unique_ptr<results::LiveRecorder> recorder_;
    std::unique_ptr<AuditLog> audit_;
    bool with_rewards_ = false;
    bool drives_load_ = false;        ///< else nobody knows a pattern of the load
    std::set<std::string> starting_;  ///< names of pods
    std::optional<Error> error_;
};

}  // namespace trimtab::cluster_api
