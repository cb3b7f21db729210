// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "core/agent/policy.h"
#include "core/config/config.h"

namespace trimtab::agent {

/// How wide the planner searches (SIMULATOR 8 and 9).
struct PlannerOptions {
    int beam = 60;    ///< states kept after every step
    int max_gpu = 7;  ///< allocations considered
    int max_cpu = 8;
    int max_cpu_move = 2;  ///< 1 or 2
    bool only_prefer_gpu = false;
};

/// Section `policies`, with its zeros resolved: a beam of 60 over all 75 actions with at most 7 GPU and 8 CPU
/// pods, and for episodes of more than 20 steps 16 over CPU moves of one, at most 5 CPU pods, and placement
/// prefer-gpu.
[[nodiscard]] PlannerOptions planner_options(const config::Config& config);

/// A plan and the return it promises, which playing it gives exactly.
struct Plan {
    std::vector<environment::Action> actions;
    double episode_return = 0;
};

/// Beam search over copies of `environment` to the end of its episode: of the states that share (desired,
/// ready) of both pools the best is kept, of those the best `beam`. Fails where the backend cannot be copied,
/// and on a stop.
[[nodiscard]] Expected<Plan> plan_episode(const environment::KubernetesEnvironment& environment,
                                          const PlannerOptions& options);

/// The clairvoyant bound: it knows the load and the noise to come, plans once at the start of an episode and
/// plays the plan. Never a baseline.
class PlannerPolicy final : public Policy {
  public:
    explicit PlannerPolicy(PlannerOptions options) : options_(options) {}

    [[nodiscard]] std::string name() const override { return "planner"; }
    [[nodiscard]] std::string summary() const override;
    [[nodiscard]] bool clairvoyant() const override { return true; }
    void begin_episode(const environment::KubernetesEnvironment& environment, std::uint64_t seed) override;
    [[nodiscard]] Expected<Decision> decide(const environment::KubernetesEnvironment& environment) override;
    [[nodiscard]] std::unique_ptr<Policy> clone() const override {
        return std::make_unique<PlannerPolicy>(*this);
    }

  private:
    PlannerOptions options_;
    Plan plan_;
    std::optional<Error> error_;
};

}  // namespace trimtab::agent
