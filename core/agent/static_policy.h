// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/agent/policy.h"

namespace trimtab::agent {

/// An allocation that is set at reset and never touched; it may lie outside the bounds (SIMULATOR 8).
class StaticPolicy final : public Policy {
  public:
    StaticPolicy(std::string name, cluster::Allocation allocation, std::string summary = {})
        : name_(std::move(name)), summary_(std::move(summary)), allocation_(allocation) {}

    [[nodiscard]] std::string name() const override { return name_; }
    [[nodiscard]] std::string summary() const override { return summary_; }
    [[nodiscard]] std::optional<cluster::Allocation> initial_allocation() const override {
        return allocation_;
    }
    void begin_episode(const environment::KubernetesEnvironment&, std::uint64_t) override {}
    [[nodiscard]] Expected<Decision> decide(const environment::KubernetesEnvironment&) override {
        return Decision{};
    }
    [[nodiscard]] std::unique_ptr<Policy> clone() const override {
        return std::make_unique<StaticPolicy>(*this);
    }

  private:
    std::string name_;
    std::string summary_;
    cluster::Allocation allocation_;
};

}  // namespace trimtab::agent
