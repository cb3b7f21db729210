// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <vector>

#include "core/base/expected.h"
#include "core/base/run_control.h"
#include "core/cluster_api/live/control_view.h"

namespace trimtab::cluster_api {

/// What is known of one Deployment now.
struct PoolStatus {
    int desired = -1;     ///< -1: not known
    int ready = -1;       ///< likewise, also while the controller has not seen the last change
    std::string trouble;  ///< why pods are missing, in words; empty: none
    std::string journal;  ///< value of the journal annotation; empty: none

    /// Desired and not ready; -1: not known.
    [[nodiscard]] int pending() const { return desired < 0 || ready < 0 ? -1 : std::max(0, desired - ready); }
};

struct WorkloadStatus {
    std::array<PoolStatus, 2> pools;  ///< by cluster::Pool
    std::vector<PodView> pods;

    [[nodiscard]] bool known() const { return pools[0].desired >= 0 && pools[1].desired >= 0; }
};

/// The port to the two Deployments that a session observes and scales, and to what guards them. Every
/// function belongs to the session's thread; those with a StopToken wait, handle events meanwhile, and end
/// within their own deadlines. Implemented over the Kubernetes API, and in memory for tests.
class Workload {
  public:
    virtual ~Workload() = default;

    [[nodiscard]] virtual ConnectionView connection() const = 0;
    [[nodiscard]] virtual std::string cluster() const = 0;  ///< address of the API server
    [[nodiscard]] virtual std::string context() const = 0;
    [[nodiscard]] virtual std::string holder()
        const = 0;  ///< who this session is, in the Lease and the journal

    /// Connects, reads both Deployments and keeps status() up to date from then on (watches).
    [[nodiscard]] virtual Expected<void> connect(StopToken stop) = 0;
    /// As of the last event; our own writes count from the moment they were accepted.
    [[nodiscard]] virtual WorkloadStatus status() const = 0;
    /// Asks the server.
    [[nodiscard]] virtual Expected<WorkloadStatus> read(StopToken stop) = 0;

    /// Whether anything else scales the Deployments: `conflict` names it, `permission_denied` says what
    /// cannot be known. Success: control may begin.
    [[nodiscard]] virtual Expected<void> check_ownership(StopToken stop) = 0;

    /// Told while acquire_lease() waits: who holds the Lease, and for how long it waits at most.
    virtual void set_waiting(std::function<void(const std::string& text)> waiting) = 0;
    /// `conflict` names who holds it. Renewed until release_lease().
    [[nodiscard]] virtual Expected<void> acquire_lease(StopToken stop) = 0;
    virtual void release_lease(StopToken stop) = 0;
    [[nodiscard]] virtual bool holds_lease() const = 0;
    /// Who holds it, or why this session holds it no more.
    [[nodiscard]] virtual std::string lease_text() const = 0;

    /// Asks the server whether it would accept this (dry run); changes nothing.
    [[nodiscard]] virtual Expected<void> preflight(cluster::Pool pool, int replicas, StopToken stop) = 0;
    /// Writes through `scale` after a preflight. `conflict` where the present count is not `expected` any
    /// more.
    [[nodiscard]] virtual Expected<void> scale(cluster::Pool pool, int expected, int replicas,
                                               StopToken stop) = 0;

    /// Sets this session's journal annotation on both Deployments. `conflict` where one of another session
    /// stands there: it knows the true original counts.
    [[nodiscard]] virtual Expected<void> annotate(const std::string& journal, StopToken stop) = 0;
    /// Removes the journal annotation of that holder from both; anybody else's stays.
    [[nodiscard]] virtual Expected<void> remove_annotation(const std::string& holder, StopToken stop) = 0;

    /// The placement object's present value as JSON, for the journal; empty where placement is none.
    [[nodiscard]] virtual Expected<std::string> read_placement(StopToken stop) = 0;
    [[nodiscard]] virtual Expected<void> place(cluster::Placement placement, StopToken stop) = 0;
    /// Puts back what read_placement() said.
    [[nodiscard]] virtual Expected<void> restore_placement(const std::string& original, StopToken stop) = 0;
};

}  // namespace trimtab::cluster_api
