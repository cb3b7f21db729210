// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agent/random_policy.h"

namespace trimtab::agent {

Expected<Decision> RandomPolicy::decide(const environment::KubernetesEnvironment&) {
    environment::Action action;
    action.gpu = static_cast<int>(draws_.next_below(5));
    action.cpu = static_cast<int>(draws_.next_below(5));
    action.placement = static_cast<cluster::Placement>(draws_.next_below(3));
    Decision decision;
    decision.action = action;
    return decision;
}

}  // namespace trimtab::agent
