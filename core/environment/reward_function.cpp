// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/environment/reward_function.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/environment/kisim_reward.h"

namespace trimtab::environment {

RewardFunction::RewardFunction(const config::Config& config)
    : environment_(config.environment),
      gpu_price_per_hour_(config.simulator.gpu_price_per_hour),
      cpu_price_per_hour_(config.simulator.cpu_price_per_hour),
      mean_think_s_((config.simulator.think_time_min_s + config.simulator.think_time_max_s) / 2),
      minimum_units_(config.environment.min_replicas *
                     (config.simulator.gpu_price_per_hour / config.simulator.cpu_price_per_hour + 1)),
      gpu_quota_(config.simulator.gpu_quota) {}

double RewardFunction::cost_units(const cluster::WindowMetrics& metrics) const {
    return metrics.cost_usd * 3600 / metrics.duration_s / cpu_price_per_hour_;
}

double RewardFunction::demand_rps(const cluster::WindowMetrics& metrics) const {
    return metrics.open_loop
               ? metrics.arrivals_rps
               : environment::demand_rps(metrics.mean_users, mean_think_s_, environment_.slo_ms);
}

double RewardFunction::served_share(const cluster::WindowMetrics& metrics) const {
    return environment::served_share(metrics.throughput_rps, demand_rps(metrics));
}

RewardComponents RewardFunction::standard(const RewardInput& input, const Baseline& baseline) const {
    const cluster::WindowMetrics& m = input.metrics;
    const double cost_per_hour = m.cost_usd * 3600 / m.duration_s;
    const double used_per_hour = (gpu_price_per_hour_ * m.mean_ready_gpu * m.gpu_utilization +
                                  cpu_price_per_hour_ * m.mean_ready_cpu * m.cpu_utilization) /
                                 100;
    RewardComponents out;
    out.latency_improvement =
        latency_improvement(m.latency_p95_ms, baseline.latency_p95_ms, environment_.slo_ms);
    out.throughput_improvement = throughput_improvement(served_share(m), baseline.served_share);
    out.resource_efficiency = resource_efficiency(cost_units(m), baseline.cost_units, minimum_units_,
                                                  cost_per_hour > 0 ? used_per_hour / cost_per_hour : 0);
    out.stability_bonus = stability_bonus(input.delta_gpu, input.delta_cpu, input.flaps);
    return out;
}

double RewardFunction::upper_bound(const cluster::Allocation& after, int delta_gpu, int delta_cpu, int flaps,
                                   const Baseline& baseline) const {
    const config::EnvironmentConfig& e = environment_;
    const bool additive = e.reward == config::RewardForm::standard && e.latency_weight >= 0 &&
                          e.throughput_weight >= 0 && e.resource_efficiency_weight >= 0;
    if (!additive) return std::numeric_limits<double>::infinity();
    // Every desired pod is billed from the start, but for those that wait for quota.
    const double units =
        std::min(after.replicas_gpu, gpu_quota_) * gpu_price_per_hour_ / cpu_price_per_hour_ +
        after.replicas_cpu;
    return e.latency_weight + e.throughput_weight * throughput_improvement(1, baseline.served_share) +
           e.resource_efficiency_weight * resource_efficiency(units, baseline.cost_units, minimum_units_, 1) +
           e.stability_weight * stability_bonus(delta_gpu, delta_cpu, flaps);
}

RewardComponents RewardFunction::operator()(const RewardInput& input, const Baseline& baseline) const {
    RewardComponents out;
    if (environment_.reward == config::RewardForm::standard) {
        out = standard(input, baseline);
    } else {
        const cluster::WindowMetrics& m = input.metrics;
        const KisimInput kisim{input.pattern,
                               m.latency_p95_ms,
                               m.throughput_rps,
                               m.cpu_utilization,
                               input.executed.replicas_gpu,
                               input.executed.replicas_cpu,
                               input.step,
                               !std::isfinite(m.latency_p95_ms) || !std::isfinite(m.throughput_rps)};
        out = environment_.reward == config::RewardForm::kisim ? kisim_components(kisim)
                                                               : kisim_advanced_components(kisim);
    }
    out.total = environment_.latency_weight * out.latency_improvement +
                environment_.throughput_weight * out.throughput_improvement +
                environment_.resource_efficiency_weight * out.resource_efficiency +
                environment_.stability_weight * out.stability_bonus + out.penalty;
    return out;
}

}  // namespace trimtab::environment
