// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string>

#include "core/agent/hpa_controller.h"
#include "core/agent/hpa_metrics.h"
#include "core/agent/policy.h"
#include "core/config/config.h"

namespace trimtab::agent {

/// Everything of the twin autoscalers that the configuration sets; index 0 is the GPU pool, 1 the CPU pool.
struct HpaPolicyOptions {
    std::array<int, 2> target_percent = {70, 70};
    HpaTolerance tolerance;
    HpaOptions controller;
    int sync_period_s = 15;
    cluster::Placement placement = cluster::Placement::balanced;
};

/// The options of section `policies` between the bounds of section `environment`.
[[nodiscard]] HpaPolicyOptions hpa_options(const config::Config& config);
[[nodiscard]] std::string describe(const HpaPolicyOptions& options);

/// One HorizontalPodAutoscaler a pool, synchronised several times a step and not limited to +-2 (SIMULATOR
/// 7): the CPU pool by a Resource metric, the GPU pool by a Pods metric.
class HpaPolicy final : public Policy {
  public:
    HpaPolicy(std::string name, HpaPolicyOptions options, std::string summary = {});

    [[nodiscard]] std::string name() const override { return name_; }
    [[nodiscard]] std::string summary() const override { return summary_; }
    [[nodiscard]] int decision_interval_s() const override { return options_.sync_period_s; }
    void begin_episode(const environment::KubernetesEnvironment& environment, std::uint64_t seed) override;
    [[nodiscard]] Expected<Decision> decide(const environment::KubernetesEnvironment& environment) override;
    [[nodiscard]] std::unique_ptr<Policy> clone() const override {
        return std::make_unique<HpaPolicy>(*this);
    }

  private:
    std::string name_;
    std::string summary_;
    HpaPolicyOptions options_;
    std::array<HpaController, 2> controllers_;
};

}  // namespace trimtab::agent
