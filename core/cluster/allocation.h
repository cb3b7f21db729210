// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/environment_config.h"

namespace trimtab::cluster {

enum class Pool { gpu = 0, cpu = 1 };
using config::Placement;

/// What a policy decides about: desired replicas of each pool and where traffic prefers to go.
struct Allocation {
    int replicas_gpu = 3;
    int replicas_cpu = 3;
    Placement placement = Placement::balanced;

    friend bool operator==(const Allocation&, const Allocation&) = default;
};

}  // namespace trimtab::cluster
