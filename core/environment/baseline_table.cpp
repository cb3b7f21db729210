// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/environment/baseline_table.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "core/base/parallel_for.h"
#include "core/environment/baseline_cache.h"
#include "core/environment/kisim_reward.h"
#include "core/environment/make_environment.h"
#include "core/environment/reward_function.h"
#include "core/environment/seed_plan.h"

namespace trimtab::environment {
namespace {

double baseline_cost_units(const config::Config& config) {
    return config.environment.baseline_static_gpu_replicas * config.simulator.gpu_price_per_hour /
           config.simulator.cpu_price_per_hour;
}

/// One static allocation pooled over its episodes.
struct Pooled {
    cluster::LatencyHistogram latencies;
    double successes = 0;
    double demand = 0;
};

Expected<Pooled> play_static(KubernetesEnvironment& environment, const EpisodeSpec& spec,
                             const cluster::Allocation& allocation) {
    const RewardFunction reward(environment.config());
    Pooled out;
    if (Expected<void> begun = environment.reset_at(spec, allocation); !begun)
        return Unexpected<Error>(begun.error());
    for (bool running = true; running;) {
        const Expected<StepResult> result =
            environment.step_with([](int) { return std::optional<cluster::Allocation>(); }, 0);
        if (!result) return Unexpected<Error>(result.error());
        const cluster::WindowMetrics& metrics = environment.info().metrics;
        out.latencies.merge(environment.backend().latencies());
        out.successes += static_cast<double>(metrics.successes);
        out.demand += reward.demand_rps(metrics) * metrics.duration_s;
        running = !result->truncated;
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
    const int jobs = runs * static_cast<int>(statics.size());
    const int threads = std::min(resolve_threads(options.threads), jobs);

    std::vector<std::unique_ptr<KubernetesEnvironment>> environments;
    for (int i = 0; i < threads; ++i) {
        Expected<std::unique_ptr<KubernetesEnvironment>> made = make_environment(config, BaselineSet{});
        if (!made) return Unexpected<Error>(made.error());
        (*made)->set_stop_token(options.stop);
        environments.push_back(std::move(*made));
    }
    // Counts are whole numbers and sums of demand are taken in the order of the runs: any number of threads
    // gives the same bits.
    std::vector<Pooled> played(static_cast<std::size_t>(jobs));
    std::vector<std::optional<Error>> errors(static_cast<std::size_t>(jobs));
    parallel_for(jobs, threads, [&](int job, int worker) {
        const auto slot = static_cast<std::size_t>(job);
        const EpisodeSpec spec = planned_episode(SeedUse::baseline, pattern, job % runs);
        Expected<Pooled> pooled = play_static(*environments[static_cast<std::size_t>(worker)], spec,
                                              statics[static_cast<std::size_t>(job / runs)]);
        if (pooled)
            played[slot] = std::move(*pooled);
        else
            errors[slot] = pooled.error();
    });

    Baseline out;
    out.latency_p95_ms = std::numeric_limits<double>::infinity();
    out.served_share = 0;
    out.cost_units = baseline_cost_units(config);
    for (std::size_t policy = 0; policy < statics.size(); ++policy) {
        Pooled sum;
        for (int run = 0; run < runs; ++run) {
            const std::size_t slot = policy * static_cast<std::size_t>(runs) + static_cast<std::size_t>(run);
            if (errors[slot]) return Unexpected<Error>(*errors[slot]);
            sum.latencies.merge(played[slot].latencies);
            sum.successes += played[slot].successes;
            sum.demand += played[slot].demand;
        }
        if (sum.latencies.empty()) continue;
        out.latency_p95_ms = std::min(out.latency_p95_ms, sum.latencies.quantile(0.95));
        if (sum.demand > 0)
            out.served_share = std::max(out.served_share, std::min(1.0, sum.successes / sum.demand));
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
