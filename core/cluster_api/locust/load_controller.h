// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/cluster_api/locust/locust_client.h"
#include "core/load/load_schedule.h"

namespace trimtab::cluster_api {

/// Drives a Locust's users along a schedule. The client must outlive it; one thread.
class LoadController {
  public:
    /// `host` as in SwarmRequest; `spawn_rate` in users a second: how fast a rise may be.
    LoadController(LocustClient& locust, std::string host, double spawn_rate)
        : locust_(locust), host_(std::move(host)), spawn_rate_(spawn_rate) {}

    /// A new episode. `unsupported` for a schedule of arrivals: Locust has users.
    [[nodiscard]] Expected<void> begin(const load::LoadSchedule& schedule);

    /// Makes the users those of second `t_s` (negative: the first value); posts only a change. `unsupported`
    /// where Locust runs a load shape, which ignores the number.
    [[nodiscard]] Expected<void> follow(int t_s, StopToken stop = {});

    /// Makes the users `count` whatever the schedule says.
    [[nodiscard]] Expected<void> set_users(int count, StopToken stop = {});

    /// Stops what this controller started; nothing where it has not.
    [[nodiscard]] Expected<void> finish(StopToken stop = {});

    /// What was accepted last; -1 before.
    [[nodiscard]] int users() const { return users_; }

  private:
    LocustClient& locust_;
    std::string host_;
    double spawn_rate_;
    load::LoadSchedule schedule_;
    int users_ = -1;
};

}  // namespace trimtab::cluster_api
