// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster/window_statistics.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace trimtab::cluster {
namespace {

constexpr double ticks = static_cast<double>(ticks_per_second);

double percent(std::int64_t part, std::int64_t whole) {
    return whole > 0 ? 100.0 * static_cast<double>(part) / static_cast<double>(whole) : 0.0;
}

/// ceil(q n), at least 1. The slack keeps ceil(0.95 * 20) at 19 although 0.95 has no exact binary form.
std::size_t quantile_rank(std::size_t n, double q) {
    return static_cast<std::size_t>(std::max(1.0, std::ceil(q * static_cast<double>(n) - 1e-6)));
}

}  // namespace

double order_quantile(std::span<float> values, double q, double empty) {
    if (values.empty()) return empty;
    const auto nth = values.begin() + static_cast<std::ptrdiff_t>(quantile_rank(values.size(), q) - 1);
    std::nth_element(values.begin(), nth, values.end());
    return static_cast<double>(*nth);
}

double order_quantile(std::span<const float> values, double q, std::vector<float>& scratch) {
    // A high quantile needs only the values above a bound that a small sample suggests; the copy of those is
    // short.
    constexpr std::size_t sample_size = 32;
    scratch.resize(values.size());
    if (values.size() >= 4 * sample_size && q >= 0.9) {
        std::array<float, sample_size> sample{};
        for (std::size_t i = 0; i < sample_size; ++i) sample[i] = values[i * values.size() / sample_size];
        const auto suggested = sample.end() - 5;
        std::nth_element(sample.begin(), suggested, sample.end());
        const float bound = *suggested;
        std::size_t kept = 0;
        for (const float value : values) {
            scratch[kept] = value;
            kept += value >= bound ? 1 : 0;
        }
        const std::size_t rank = quantile_rank(values.size(), q);
        const std::size_t below = values.size() - kept;
        if (rank > below) {
            const auto nth = scratch.begin() + static_cast<std::ptrdiff_t>(rank - below - 1);
            std::nth_element(scratch.begin(), nth, scratch.begin() + static_cast<std::ptrdiff_t>(kept));
            return static_cast<double>(*nth);
        }
    }
    std::copy(values.begin(), values.end(), scratch.begin());
    return order_quantile(std::span<float>(scratch), q);
}

void measure(WindowMetrics& m, const config::SimulatorConfig& config, const WindowTotals& window,
             double duration_s, std::array<int, 2> pods) {
    m.gpu_utilization = percent(window.busy_ticks[0], window.ready_server_ticks[0]);
    m.cpu_utilization = percent(window.busy_ticks[1], window.ready_server_ticks[1]);
    if (duration_s <= 0) return;
    m.throughput_rps = static_cast<double>(window.successes) / duration_s;
    m.arrivals_rps = static_cast<double>(window.arrivals) / duration_s;
    const double in_system = static_cast<double>(window.latency_ticks) / ticks / duration_s;
    const double used_mib = pods[0] * config.gpu_pod_memory_mib + pods[1] * config.cpu_pod_memory_mib +
                            config.request_memory_mib * in_system;
    const double requested_mib = config.pod_memory_request_mib * (pods[0] + pods[1]);
    m.memory_utilization = requested_mib > 0 ? std::min(100.0, 100.0 * used_mib / requested_mib) : 0.0;
}

double cost_usd(const config::SimulatorConfig& config, const WindowTotals& window) {
    return (static_cast<double>(window.billed_pod_s[0]) * config.gpu_price_per_hour +
            static_cast<double>(window.billed_pod_s[1]) * config.cpu_price_per_hour) /
           3600.0;
}

double energy_wh(const config::SimulatorConfig& config, const WindowTotals& window) {
    const double host_idle_w = config.vcpus_per_pod * config.vcpu_power_idle_w;
    const double host_full_w = config.vcpus_per_pod * config.vcpu_power_full_w;
    const std::array<double, 2> idle_w{config.gpu_power_idle_w + host_idle_w, host_idle_w};
    const std::array<double, 2> full_w{config.gpu_power_full_w + host_full_w, host_full_w};
    const std::array<double, 2> servers{1.0, static_cast<double>(config.cpu_servers_per_pod)};
    double joules = 0;
    for (std::size_t p = 0; p < 2; ++p) {
        const double busy_pod_s = static_cast<double>(window.busy_ticks[p]) / ticks / servers[p];
        joules +=
            static_cast<double>(window.billed_pod_s[p]) * idle_w[p] + busy_pod_s * (full_w[p] - idle_w[p]);
    }
    return joules / 3600.0;
}

LoadShape load_shape(std::span<const double> buckets) {
    const std::size_t n = buckets.size();
    if (n < 3) return {};
    double sum = 0;
    double squares = 0;
    for (const double x : buckets) {
        sum += x;
        squares += x * x;
    }
    const double mean = sum / static_cast<double>(n);
    const double deviation = std::sqrt(std::max(0.0, squares / static_cast<double>(n) - mean * mean));
    const double older = buckets[n - 3];
    return {std::clamp((buckets[n - 1] - older) / std::max(older, 1.0), -1.0, 1.0),
            std::clamp(deviation / std::max(mean, 1.0), 0.0, 1.0)};
}

}  // namespace trimtab::cluster
