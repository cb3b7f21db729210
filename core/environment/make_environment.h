// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "core/base/expected.h"
#include "core/config/config.h"
#include "core/environment/kubernetes_environment.h"
#include "core/environment/reward.h"

namespace trimtab::environment {

/// An environment over the embedded cluster. `baselines` comes from baselines_for() and is shared by value.
[[nodiscard]] Expected<std::unique_ptr<KubernetesEnvironment>> make_environment(const config::Config& config,
                                                                                BaselineSet baselines);

/// The same with the baselines looked up or measured first.
[[nodiscard]] Expected<std::unique_ptr<KubernetesEnvironment>> make_environment(const config::Config& config);

}  // namespace trimtab::environment
