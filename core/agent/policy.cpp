// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agent/policy.h"

namespace trimtab::agent {

using environment::KubernetesEnvironment;
using environment::StepResult;

namespace {

/// The allocation a decision asks for, nothing to keep the present one.
std::optional<cluster::Allocation> wanted(const Decision& decision,
                                          const KubernetesEnvironment& environment) {
    if (!decision.action) return decision.allocation;
    const config::EnvironmentConfig& e = environment.config().environment;
    return environment::apply_action(environment.backend().desired(), *decision.action, e.min_replicas,
                                     e.max_replicas);
}

}  // namespace

Expected<StepResult> play_step(Policy& policy, KubernetesEnvironment& environment, Decision* last) {
    const int interval_s = policy.decision_interval_s();
    if (interval_s <= 0) {
        Expected<Decision> decision = policy.decide(environment);
        if (!decision) return Unexpected<Error>(decision.error());
        if (last != nullptr) *last = *decision;
        if (decision->action) return environment.step(*decision->action);
        return environment.step_with([&](int) { return decision->allocation; }, 0);
    }
    return environment.step_with(
        [&](int) -> Expected<std::optional<cluster::Allocation>> {
            Expected<Decision> decision = policy.decide(environment);
            if (!decision) return Unexpected<Error>(decision.error());
            if (last != nullptr) *last = *decision;
            return wanted(*decision, environment);
        },
        interval_s);
}

}  // namespace trimtab::agent
