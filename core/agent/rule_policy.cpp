// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agent/rule_policy.h"

#include <algorithm>
#include <cmath>
#include <locale>
#include <sstream>

#include "core/environment/observation.h"

namespace trimtab::agent {
namespace {

int limited_index(int wanted, int current) {
    return std::clamp(wanted - current, -2, 2) + environment::keep_index;
}

const char* placement_name(cluster::Placement placement) {
    return environment::action_table()[2].values[static_cast<std::size_t>(placement)].c_str();
}

}  // namespace

RuleOptions rule_options(const config::PoliciesConfig& config) {
    return {config.rule_base,     config.rule_gain,      config.rule_trend_gain,
            config.rule_cpu_base, config.rule_dead_band, config.rule_placement};
}

std::string describe(const RuleOptions& options) {
    std::ostringstream out;
    out.imbue(std::locale::classic());
    out << "a " << options.base << ", b " << options.gain << ", kt " << options.trend_gain << ", c0 "
        << options.cpu_base << ", dead band " << options.dead_band << ", "
        << placement_name(options.placement);
    return out.str();
}

double gpu_pod_capacity_rps(const config::SimulatorConfig& simulator) {
    const int batch = std::max(1, simulator.gpu_batch_max_images / std::max(1, simulator.images_per_request));
    return batch /
           (simulator.gpu_batch_tau0_s + simulator.gpu_batch_alpha_s * simulator.images_per_request * batch);
}

cluster::Allocation rule_target(const RuleOptions& options, const RuleInput& input, double slo_ms,
                                double gpu_pod_rps) {
    const double growth = std::clamp(input.load_trend, -0.95, 1.0);
    const double arrivals = input.throughput_rps * (1 + growth) / (1 + growth / 2);
    const double wanted_rps = arrivals * (1.5 + 0.7 * input.latency_p95_ms / 1000) / 1.6 *
                              (1 + options.trend_gain * std::max(0.0, growth));
    int gpu = static_cast<int>(std::ceil(options.base + options.gain * wanted_rps / gpu_pod_rps));
    if (gpu < input.desired_gpu && input.desired_gpu - gpu <= options.dead_band) gpu = input.desired_gpu;
    const int cpu = options.cpu_base + (input.latency_p95_ms > 1.5 * slo_ms ? 2 : 0);
    return {gpu, cpu, options.placement};
}

RulePolicy::RulePolicy(std::string name, RuleOptions options, std::map<std::string, RuleOptions> by_pattern,
                       std::string summary)
    : name_(std::move(name)),
      summary_(std::move(summary)),
      options_(options),
      by_pattern_(std::move(by_pattern)),
      active_(options) {}

void RulePolicy::begin_episode(const environment::KubernetesEnvironment& environment, std::uint64_t) {
    const auto found = by_pattern_.find(environment.info().pattern);
    active_ = found == by_pattern_.end() ? options_ : found->second;
    gpu_pod_rps_ = gpu_pod_capacity_rps(environment.config().simulator);
}

Expected<Decision> RulePolicy::decide(const environment::KubernetesEnvironment& environment) {
    const std::vector<float>& seen = environment.observation();
    RuleInput input;
    input.latency_p95_ms = seen[3];
    input.throughput_rps = seen[4];
    input.desired_gpu = static_cast<int>(seen[5]);
    input.desired_cpu = static_cast<int>(seen[6]);
    input.load_trend = seen[7];
    Decision decision;
    if (!std::isfinite(input.latency_p95_ms) || !std::isfinite(input.throughput_rps) ||
        !std::isfinite(input.load_trend)) {
        decision.reason = "no data: keep";
        return decision;
    }
    const cluster::Allocation target =
        rule_target(active_, input, environment.config().environment.slo_ms, gpu_pod_rps_);
    decision.action =
        environment::Action{limited_index(target.replicas_gpu, input.desired_gpu),
                            limited_index(target.replicas_cpu, input.desired_cpu), target.placement};
    decision.reason = "aims at " + std::to_string(target.replicas_gpu) + " GPU and " +
                      std::to_string(target.replicas_cpu) + " CPU";
    return decision;
}

}  // namespace trimtab::agent
