// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/environment/kisim_reward.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace trimtab::environment {
namespace {

bool gpu_pattern(const std::string& pattern) { return pattern == "random" || pattern == "spike"; }

double gpu_share(const KisimInput& input) {
    const int pods = input.replicas_gpu + input.replicas_cpu;
    return pods > 0 ? static_cast<double>(input.replicas_gpu) / pods : 0;
}

// 0.1 x its weight 0.1 is the original's 0.01.
double steady_bonus(int step) { return step >= 2 ? 0.1 : 0; }

RewardComponents error_components() {
    RewardComponents out;
    out.penalty = -1;
    return out;
}

}  // namespace

const PublishedBaseline& published_baseline(const std::string& pattern) {
    static const std::map<std::string, PublishedBaseline> table = {
        {"random", {2600, 10.40, 5100, 10.80}},
        {"spike", {370, 6.40, 470, 5.70}},
        {"ramp", {5800, 10.30, 6700, 10.20}},
        {"periodic", {2300, 11.50, 2300, 12.10}},
    };
    static const PublishedBaseline mean = [] {
        PublishedBaseline sum;
        for (const auto& [name, row] : table) {
            sum.gpu_p95_ms += row.gpu_p95_ms / 4;
            sum.gpu_rps += row.gpu_rps / 4;
            sum.cpu_p95_ms += row.cpu_p95_ms / 4;
            sum.cpu_rps += row.cpu_rps / 4;
        }
        return sum;
    }();
    const auto found = table.find(pattern);
    return found == table.end() ? mean : found->second;
}

RewardComponents kisim_components(const KisimInput& input) {
    if (input.error) return error_components();
    const PublishedBaseline& row = published_baseline(input.pattern);
    const bool gpu = gpu_pattern(input.pattern);
    const double latency_b = gpu ? row.gpu_p95_ms : (row.gpu_p95_ms + row.cpu_p95_ms) / 2;
    const double throughput_b = gpu ? row.gpu_rps : (row.gpu_rps + row.cpu_rps) / 2;
    const int pods = input.replicas_gpu + input.replicas_cpu;

    RewardComponents out;
    out.latency_improvement = std::max(0.0, (latency_b - input.latency_p95_ms) / latency_b);
    out.throughput_improvement = std::max(0.0, (input.throughput_rps - throughput_b) / throughput_b);
    if (gpu)
        out.resource_efficiency = gpu_share(input);
    else if (pods > 0)
        out.resource_efficiency =
            1 - std::abs(input.replicas_gpu - input.replicas_cpu) / static_cast<double>(pods);
    out.stability_bonus = steady_bonus(input.step);
    out.penalty = input.cpu_utilization > 90 ? -0.5 : 0;
    return out;
}

RewardComponents kisim_advanced_components(const KisimInput& input) {
    if (input.error) return error_components();
    const PublishedBaseline& row = published_baseline(input.pattern);
    const bool gpu = gpu_pattern(input.pattern);
    const double latency_b = gpu ? row.gpu_p95_ms : std::min(row.gpu_p95_ms, row.cpu_p95_ms);
    const double throughput_b = gpu ? row.gpu_rps : std::max(row.gpu_rps, row.cpu_rps);
    const double wanted_share = input.pattern == "random"  ? 0.8
                                : input.pattern == "spike" ? 0.7
                                : input.pattern == "ramp"  ? 0.6
                                                           : 0.5;
    RewardComponents out;
    out.latency_improvement = std::clamp((latency_b - input.latency_p95_ms) / latency_b, 0.0, 1.0);
    out.throughput_improvement = std::clamp((input.throughput_rps - throughput_b) / throughput_b, 0.0, 1.0);
    out.resource_efficiency = std::max(0.0, 1 - 2 * std::abs(gpu_share(input) - wanted_share));
    out.stability_bonus = steady_bonus(input.step);
    return out;
}

}  // namespace trimtab::environment
