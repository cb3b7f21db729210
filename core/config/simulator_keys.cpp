// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/section_builder.h"

namespace trimtab::config {
namespace {

using S = SimulatorConfig;
constexpr double instant = 1e-6;  // the shortest duration that is not none, s

void add_request_keys(SectionBuilder<S>& section) {
    section.integer("images_per_request", &S::images_per_request, "images", 1, 1000,
                    "Images that a user posts at once.");
    section.number("think_time_min_s", &S::think_time_min_s, "s", 0, 3600,
                   "Shortest pause of a user between requests.");
    section.number("think_time_max_s", &S::think_time_max_s, "s", instant, 3600,
                   "Longest pause of a user between requests.");
    section.number("timeout_s", &S::timeout_s, "s", 0.1, 3600,
                   "A client gives up after this; it counts as a failure with this latency.");
    section.number("network_s", &S::network_s, "s", 0, 60, "Added to every response.");
    section.number("cpu_image_s", &S::cpu_image_s, "s", instant, 600, "CPU time of one image.");
    section.integer("cpu_servers_per_pod", &S::cpu_servers_per_pod, "", 1, 1000,
                    "Requests that a CPU pod works on at once.");
    section.number("cpu_service_cv", &S::cpu_service_cv, "", 0, 5,
                   "Coefficient of variation of a CPU request's time.");
    section.number("gpu_batch_alpha_s", &S::gpu_batch_alpha_s, "s", 0, 600,
                   "GPU time that each image adds to a batch.");
    section.number("gpu_batch_tau0_s", &S::gpu_batch_tau0_s, "s", instant, 600,
                   "GPU time of a batch of no images.");
    section.integer("gpu_batch_max_images", &S::gpu_batch_max_images, "images", 1, 100000,
                    "Largest batch of a GPU pod.");
    section.number("gpu_service_cv", &S::gpu_service_cv, "", 0, 5,
                   "Coefficient of variation of a GPU batch's time.");
}

void add_pod_keys(SectionBuilder<S>& section) {
    section.number("gpu_startup_mean_s", &S::gpu_startup_mean_s, "s", 0, 86400,
                   "Mean time until a GPU pod's container is up.");
    section.number("gpu_startup_cv", &S::gpu_startup_cv, "", 0, 5, "Coefficient of variation of that time.");
    section.number("cpu_startup_mean_s", &S::cpu_startup_mean_s, "s", 0, 86400,
                   "Mean time until a CPU pod's container is up.");
    section.number("cpu_startup_cv", &S::cpu_startup_cv, "", 0, 5, "Coefficient of variation of that time.");
    section.number("gpu_probe_delay_s", &S::gpu_probe_delay_s, "s", 0, 3600,
                   "A GPU pod's first readiness probe.");
    section.number("gpu_probe_period_s", &S::gpu_probe_period_s, "s", 0.1, 3600,
                   "Time between a GPU pod's probes.");
    section.number("cpu_probe_delay_s", &S::cpu_probe_delay_s, "s", 0, 3600,
                   "A CPU pod's first readiness probe.");
    section.number("cpu_probe_period_s", &S::cpu_probe_period_s, "s", 0.1, 3600,
                   "Time between a CPU pod's probes.");
    section.integer("gpu_quota", &S::gpu_quota, "pods", 0, 1000, "GPU pods beyond it stay Pending.");
    section.number("preferred_share", &S::preferred_share, "", 0, 1,
                   "Share of arrivals sent to the preferred pool.");
    section.number("spill_wait_s", &S::spill_wait_s, "s", 0, 3600,
                   "Estimated wait above which a request may go to the other pool.");
    section.number("spawn_rate", &S::spawn_rate, "users/s", 0.001, 1e6,
                   "How fast users come when the target rises.");
}

void add_price_keys(SectionBuilder<S>& section) {
    section.number("gpu_price_per_hour", &S::gpu_price_per_hour, "USD/h", instant, 10000,
                   "Price of a GPU pod.");
    section.number("cpu_price_per_hour", &S::cpu_price_per_hour, "USD/h", instant, 10000,
                   "Price of a CPU pod.");
    section.number("gpu_power_idle_w", &S::gpu_power_idle_w, "W", 0, 100000, "Power of an idle GPU.");
    section.number("gpu_power_full_w", &S::gpu_power_full_w, "W", 0, 100000, "Power of a busy GPU.");
    section.number("vcpu_power_idle_w", &S::vcpu_power_idle_w, "W", 0, 10000, "Power of an idle vCPU.");
    section.number("vcpu_power_full_w", &S::vcpu_power_full_w, "W", 0, 10000, "Power of a busy vCPU.");
    section.integer("vcpus_per_pod", &S::vcpus_per_pod, "", 1, 1024,
                    "vCPUs of a CPU pod and of a GPU pod's host.");
    section.number("gpu_pod_memory_mib", &S::gpu_pod_memory_mib, "MiB", 0, 1e7, "Memory of an idle GPU pod.");
    section.number("cpu_pod_memory_mib", &S::cpu_pod_memory_mib, "MiB", 0, 1e7, "Memory of an idle CPU pod.");
    section.number("pod_memory_request_mib", &S::pod_memory_request_mib, "MiB", 1, 1e7,
                   "Memory that a pod requests.");
    section.number("request_memory_mib", &S::request_memory_mib, "MiB", 0, 1e6,
                   "Memory of a request in the system.");
    section.number("scrape_interval_s", &S::scrape_interval_s, "s", 0, 3600,
                   "Time between scrapes of the metrics; 0: the window's own statistics.");
    section.number("scrape_lag_s", &S::scrape_lag_s, "s", 0, 3600, "Age of a scrape when it can be read.");
}

}  // namespace

void add_simulator_keys(std::vector<ConfigKey>& rows) {
    const std::size_t first = rows.size();
    SectionBuilder<S> section(rows, "simulator", &Config::simulator);
    add_request_keys(section);
    add_pod_keys(section);
    add_price_keys(section);
    for (std::size_t i = first; i < rows.size(); ++i) rows[i].advanced = true;
    rows[first].advanced = false;  // images_per_request tells the profiles apart
}

}  // namespace trimtab::config
