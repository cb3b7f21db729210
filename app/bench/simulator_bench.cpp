// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/simulator_bench.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <vector>

#include "core/base/seeded_draw.h"
#include "core/cluster/simulated_cluster.h"
#include "core/load/load_pattern.h"

namespace trimtab::app {
namespace {

constexpr int steps_per_episode = 10;
constexpr int step_s = 30;

struct Work {
    std::int64_t steps = 0;
    std::int64_t requests = 0;
};

Expected<void> play_episode(cluster::SimulatedCluster& cluster, std::uint64_t episode, Work& work) {
    const config::EnvironmentConfig environment;
    const std::string& pattern = load::pattern_names()[episode % 4];
    const auto schedule = load::make_schedule({}, pattern, episode, steps_per_episode * step_s);
    if (!schedule) return Unexpected<Error>(schedule.error());
    cluster::Allocation allocation;
    if (auto ok = cluster.reset(episode, *schedule, allocation, environment.warm_up, {}); !ok) return ok;
    const auto count = [&work](const cluster::WindowMetrics& m) {
        work.requests += m.successes + m.failures;
    };
    count(cluster.window());

    DrawSequence actions(episode, DrawStream::random_policy);
    const auto moved = [&](int replicas) {
        return std::clamp(replicas + static_cast<int>(actions.next_below(5)) - 2, environment.min_replicas,
                          environment.max_replicas);
    };
    for (int step = 0; step < steps_per_episode; ++step) {
        allocation.replicas_gpu = moved(allocation.replicas_gpu);
        allocation.replicas_cpu = moved(allocation.replicas_cpu);
        allocation.placement = static_cast<cluster::Placement>(actions.next_below(3));
        if (auto ok = cluster.apply(allocation); !ok) return ok;
        cluster.begin_window();
        if (auto ok = cluster.advance(step_s, {}); !ok) return ok;
        count(cluster.window());
    }
    work.steps += steps_per_episode;
    return {};
}

}  // namespace

Expected<SimulatorBench> run_simulator_bench(double seconds) {
    using Clock = std::chrono::steady_clock;
    cluster::SimulatedCluster cluster{config::SimulatorConfig{}};
    Work warm_up;
    std::uint64_t episode = 0;
    for (; episode < 40; ++episode)
        if (auto ok = play_episode(cluster, episode, warm_up); !ok) return Unexpected<Error>(ok.error());

    Work work;
    double elapsed_s = 0;
    const auto begin = Clock::now();
    do {
        for (int i = 0; i < 4; ++i)
            if (auto ok = play_episode(cluster, episode++, work); !ok) return Unexpected<Error>(ok.error());
        elapsed_s = std::chrono::duration<double>(Clock::now() - begin).count();
    } while (elapsed_s < seconds);
    return SimulatorBench{static_cast<double>(work.steps) / elapsed_s,
                          1e9 * elapsed_s / static_cast<double>(work.requests)};
}

}  // namespace trimtab::app
