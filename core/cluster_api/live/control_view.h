// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/cluster/allocation.h"
#include "core/cluster/window_metrics.h"
#include "core/config/cluster_config.h"

namespace trimtab::cluster_api {

// What a control session tells its observers: immutable values, no Qt, any thread.

enum class ConnectionState { unused, connecting, connected, failed };

/// One service that a session talks to.
struct ConnectionView {
    std::string name;     ///< "Kubernetes", "Prometheus", "Locust"
    std::string address;  ///< without user, password and query
    ConnectionState state = ConnectionState::unused;
    std::string text;          ///< the last error and what to do, or the version
    bool verifies_tls = true;  ///< false: show a warning
};

/// One pool's Deployment as its status says; -1: not known yet.
struct DeploymentView {
    std::string name;
    int desired = -1;
    int ready = -1;
    int pending = -1;     ///< desired and not ready
    int original = -1;    ///< what a restore sets
    std::string trouble;  ///< quota, unschedulable, crash loop ... in words; empty: none
};

/// One pod of the two Deployments.
struct PodView {
    std::string name;
    cluster::Pool pool = cluster::Pool::gpu;
    std::string phase;   ///< Pending, Starting, Ready, Terminating, Failed
    std::string reason;  ///< Unschedulable, ImagePullBackOff ... or empty
    std::string node;
    double age_s = 0;
    int restarts = 0;
};

/// Where a session stands. Ends as stopped or failed, always by way of restoring once it has written
/// anything.
enum class ControlPhase { connecting, running, paused, restoring, stopped, failed };

/// A change that waits for a person (mode confirm).
struct ConfirmRequest {
    std::int64_t id = 0;
    cluster::Allocation current;
    cluster::Allocation wanted;
    std::string reason;       ///< the policy's, with the shield's words
    double seconds_left = 0;  ///< then it is not made
};

/// The whole state, once a second and after every change.
struct ClusterView {
    ControlPhase phase = ControlPhase::connecting;
    config::ControlMode mode = config::ControlMode::observe;
    std::string policy;
    std::string paused_because;   ///< a foreign change, a lost lease ...; empty: not paused
    std::string control_refused;  ///< why only observing is allowed; empty: control is allowed
    std::vector<ConnectionView> connections;
    std::array<DeploymentView, 2> deployments;  ///< by cluster::Pool
    std::vector<PodView> pods;
    cluster::WindowMetrics metrics;    ///< NaN: no data
    std::vector<std::string> missing;  ///< names of the numbers without data
    std::int64_t step = 0;             ///< steps done
    std::int64_t observations = 0;     ///< one at the beginning and one a step; 0: `metrics` is empty
    double time_s = 0;                 ///< since the session began
    double next_decision_s = 0;
    std::int64_t missing_samples = 0;  ///< numbers that were asked for and had no data, so far
    std::int64_t held_decisions = 0;   ///< for want of data, so far
    std::int64_t writes = 0;           ///< changes of replicas or placement so far
    std::optional<ConfirmRequest> confirm;
    std::string lease;      ///< who holds it, in words
    std::string recording;  ///< run folder; empty: none
};

/// What became of a decision.
enum class DecisionOutcome {
    kept,      ///< the policy wanted no change
    executed,  ///< written
    shadowed,  ///< mode shadow or observe: logged only
    held,      ///< the shield allowed nothing of it
    declined,  ///< a person said no, or nobody answered in time
    failed,    ///< the write was refused; `error` says why
    restored,  ///< the original replicas were written back
    noted,     ///< no decision: what the session met, `why` says it; in the audit log only
    ordered    ///< about to be written: precedes `executed`, `restored` or `failed`, in the audit log only
};
[[nodiscard]] std::string outcome_name(DecisionOutcome outcome);
[[nodiscard]] std::string mode_name(config::ControlMode mode);
[[nodiscard]] std::string phase_name(ControlPhase phase);
/// confirm and auto: something may be written.
[[nodiscard]] bool acts(config::ControlMode mode);
/// Seconds since 1970 of this machine's clock.
[[nodiscard]] double utc_now_s();

/// One line of the decision log and of the audit log.
struct DecisionEntry {
    double utc_s = 0;  ///< since 1970
    std::int64_t step = 0;
    config::ControlMode mode = config::ControlMode::observe;
    std::string who;                 ///< the policy, "manual", "restore", with the user of this program
    std::vector<float> observation;  ///< raw, in the order of the observation; NaN: no data
    cluster::Allocation before;
    cluster::Allocation proposed;
    cluster::Allocation executed;
    DecisionOutcome outcome = DecisionOutcome::kept;
    std::string why;     ///< the policy's reason
    std::string shield;  ///< what the shield changed and why; empty: nothing
    std::string error;
};

enum class NoticeLevel { info, warning, error };

/// Something worth a line in the log: a connection lost, control paused, a mode switched.
struct ControlNotice {
    double utc_s = 0;
    NoticeLevel level = NoticeLevel::info;
    std::string text;
};

using ControlEvent = std::variant<std::shared_ptr<const ClusterView>, DecisionEntry, ControlNotice>;

}  // namespace trimtab::cluster_api
