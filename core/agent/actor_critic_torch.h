// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "core/agent/actor_critic.h"
#include "core/base/expected.h"

namespace trimtab::agent {

// All of these load LibTorch at their first call (core/agent/torch_library.h).

/// LibTorch's version, "1.13.1"; "none" where it cannot be loaded.
[[nodiscard]] std::string torch_version();

/// Whether LibTorch sees a CUDA device; false where LibTorch cannot be loaded.
[[nodiscard]] bool cuda_available();

/// The same network with LibTorch's autograd on `device` ("cpu" or "cuda"). `unsupported` without that
/// device or without LibTorch.
[[nodiscard]] Expected<std::unique_ptr<ActorCritic>> make_torch_actor_critic(NetworkLayout layout,
                                                                             const Parameters& parameters,
                                                                             const std::string& device);

}  // namespace trimtab::agent
