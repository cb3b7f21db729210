// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

#include "core/cluster/simulation_time.h"

namespace trimtab::cluster {

/// Sums since the start of an episode; a window's are the difference of two. All integers, so differences are
/// exact.
struct WindowTotals {
    std::array<std::int64_t, 2> busy_ticks{};  ///< server time in min(busy, ready servers), by Pool
    std::array<std::int64_t, 2> ready_server_ticks{};
    std::array<std::int64_t, 2> ready_pod_s{};
    std::array<std::int64_t, 2> billed_pod_s{};  ///< Starting or Ready
    std::int64_t user_ticks = 0;
    std::int64_t latency_ticks = 0;
    std::int64_t arrivals = 0;
    std::int64_t successes = 0;
    std::int64_t responses = 0;  ///< successes and failures

    friend WindowTotals operator-(const WindowTotals& a, const WindowTotals& b) {
        WindowTotals d;
        for (std::size_t p = 0; p < 2; ++p) {
            d.busy_ticks[p] = a.busy_ticks[p] - b.busy_ticks[p];
            d.ready_server_ticks[p] = a.ready_server_ticks[p] - b.ready_server_ticks[p];
            d.ready_pod_s[p] = a.ready_pod_s[p] - b.ready_pod_s[p];
            d.billed_pod_s[p] = a.billed_pod_s[p] - b.billed_pod_s[p];
        }
        d.user_ticks = a.user_ticks - b.user_ticks;
        d.latency_ticks = a.latency_ticks - b.latency_ticks;
        d.arrivals = a.arrivals - b.arrivals;
        d.successes = a.successes - b.successes;
        d.responses = a.responses - b.responses;
        return d;
    }
};

}  // namespace trimtab::cluster
