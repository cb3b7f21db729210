// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "core/cluster_api/live/audit_log.h"
#include "core/cluster_api/live/live_cluster.h"
#include "core/cluster_api/live/replica_writer.h"
#include "core/environment/shield.h"

namespace trimtab::cluster_api {

/// What a proposal comes with.
struct Proposal {
    cluster::Allocation wanted;
    std::string who;
    std::string why;
    std::int64_t step = 0;
    std::vector<float> observation;
    std::optional<cluster::Allocation> fallback;  ///< what the HPA rule would set
    bool manual = false;                          ///< a person's own: needs no confirmation
};

/// Between a proposal and the cluster: the shield, then what the mode allows, then the audit log and the
/// writer. One thread.
class ControlGate {
  public:
    /// Asks a person and waits; true: yes. Only in mode confirm.
    using Confirm = std::function<Expected<bool>(const ConfirmRequest&)>;
    using Logged = std::function<void(const DecisionEntry&)>;

    ControlGate(const config::Config& config, LiveCluster& live, ReplicaWriter& writer, Pacer& pacer);

    void set_audit(AuditLog* audit) { audit_ = audit; }
    void set_confirm(Confirm confirm) { confirm_ = std::move(confirm); }
    void set_logged(Logged logged) { logged_ = std::move(logged); }
    void set_mode(config::ControlMode mode) { mode_ = mode; }
    [[nodiscard]] config::ControlMode mode() const { return mode_; }
    /// Not empty: everything is held, for this reason.
    void set_paused(std::string because) { paused_because_ = std::move(because); }

    /// Decides and carries out. A write that the server refuses is logged and counted, not an error; errors
    /// are a full disk for the audit log, and `cancelled`.
    [[nodiscard]] Expected<DecisionEntry> decide(const Proposal& proposal, StopToken stop);

    /// A restore's line in the audit log.
    [[nodiscard]] Expected<void> log_restore(const RestoreReport& report, const std::string& who,
                                             const std::string& why, std::int64_t step);

    /// What the session met, for the audit log alone: a pause, a Lease that is waited for.
    [[nodiscard]] Expected<void> log_remark(const std::string& who, const std::string& text,
                                            std::int64_t step);

    [[nodiscard]] std::int64_t held_decisions() const { return held_; }

  private:
    /// Now, and nothing changes.
    [[nodiscard]] DecisionEntry entry_of(const std::string& who, const std::string& why, std::int64_t step,
                                         DecisionOutcome outcome) const;
    [[nodiscard]] Expected<DecisionEntry> finish(DecisionEntry entry, bool durable);
    [[nodiscard]] Expected<DecisionEntry> carry_out(DecisionEntry entry, const cluster::Allocation& allowed,
                                                    StopToken stop);

    LiveCluster& live_;
    ReplicaWriter& writer_;
    Pacer& pacer_;
    environment::Shield shield_;
    AuditLog* audit_ = nullptr;
    Confirm confirm_;
    Logged logged_;
    config::ControlMode mode_;
    double confirm_timeout_s_;
    std::string paused_because_;
    std::int64_t held_ = 0;
    std::int64_t next_confirm_ = 1;
};

}  // namespace trimtab::cluster_api
