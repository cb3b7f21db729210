// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace trimtab::cluster {

/// Statistics of one window, usually one step of 30 s (SIMULATOR 5). Live backends give NaN for "no data".
struct WindowMetrics {
    double duration_s = 0;
    double cpu_utilization = 0;     ///< percent, 0..100
    double memory_utilization = 0;  ///< percent, 0..100
    double gpu_utilization = 0;     ///< percent, 0..100
    double latency_p95_ms = 10000;  ///< of responses in the window, failures included as the timeout
    double throughput_rps = 0;      ///< successes a second
    double arrivals_rps = 0;        ///< requests that arrived a second
    double mean_users = 0;          ///< active users, time average; 0 in open loop
    double current_users = 0;       ///< at the window's end
    double users_change = 0;        ///< relative change of users within the window (SIMULATOR 10)
    bool open_loop = false;
    double mean_ready_gpu = 0;
    double mean_ready_cpu = 0;
    int ready_gpu = 0;  ///< at the window's end
    int ready_cpu = 0;
    int desired_gpu = 0;
    int desired_cpu = 0;
    int pending_gpu = 0;  ///< pending and starting
    int pending_cpu = 0;
    double cost_usd = 0;
    double energy_wh = 0;
    std::int64_t successes = 0;  ///< negative: no data
    std::int64_t failures = 0;   ///< negative: no data
    double load_trend = 0;       ///< -1..1 (SIMULATOR 5)
    double load_variance = 0;    ///< 0..1
};

}  // namespace trimtab::cluster
