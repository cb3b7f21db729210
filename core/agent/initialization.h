// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "core/agent/actor_critic.h"

namespace trimtab::agent {

/// Orthogonal weights (Saxe et al., arXiv 1312.6120) scaled by each parameter's gain, zero biases, zero
/// moments.
[[nodiscard]] Parameters initial_parameters(const NetworkLayout& layout, std::uint64_t seed);

}  // namespace trimtab::agent
