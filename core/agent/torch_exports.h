// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agent/torch_library.h"

/// The functions behind TorchFunctions; only within libtrimtab_torch.so.
namespace trimtab::agent::libtorch {

[[nodiscard]] std::string version();  ///< "1.13.1"
[[nodiscard]] bool cuda_available();
[[nodiscard]] Expected<std::unique_ptr<ActorCritic>> make_actor_critic(NetworkLayout layout,
                                                                       const Parameters& parameters,
                                                                       const std::string& device);
[[nodiscard]] Expected<std::string> encode_torchscript(const PolicyNumbers& policy,
                                                       const std::map<std::string, std::string>& extra_files);

}  // namespace trimtab::agent::libtorch
