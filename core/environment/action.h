// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/base/expected.h"
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

/// One head of the action space, for command lines, charts and documentation.
struct ActionHead {
    std::string name;  ///< "gpu_delta", "cpu_delta", "placement"
    std::string meaning;
    std::vector<std::string> values;  ///< what each index means: "-2" ... "+2", "gpu", "balanced", "cpu"
};

/// The heads, in the order of action_sizes.
[[nodiscard]] const std::vector<ActionHead>& action_table();

/// An action from its indices; an error that names the head and its range where one lies outside.
[[nodiscard]] Expected<Action> make_action(std::span<const int> indices);

/// 1 where an index is allowed, uint8[13]: replica deltas that the clamp would undo are 0, the rest is 1.
void fill_action_mask(const cluster::Allocation& current, int min_replicas, int max_replicas,
                      std::span<std::uint8_t> mask);

/// The allocation after `action`: deltas added to `current`, clamped to [min_replicas, max_replicas].
/// A pool outside the bounds (a static allocation) stays where it is while its delta is 0.
[[nodiscard]] cluster::Allocation apply_action(const cluster::Allocation& current, const Action& action,
                                               int min_replicas, int max_replicas);

}  // namespace trimtab::environment
