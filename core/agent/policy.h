// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/expected.h"
#include "core/environment/kubernetes_environment.h"

namespace trimtab::agent {

/// What a policy wants and, where it can say, why. Exactly one of action and allocation is set, or neither:
/// keep.
struct Decision {
    std::optional<environment::Action> action;       ///< a move of the action space
    std::optional<cluster::Allocation> allocation;   ///< replicas set directly (autoscalers, schedules)
    std::vector<std::vector<double>> probabilities;  ///< per action head; empty for policies without
    std::optional<double> value;                     ///< state value estimate, in units of return
    std::string reason;                              ///< one line for the decision log; may be empty
};

/// The port of everything that decides: PPO, rules, autoscalers, statics, the planner. It reads what the
/// environment offers and changes nothing in it. One episode at a time, one caller at a time; clone() for
/// another thread.
class Policy {
  public:
    virtual ~Policy() = default;

    [[nodiscard]] virtual std::string name() const = 0;

    /// What it was set to, for records: a calibration's result and budget, say. Empty where the name says
    /// all.
    [[nodiscard]] virtual std::string summary() const { return {}; }

    /// The allocation an episode starts from; nothing: the configuration's.
    [[nodiscard]] virtual std::optional<cluster::Allocation> initial_allocation() const {
        return std::nullopt;
    }

    /// Seconds between decisions; 0: once a step.
    [[nodiscard]] virtual int decision_interval_s() const { return 0; }

    /// True for a bound that sees the future; reported as the ceiling, never as a baseline.
    [[nodiscard]] virtual bool clairvoyant() const { return false; }

    virtual void begin_episode(const environment::KubernetesEnvironment& environment, std::uint64_t seed) = 0;
    [[nodiscard]] virtual Expected<Decision> decide(
        const environment::KubernetesEnvironment& environment) = 0;
    [[nodiscard]] virtual std::unique_ptr<Policy> clone() const = 0;
};

/// Lets `policy` play one step: asks at its interval and steps the environment with what it says.
/// `last` receives the step's last decision.
[[nodiscard]] Expected<environment::StepResult> play_step(Policy& policy,
                                                          environment::KubernetesEnvironment& environment,
                                                          Decision* last = nullptr);

}  // namespace trimtab::agent
