// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>
#include <string>
#include <vector>

#include "core/base/expected.h"
#include "core/base/run_control.h"
#include "core/cluster_api/live/control_view.h"

namespace trimtab::cluster_api {

inline constexpr double no_data = std::numeric_limits<double>::quiet_NaN();

/// The traffic at one instant. NaN: no data, because it is missing, not a number, or too old.
struct TrafficSample {
    double latency_p95_ms = no_data;
    double throughput_rps = no_data;  ///< successes
    double failures_rps = no_data;
    double users = no_data;
};

/// The pods' use at one instant, percent.
struct UsageSample {
    double cpu_utilization = no_data;
    double memory_utilization = no_data;
    double gpu_utilization = no_data;
};

/// The port to what measures, and to the load generator. A failed request is a sample without data and a
/// connection that says why, never an error: only `cancelled` and a load that cannot be driven are errors.
/// Belongs to the session's thread.
class ObservationSource {
  public:
    virtual ~ObservationSource() = default;

    [[nodiscard]] virtual std::vector<ConnectionView> connections() const = 0;
    /// First contact; an error where a service that is needed does not answer at all.
    [[nodiscard]] virtual Expected<void> connect(StopToken stop) = 0;
    [[nodiscard]] virtual TrafficSample traffic(StopToken stop) = 0;
    [[nodiscard]] virtual UsageSample usage(StopToken stop) = 0;

    /// Makes the load generator run so many users, rising by `spawn_rate` a second.
    [[nodiscard]] virtual Expected<void> set_users(int users, double spawn_rate, StopToken stop) = 0;
    [[nodiscard]] virtual Expected<void> stop_load(StopToken stop) = 0;
};

}  // namespace trimtab::cluster_api
