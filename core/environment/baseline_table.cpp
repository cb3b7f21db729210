// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/environment/baseline_table.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "core/base/parallel_for.h"
#include "core/cluster/simulated_cluster.h"
#include "core/environment/baseline_cache.h"
#include "core/environment/kisim_reward.h"
#include "core/environment/kubernetes_environment.h"
#include "core/environment/reward_function.h"
#include "core/environment/seed_plan.h"

namespace trimtab::environment {
namespace {

double baseline_cost_units(const config::Config& config) {
    return config.environment.baseline_static_gpu_replicas * config.simulator.gpu_price_per_hour /
           config.simulator.cpu_price_per_hour;
}

/// One episode of a static allocation.
struct Played {
    std::vector<float> latencies_ms;
    double served = 0;  ///< sum over windows
    int windows = 0;
};

/// An environment and the cluster inside it, whose single latencies the port does not show.
struct Bench {
    std::unique_ptr<KubernetesEnvironment> environment;
    const cluster::SimulatedCluster* cluster = nullptr;
};

Bench make_bench(const config::Config& config, StopToken stop) {
    auto cluster = std::make_unique<cluster::SimulatedCluster>(config.simulator);
    Bench out;
    out.cluster = cluster.get();
    out.environment = std::make_unique<KubernetesEnvironment>(config, BaselineSet{}, std::move(cluster));
    out.environment->set_stop_token(stop);
    return out;
}

Expected<Played> play_static(Bench& bench, const EpisodeSpec& spec, const cluster::Allocation& allocation) {
    KubernetesEnvironment& environment = *bench.environment;
    const RewardFunction reward(environment.config());
    Played out;
    if (Expected<void> begun = environment.reset_at(spec, allocation); !begun)
        return Unexpected<Error>(begun.error());
    for (bool running = true; running; ++out.windows) {
        const Expected<StepResult> result =
            environment.step_with([](int) { return std::optional<cluster::Allocation>(); }, 0);
        if (!result) return Unexpected<Error>(result.error());
        const std::span<const float> latencies = bench.cluster->window_latencies_ms();
        out.latencies_ms.insert(out.latencies_ms.end(), latencies.begin(), latencies.end());
        out.served += reward.served_share(environment.info().metrics);
        running = !result->truncated;
    }
    return out;
}

/// The pooled p95 and the mean served share of one static allocation.
Expected<Baseline> measure_static(std::vector<Bench>& benches, const std::vector<EpisodeSpec>& episodes,
                                  const cluster::Allocation& allocation) {
    const auto runs = static_cast<int>(episodes.size());
    std::vector<Played> played(episodes.size());
    std::vector<std::optional<Error>> errors(episodes.size());
    parallel_for(runs, static_cast<int>(benches.size()), [&](int run, int worker) {
        const auto slot = static_cast<std::size_t>(run);
        Expected<Played> one =
            play_static(benches[static_cast<std::size_t>(worker)], episodes[slot], allocation);
        if (one)
            played[slot] = std::move(*one);
        else
            errors[slot] = one.error();
    });
    // Sums are taken in the order of the runs, so that any number of threads gives the same bits.
    std::vector<float> pooled;
    double served = 0;
    int windows = 0;
    for (std::size_t run = 0; run < played.size(); ++run) {
        if (errors[run]) return Unexpected<Error>(*errors[run]);
        pooled.insert(pooled.end(), played[run].latencies_ms.begin(), played[run].latencies_ms.end());
        served += played[run].served;
        windows += played[run].windows;
        played[run] = Played{};
    }
    Baseline out;
    out.served_share = served / windows;
    out.latency_p95_ms = std::numeric_limits<double>::infinity();
    if (!pooled.empty()) {
        const auto rank = static_cast<std::ptrdiff_t>(std::ceil(0.95 * static_cast<double>(pooled.size())));
        std::nth_element(pooled.begin(), pooled.begin() + rank - 1, pooled.end());
        out.latency_p95_ms = static_cast<double>(pooled[static_cast<std::size_t>(rank - 1)]);
    }
    return out;
}

BaselineSet published_baselines(const config::Config& config) {
    // The published throughputs came without the number of users, so they give no served share; the default
    // stands in.
    BaselineSet out;
    for (const std::string& pattern : configured_patterns(config)) {
        const PublishedBaseline& row = published_baseline(pattern);
        out[pattern] = {std::min(row.gpu_p95_ms, row.cpu_p95_ms), Baseline{}.served_share,
                        baseline_cost_units(config)};
    }
    return out;
}

}  // namespace

std::vector<std::string> configured_patterns(const config::Config& config) {
    std::vector<std::string> out = config.load.patterns;
    for (const std::string& pattern : config.evaluation.patterns)
        if (std::find(out.begin(), out.end(), pattern) == out.end()) out.push_back(pattern);
    return out;
}

Expected<Baseline> measure_baseline(const config::Config& config, const std::string& pattern, int episodes,
                                    const MeasureOptions& options) {
    const config::EnvironmentConfig& e = config.environment;
    const int runs = episodes > 0 ? episodes : e.episode_duration > 1000 ? 40 : 200;
    const std::vector<cluster::Allocation> statics = {
        {e.baseline_static_gpu_replicas, 0, cluster::Placement::prefer_gpu},
        {0, e.baseline_static_cpu_replicas, cluster::Placement::prefer_cpu}};
    const std::vector<EpisodeSpec> specs = planned_episodes(SeedUse::baseline, {pattern}, runs);
    std::vector<Bench> benches;
    for (int i = 0; i < std::min(resolve_threads(options.threads), runs); ++i)
        benches.push_back(make_bench(config, options.stop));

    Baseline out;
    out.latency_p95_ms = std::numeric_limits<double>::infinity();
    out.served_share = 0;
    out.cost_units = baseline_cost_units(config);
    for (const cluster::Allocation& allocation : statics) {
        const Expected<Baseline> one = measure_static(benches, specs, allocation);
        if (!one) return one;
        out.latency_p95_ms = std::min(out.latency_p95_ms, one->latency_p95_ms);
        out.served_share = std::max(out.served_share, one->served_share);
    }
    if (out.latency_p95_ms == std::numeric_limits<double>::infinity())
        return fail(ErrorCode::numeric_error,
                    "the static baselines answered no request of pattern " + pattern +
                        "; choose environment.baseline: published or a higher load");
    return out;
}

Expected<BaselineSet> baselines_for(const config::Config& config, const MeasureOptions& options) {
    if (config.environment.baseline == config::BaselineTable::published) return published_baselines(config);
    BaselineSet out;
    for (const std::string& pattern : configured_patterns(config)) {
        const std::string key = baseline_key(config, pattern);
        if (const std::optional<Baseline> known = find_cached_baseline(key, options.cache_file)) {
            out[pattern] = *known;
            continue;
        }
        Expected<Baseline> measured = measure_baseline(config, pattern, 0, options);
        if (!measured) return Unexpected<Error>(measured.error());
        cache_baseline(key, *measured, options.cache_file);
        out[pattern] = *measured;
    }
    return out;
}

}  // namespace trimtab::environment
