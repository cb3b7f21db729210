// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/seeded_draw.h"
#include "core/cluster/pool_snapshot.h"

namespace trimtab::cluster {

/// Start-up and readiness of one pool's pods (SIMULATOR 1), times in seconds.
struct StartupLaw {
    double mean_s = 0;
    double cv = 0;
    double probe_delay_s = 0;
    double probe_period_s = 1;

    /// Seconds from creation to Ready at quantile u: the first probe that finds the container up, on whole
    /// seconds.
    [[nodiscard]] int ready_after_s(double u) const;
};

/// The lives of one pool's pods, without their work: desired count, quota, start-up, readiness (SIMULATOR 4).
/// Times are whole seconds of the simulation's clock. Pods that drain have left the set. As Pending pods are
/// removed first, no place within the quota ever frees while one waits, so none is promoted without a new
/// request.
class PodSet {
  public:
    struct Pod {
        int serial = 0;
        PodPhase phase = PodPhase::pending;
        int started_s = 0;  ///< when its start-up began
        int ready_s = 0;    ///< when it becomes, or became, Ready
    };

    static constexpr int no_quota = -1;

    PodSet() = default;
    /// entity: 0 GPU, 1 CPU, of the start-up stream.
    PodSet(StartupLaw law, std::uint64_t entity, int quota) : law_(law), entity_(entity), quota_(quota) {}

    /// Forgets all; `replicas` pods with the first serials are Ready, those beyond the quota Pending.
    void begin(std::uint64_t seed, int replicas, int now_s);

    /// Sets the desired count; pods beyond the quota are Pending. Removes Pending first, then the newest
    /// Starting, then the newest Ready; serials of removed Ready pods are appended to `removed`.
    void scale(int replicas, int now_s, std::vector<int>& removed);

    /// Starting pods whose time has come become Ready; their serials are appended to `became_ready`.
    void make_ready(int now_s, std::vector<int>& became_ready);

    [[nodiscard]] int desired() const { return static_cast<int>(pods_.size()); }
    [[nodiscard]] int ready() const { return ready_; }
    [[nodiscard]] int starting() const { return starting_; }
    [[nodiscard]] int pending() const { return desired() - ready_ - starting_; }
    [[nodiscard]] const std::vector<Pod>& pods() const { return pods_; }  ///< by serial

  private:
    void start(Pod& pod, int now_s);
    void remove_newest(PodPhase phase, std::vector<int>& removed);
    [[nodiscard]] bool quota_left() const { return quota_ == no_quota || ready_ + starting_ < quota_; }

    StartupLaw law_;
    std::uint64_t entity_ = 0;
    std::uint64_t key_ = 0;
    int quota_ = no_quota;
    int next_serial_ = 0;
    int ready_ = 0;
    int starting_ = 0;
    int next_ready_s_ = 0;  ///< no Starting pod becomes Ready before
    std::vector<Pod> pods_;
};

}  // namespace trimtab::cluster
