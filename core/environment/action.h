// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <vector>

#include "core/cluster/allocation.h"

namespace trimtab::environment {

/// MultiDiscrete[5, 5, 3]: GPU replicas -2..+2, CPU replicas -2..+2 (index 2 keeps), placement.
inline const std::vector<int> action_sizes = {5, 5, 3};
inline constexpr int keep_index = 2;

/// One action as indices. Contract of DESIGN 3.1.
struct Action {
    int gpu = keep_index;  ///< 0..4
    int cpu = keep_index;  ///< 0..4
    cluster::Placement placement = cluster::Placement::balanced;

    [[nodiscard]] int delta_gpu() const { return gpu - keep_index; }
    [[nodiscard]] int delta_cpu() const { return cpu - keep_index; }
    [[nodiscard]] std::array<int, 3> indices() const { return {gpu, cpu, static_cast<int>(placement)}; }

    friend bool operator==(const Action&, const Action&) = default;
};

/// The allocation after `action`: deltas added to `current`, clamped to [min_replicas, max_replicas].
/// A pool outside the bounds (a static allocation) stays where it is while its delta is 0.
[[nodiscard]] cluster::Allocation apply_action(const cluster::Allocation& current, const Action& action, int min_replicas,
                                               int max_replicas);

}  // namespace trimtab::environment
