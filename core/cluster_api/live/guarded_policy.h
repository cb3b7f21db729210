// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "core/agent/policy.h"
#include "core/cluster_api/live/live_cluster.h"

namespace trimtab::cluster_api {

/// A policy on a live cluster: asked only where every number has data, and never silent, so that the shield
/// hears of each decision, also of one to keep. The policy and the cluster must outlive it.
class GuardedPolicy final : public agent::Policy {
  public:
    /// policy: null keeps. asks: whether the policy may be asked now.
    GuardedPolicy(agent::Policy* policy, const LiveCluster& live, std::function<bool()> asks)
        : policy_(policy), live_(live), asks_(std::move(asks)) {}

    [[nodiscard]] std::string name() const override { return policy_ != nullptr ? policy_->name() : "none"; }
    [[nodiscard]] int decision_interval_s() const override {
        return policy_ != nullptr ? policy_->decision_interval_s() : 0;
    }
    void begin_episode(const environment::KubernetesEnvironment& environment, std::uint64_t seed) override {
        if (policy_ != nullptr) policy_->begin_episode(environment, seed);
    }
    [[nodiscard]] Expected<agent::Decision> decide(
        const environment::KubernetesEnvironment& environment) override;
    [[nodiscard]] std::unique_ptr<agent::Policy> clone() const override { return nullptr; }

    /// Why the last decision was taken.
    [[nodiscard]] const std::string& last_reason() const { return reason_; }

  private:
    agent::Policy* policy_;
    const LiveCluster& live_;
    std::function<bool()> asks_;
    std::string reason_;
};

}  // namespace trimtab::cluster_api
