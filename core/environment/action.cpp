// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/environment/action.h"

#include <algorithm>

namespace trimtab::environment {
namespace {

int apply_delta(int current, int delta, int min_replicas, int max_replicas) {
    return delta == 0 ? current : std::clamp(current + delta, min_replicas, max_replicas);
}

}  // namespace

const std::vector<ActionHead>& action_table() {
    static const std::vector<ActionHead> table = {
        {"gpu_delta", "Change of the desired GPU replicas", {"-2", "-1", "0", "+1", "+2"}},
        {"cpu_delta", "Change of the desired CPU replicas", {"-2", "-1", "0", "+1", "+2"}},
        {"placement", "Pool that traffic prefers", {"gpu", "balanced", "cpu"}},
    };
    return table;
}

Expected<Action> make_action(std::span<const int> indices) {
    if (indices.size() != action_sizes.size())
        return fail(ErrorCode::invalid_argument, "an action has " + std::to_string(action_sizes.size()) +
                                                     " indices, not " + std::to_string(indices.size()) +
                                                     "; give GPU, CPU and placement, for instance 2,2,1");
    for (std::size_t head = 0; head < indices.size(); ++head)
        if (indices[head] < 0 || indices[head] >= action_sizes[head])
            return fail(ErrorCode::invalid_argument,
                        "action index " + std::to_string(indices[head]) + " of " + action_table()[head].name +
                            " is not in 0.." + std::to_string(action_sizes[head] - 1));
    return Action{indices[0], indices[1], static_cast<cluster::Placement>(indices[2])};
}

void fill_action_mask(const cluster::Allocation& current, int min_replicas, int max_replicas,
                      std::span<std::uint8_t> mask) {
    std::fill(mask.begin(), mask.end(), std::uint8_t{1});
    const std::array<int, 2> pools = {current.replicas_gpu, current.replicas_cpu};
    for (std::size_t pool = 0; pool < pools.size(); ++pool)
        for (int index = 0; index < 5; ++index) {
            const int wanted = pools[pool] + index - keep_index;
            const bool undone = index != keep_index && (wanted < min_replicas || wanted > max_replicas);
            if (undone) mask[pool * 5 + static_cast<std::size_t>(index)] = 0;
        }
}

cluster::Allocation apply_action(const cluster::Allocation& current, const Action& action, int min_replicas,
                                 int max_replicas) {
    return {apply_delta(current.replicas_gpu, action.delta_gpu(), min_replicas, max_replicas),
            apply_delta(current.replicas_cpu, action.delta_cpu(), min_replicas, max_replicas),
            action.placement};
}

}  // namespace trimtab::environment
