// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

#include "core/agent/policy.h"
#include "core/config/config.h"

namespace trimtab::agent {

/// The numbers of the proportional rule, with SIMULATOR 8's names in brackets.
struct RuleOptions {
    double base = 1;          ///< [a] GPU pods without load
    double gain = 0.5;        ///< [b] GPU pods for one GPU pod's capacity of arrivals
    double trend_gain = 1.5;  ///< [kt]
    int cpu_base = 1;         ///< [c0] CPU pods; two more while p95 exceeds 1.5 SLO
    int dead_band = 1;        ///< GPU pods too many that are kept
    cluster::Placement placement = cluster::Placement::balanced;

    friend bool operator==(const RuleOptions&, const RuleOptions&) = default;
};

/// From section `policies` of a configuration; in one line for people.
[[nodiscard]] RuleOptions rule_options(const config::PoliciesConfig& config);
[[nodiscard]] std::string describe(const RuleOptions& options);

/// What the rule reads, all of it from the ten observations.
struct RuleInput {
    double latency_p95_ms = 0;
    double throughput_rps = 0;
    int desired_gpu = 0;
    int desired_cpu = 0;
    double load_trend = 0;
};

/// The replicas that the rule aims at, before moves are limited to +-2 and to the bounds.
/// gpu_pod_rps: capacity of a GPU pod (11.236 by default).
[[nodiscard]] cluster::Allocation rule_target(const RuleOptions& options, const RuleInput& input,
                                              double slo_ms, double gpu_pod_rps);

/// A rule in proportion to the arrivals it estimates from what it observes (SIMULATOR 8). It sees no more
/// than an agent.
class RulePolicy final : public Policy {
  public:
    /// by_pattern: settings that replace `options` on their pattern.
    RulePolicy(std::string name, RuleOptions options, std::map<std::string, RuleOptions> by_pattern = {},
               std::string summary = {});

    [[nodiscard]] std::string name() const override { return name_; }
    [[nodiscard]] std::string summary() const override { return summary_; }
    void begin_episode(const environment::KubernetesEnvironment& environment, std::uint64_t seed) override;
    [[nodiscard]] Expected<Decision> decide(const environment::KubernetesEnvironment& environment) override;
    [[nodiscard]] std::unique_ptr<Policy> clone() const override {
        return std::make_unique<RulePolicy>(*this);
    }

  private:
    std::string name_;
    std::string summary_;
    RuleOptions options_;
    std::map<std::string, RuleOptions> by_pattern_;
    RuleOptions active_;
    double gpu_pod_rps_ = 0;
};

/// Requests a second that one Ready GPU pod serves in full batches: bmax / (tau0 + alpha k bmax).
[[nodiscard]] double gpu_pod_capacity_rps(const config::SimulatorConfig& simulator);

}  // namespace trimtab::agent
