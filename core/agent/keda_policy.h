// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "core/agent/keda_scaler.h"
#include "core/agent/policy.h"
#include "core/config/config.h"

namespace trimtab::agent {

/// A ScaledObject a pool, both driven by the arrivals a second of the last polling interval.
class KedaPolicy final : public Policy {
  public:
    explicit KedaPolicy(const config::Config& config);

    [[nodiscard]] std::string name() const override { return "keda"; }
    [[nodiscard]] int decision_interval_s() const override { return sync_period_s_; }
    void begin_episode(const environment::KubernetesEnvironment& environment, std::uint64_t seed) override;
    [[nodiscard]] Expected<Decision> decide(const environment::KubernetesEnvironment& environment) override;
    [[nodiscard]] std::unique_ptr<Policy> clone() const override {
        return std::make_unique<KedaPolicy>(*this);
    }

  private:
    std::array<KedaOptions, 2> options_;  ///< GPU, CPU
    cluster::Placement placement_;
    int sync_period_s_;
    std::array<KedaScaler, 2> scalers_;
};

}  // namespace trimtab::agent
