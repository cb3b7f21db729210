// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "core/agent/actor_critic.h"
#include "core/base/expected.h"

namespace trimtab::agent {

/// LibTorch's version, "1.13.1".
[[nodiscard]] std::string torch_version();

[[nodiscard]] bool cuda_available();

/// The same network with LibTorch's autograd on `device` ("cpu" or "cuda"). `unsupported` without that
/// device.
[[nodiscard]] Expected<std::unique_ptr<ActorCritic>> make_torch_actor_critic(NetworkLayout layout,
                                                                             const Parameters& parameters,
                                                                             const std::string& device);

}  // namespace trimtab::agent
