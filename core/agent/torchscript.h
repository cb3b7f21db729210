// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "core/agent/ppo_agent.h"
#include "core/base/expected.h"

namespace trimtab::agent {

/// Writes the agent's policy as a TorchScript module, for use outside this program. torch.jit.load opens it
/// without any of our code. forward(inputs: float32[n, D]) takes scaled observations as the network sees them
/// (normalisation is inside) and returns a list of probabilities, float32[n, A_h] per head, and the values,
/// float32[n]. Action masks are not part of it.
[[nodiscard]] Expected<void> export_torchscript(const PpoAgent& agent, const std::filesystem::path& file);

}  // namespace trimtab::agent
