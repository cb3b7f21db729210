// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/environment/kubernetes_environment.h"

namespace trimtab::app {

/// What Gymnasium's reset() returns, as one line of JSON: {"observation": [...], "info": {...}}. info holds
/// pattern, step, time_s, executed {replicas_gpu, replicas_cpu, placement} and every step metric by its
/// registry name; a value that is no number is null.
[[nodiscard]] std::string reset_line(const environment::KubernetesEnvironment& environment);

/// What step() returns: the same with reward, terminated and truncated, and info.proposed (the action's
/// indices) where the bounds changed it.
[[nodiscard]] std::string step_line(const environment::KubernetesEnvironment& environment,
                                    const environment::StepResult& result);

}  // namespace trimtab::app
