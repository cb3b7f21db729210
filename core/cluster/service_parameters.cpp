// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster/service_parameters.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace trimtab::cluster {
namespace {

struct Bound {
    const char* name;
    double value;
    double minimum;
    double maximum;
};

Expected<void> check(const config::SimulatorConfig& c) {
    constexpr double day_s = 86400;
    constexpr double longest_think_s = 600;  // arrivals are kept in one bucket for every second ahead
    const Bound bounds[] = {
        {"images_per_request", static_cast<double>(c.images_per_request), 1, 100000},
        {"think_time_min_s", c.think_time_min_s, 0, longest_think_s},
        {"think_time_max_s", c.think_time_max_s, c.think_time_min_s, longest_think_s},
        {"timeout_s", c.timeout_s, 0.001, day_s},
        {"network_s", c.network_s, 0, 60},
        {"cpu_image_s", c.cpu_image_s, 1e-7, day_s},
        {"cpu_servers_per_pod", static_cast<double>(c.cpu_servers_per_pod), 1, 64},
        {"cpu_service_cv", c.cpu_service_cv, 0, 10},
        {"gpu_batch_alpha_s", c.gpu_batch_alpha_s, 0, day_s},
        {"gpu_batch_tau0_s", c.gpu_batch_tau0_s, 0, day_s},
        {"gpu_batch_max_images", static_cast<double>(c.gpu_batch_max_images), 1, 100000},
        {"gpu_service_cv", c.gpu_service_cv, 0, 10},
        {"gpu_startup_mean_s", c.gpu_startup_mean_s, 0, day_s},
        {"gpu_startup_cv", c.gpu_startup_cv, 0, 10},
        {"cpu_startup_mean_s", c.cpu_startup_mean_s, 0, day_s},
        {"cpu_startup_cv", c.cpu_startup_cv, 0, 10},
        {"gpu_probe_delay_s", c.gpu_probe_delay_s, 0, day_s},
        {"gpu_probe_period_s", c.gpu_probe_period_s, 0.001, day_s},
        {"cpu_probe_delay_s", c.cpu_probe_delay_s, 0, day_s},
        {"cpu_probe_period_s", c.cpu_probe_period_s, 0.001, day_s},
        {"gpu_quota", static_cast<double>(c.gpu_quota), 0, 100000},
        {"preferred_share", c.preferred_share, 0, 1},
        {"spill_wait_s", c.spill_wait_s, 0, day_s},
        {"spawn_rate", c.spawn_rate, 1, 1e6},
        {"pod_memory_request_mib", c.pod_memory_request_mib, 1, 1e9},
        {"scrape_interval_s", c.scrape_interval_s, 0, 600},
        {"scrape_lag_s", c.scrape_lag_s, 0, 600},
    };
    for (const Bound& b : bounds)
        if (!(b.value >= b.minimum && b.value <= b.maximum))
            return fail(ErrorCode::invalid_argument, std::string("simulator.") + b.name + " is " +
                                                         std::to_string(b.value) + "; set it between " +
                                                         std::to_string(b.minimum) + " and " +
                                                         std::to_string(b.maximum) + ".");
    if (c.gpu_batch_alpha_s + c.gpu_batch_tau0_s <= 0)
        return fail(
            ErrorCode::invalid_argument,
            "simulator.gpu_batch_alpha_s and gpu_batch_tau0_s are both 0; a batch must take some time.");
    return {};
}

}  // namespace

Expected<ServiceParameters> make_service_parameters(const config::SimulatorConfig& c,
                                                    ServiceDistribution distribution) {
    if (auto checked = check(c); !checked) return Unexpected<Error>(checked.error());
    constexpr double ticks = static_cast<double>(ticks_per_second);

    ServiceParameters p;
    PoolService& gpu = p.pools[0];
    gpu.batch_max = static_cast<std::uint32_t>(std::max(1, c.gpu_batch_max_images / c.images_per_request));
    gpu.batch_base_ticks = c.gpu_batch_tau0_s * ticks;
    gpu.batch_request_ticks = c.gpu_batch_alpha_s * c.images_per_request * ticks;
    gpu.capacity_per_pod_rps =
        gpu.batch_max / (c.gpu_batch_tau0_s + c.gpu_batch_alpha_s * c.images_per_request * gpu.batch_max);
    gpu.factor = std::make_shared<const QuantileTable>(distribution, c.gpu_service_cv);

    PoolService& cpu = p.pools[1];
    cpu.servers_per_pod = c.cpu_servers_per_pod;
    cpu.batch_request_ticks = c.cpu_image_s * c.images_per_request * ticks;
    cpu.capacity_per_pod_rps = c.cpu_servers_per_pod / (c.cpu_image_s * c.images_per_request);
    // One table for both pools where they agree: half the cache footprint of the hot loop.
    cpu.factor = c.cpu_service_cv == c.gpu_service_cv
                     ? gpu.factor
                     : std::make_shared<const QuantileTable>(distribution, c.cpu_service_cv);

    p.network = to_ticks(c.network_s);
    p.timeout = to_ticks(c.timeout_s);
    p.think_min = to_ticks(c.think_time_min_s);
    p.think_range = to_ticks(c.think_time_max_s) - p.think_min;
    p.preferred_share = c.preferred_share;
    p.spill_wait_s = c.spill_wait_s;
    p.spawn_rate = static_cast<int>(c.spawn_rate);
    return p;
}

}  // namespace trimtab::cluster
