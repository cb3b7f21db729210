// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

#include "core/agent/ppo_agent.h"
#include "core/base/expected.h"

namespace trimtab::agent {

/// The bytes of the agent's policy as a TorchScript module, for use outside this program. torch.jit.load
/// opens it without any of our code. forward(inputs: float32[n, D]) takes scaled observations as the network
/// sees them (normalisation is inside) and returns a list of probabilities, float32[n, A_h] per head, and the
/// values, float32[n]. Action masks are not part of it. `extra_files` go in by name, for torch.jit.load's
/// _extra_files.
[[nodiscard]] Expected<std::string> encode_torchscript(
    const PpoAgent& agent, const std::map<std::string, std::string>& extra_files = {});

}  // namespace trimtab::agent
