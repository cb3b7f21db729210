// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/locust/load_controller.h"

#include <cmath>

namespace trimtab::cluster_api {

Expected<void> LoadController::begin(const load::LoadSchedule& schedule) {
    if (schedule.kind != load::LoadKind::closed)
        return fail(
            ErrorCode::unsupported,
            "Locust drives users, and this load is given in arrivals a second. Choose a pattern of users.");
    if (schedule.values.empty()) return fail(ErrorCode::invalid_argument, "The load has no values.");
    schedule_ = schedule;
    return {};
}

Expected<void> LoadController::follow(int t_s, StopToken stop) {
    if (schedule_.values.empty()) return fail(ErrorCode::internal, "follow() was called before begin().");
    const int wanted = static_cast<int>(std::lround(schedule_.at(t_s)));
    return wanted == users_ ? Expected<void>() : set_users(wanted, stop);
}

Expected<void> LoadController::set_users(int count, StopToken stop) {
    const auto answer = locust_.swarm({count, spawn_rate_, host_, {}}, stop);
    if (!answer) return Unexpected(answer.error());
    users_ = count;
    if (answer->shape)
        return fail(ErrorCode::unsupported,
                    "Locust was started with a load shape, which ignores the number of users. Start it "
                    "without one, or "
                    "leave the load to Locust.");
    return {};
}

Expected<void> LoadController::finish(StopToken stop) {
    if (users_ < 0) return {};
    auto stopped = locust_.stop(stop);
    if (stopped) users_ = -1;
    return stopped;
}

}  // namespace trimtab::cluster_api
