// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/live/pacer.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "core/cluster_api/http/event_wait.h"

namespace trimtab::cluster_api {

double RealPacer::now_s() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

Expected<void> RealPacer::wait(double seconds, StopToken stop, const std::function<void()>& idle) {
    const double end_s = now_s() + seconds;
    for (;;) {
        if (stop.stop_requested())
            return fail(ErrorCode::cancelled, "Stopped while the cluster was observed.");
        if (idle) idle();
        const double left_s = end_s - now_s();
        if (left_s <= 0) return {};
        wait_until([] { return false; }, stop,
                   static_cast<std::int64_t>(std::ceil(1000 * std::min(0.1, left_s))));
    }
}

}  // namespace trimtab::cluster_api
