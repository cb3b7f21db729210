// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace trimtab::config {

/// Section `simulator`: the parameters of SIMULATOR 1, with its names, defaults and sources.
struct SimulatorConfig {
    int images_per_request = 5;
    double think_time_min_s = 1;
    double think_time_max_s = 2;
    double timeout_s = 10;
    double network_s = 0.007;
    double cpu_image_s = 0.0745;
    int cpu_servers_per_pod = 1;
    double cpu_service_cv = 0.10;
    double gpu_batch_alpha_s = 0.012;
    double gpu_batch_tau0_s = 0.058;
    int gpu_batch_max_images = 10;
    double gpu_service_cv = 0.10;
    double gpu_startup_mean_s = 25;
    double gpu_startup_cv = 0.3;
    double cpu_startup_mean_s = 9;
    double cpu_startup_cv = 0.3;
    double gpu_probe_delay_s = 10;
    double gpu_probe_period_s = 10;
    double cpu_probe_delay_s = 5;
    double cpu_probe_period_s = 5;
    int gpu_quota = 10;
    double preferred_share = 1.0;
    double spill_wait_s = 0.20;
    double spawn_rate = 20;  ///< users/s when the target rises
    double gpu_price_per_hour = 0.526;
    double cpu_price_per_hour = 0.17;
    double gpu_power_idle_w = 10;
    double gpu_power_full_w = 70;
    double vcpu_power_idle_w = 0.74;
    double vcpu_power_full_w = 3.5;
    int vcpus_per_pod = 4;  ///< of a CPU pod, and of a GPU pod's host
    double gpu_pod_memory_mib = 972;
    double cpu_pod_memory_mib = 540;
    double pod_memory_request_mib = 4096;
    double request_memory_mib = 6;
    double scrape_interval_s = 0;  ///< 0: the window's own statistics
    double scrape_lag_s = 0;
};

}  // namespace trimtab::config
