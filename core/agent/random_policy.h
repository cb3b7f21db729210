// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agent/policy.h"
#include "core/base/seeded_draw.h"

namespace trimtab::agent {

/// Any of the 75 actions with equal probability, drawn from stream 8 of the episode's seed.
class RandomPolicy final : public Policy {
  public:
    [[nodiscard]] std::string name() const override { return "random"; }
    void begin_episode(const environment::KubernetesEnvironment&, std::uint64_t seed) override {
        draws_ = DrawSequence(seed, DrawStream::random_policy);
    }
    [[nodiscard]] Expected<Decision> decide(const environment::KubernetesEnvironment&) override;
    [[nodiscard]] std::unique_ptr<Policy> clone() const override {
        return std::make_unique<RandomPolicy>(*this);
    }

  private:
    DrawSequence draws_;
};

}  // namespace trimtab::agent
