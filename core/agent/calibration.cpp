// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agent/calibration.h"

#include <algorithm>

#include "core/agent/static_policy.h"
#include "core/base/seeded_draw.h"

namespace trimtab::agent {
namespace {

using cluster::Allocation;
using cluster::Placement;

/// Keeps `count` of the candidates, drawn without replacement; the first one always stays.
template <class T>
void draw_candidates(std::vector<T>& all, int count) {
    if (all.size() <= static_cast<std::size_t>(count)) return;
    DrawSequence draws(0, DrawStream::calibration);
    for (std::size_t i = 1; i < static_cast<std::size_t>(count); ++i)
        std::swap(all[i], all[i + draws.next_below(all.size() - i)]);
    all.resize(static_cast<std::size_t>(count));
}

std::vector<HpaPolicyOptions> hpa_candidates(const config::Config& config) {
    std::vector<HpaPolicyOptions> out = {hpa_options(config)};
    for (const int gpu : {50, 60, 70, 80, 90})
        for (const int cpu : {50, 60, 70, 80, 90})
            for (const double tolerance : {0.1, 0.2})
                for (const int window_s : {15, 60, 300})
                    for (const Placement placement : {Placement::prefer_gpu, Placement::balanced}) {
                        HpaPolicyOptions one = out.front();
                        one.target_percent = {gpu, cpu};
                        one.tolerance = {tolerance, tolerance};
                        one.controller.down.window_s = window_s;
                        one.placement = placement;
                        out.push_back(one);
                    }
    return out;
}

std::vector<RuleOptions> rule_candidates(const config::Config& config) {
    std::vector<RuleOptions> out = {rule_options(config.policies)};
    for (const double base : {0.5, 1.0, 1.5, 2.0})
        for (const double gain : {0.3, 0.5, 0.7, 0.9})
            for (const double trend_gain : {0.0, 0.7, 1.5})
                for (const int cpu_base : {1, 2, 3})
                    for (const int dead_band : {0, 1, 2})
                        for (const Placement placement : {Placement::prefer_gpu, Placement::balanced})
                            out.push_back({base, gain, trend_gain, cpu_base, dead_band, placement});
    return out;
}

constexpr std::array<Placement, 3> placements = {Placement::prefer_gpu, Placement::balanced,
                                                 Placement::prefer_cpu};

/// Every allocation of the grid gpu x cpu.
std::vector<Allocation> allocations(int gpu_from, int gpu_to, int cpu_from, int cpu_to, int stride) {
    std::vector<Allocation> out;
    for (int gpu = gpu_from; gpu <= gpu_to; gpu += stride)
        for (int cpu = cpu_from; cpu <= cpu_to; cpu += stride)
            for (const Placement placement : placements) out.push_back({gpu, cpu, placement});
    return out;
}

Expected<SearchResult> search_static(const SearchSetup& setup, const std::vector<Allocation>& candidates) {
    return search_best(setup, static_cast<int>(candidates.size()), [&](int i) {
        return std::make_unique<StaticPolicy>("candidate", candidates[static_cast<std::size_t>(i)]);
    });
}

Expected<SearchResult> search_rule(const SearchSetup& setup, const std::vector<RuleOptions>& candidates) {
    return search_best(setup, static_cast<int>(candidates.size()), [&](int i) {
        return std::make_unique<RulePolicy>("candidate", candidates[static_cast<std::size_t>(i)]);
    });
}

}  // namespace

Expected<CalibratedStatic> calibrate_static(const SearchSetup& setup) {
    const int least = setup.config.environment.min_replicas;
    const int most = setup.config.environment.max_replicas;
    const int stride = most - least >= 12 ? 2 : 1;
    std::vector<Allocation> candidates = allocations(least, most, least, most, stride);
    Expected<SearchResult> found = search_static(setup, candidates);
    if (!found) return Unexpected<Error>(found.error());
    Allocation best = candidates[static_cast<std::size_t>(found->best)];
    if (stride > 1) {
        const std::int64_t coarse_episodes = found->episodes;
        const std::string coarse_budget = found->budget;
        candidates =
            allocations(std::max(least, best.replicas_gpu - 1), std::min(most, best.replicas_gpu + 1),
                        std::max(least, best.replicas_cpu - 1), std::min(most, best.replicas_cpu + 1), 1);
        found = search_static(setup, candidates);
        if (!found) return Unexpected<Error>(found.error());
        best = candidates[static_cast<std::size_t>(found->best)];
        found->episodes += coarse_episodes;
        found->budget = coarse_budget + "; then " + found->budget;
    }
    return CalibratedStatic{best, *found};
}

Expected<CalibratedHpa> calibrate_hpa(const SearchSetup& setup) {
    std::vector<HpaPolicyOptions> candidates = hpa_candidates(setup.config);
    draw_candidates(candidates, setup.config.policies.calibration_candidates);
    const Expected<SearchResult> found = search_best(setup, static_cast<int>(candidates.size()), [&](int i) {
        return std::make_unique<HpaPolicy>("candidate", candidates[static_cast<std::size_t>(i)]);
    });
    if (!found) return Unexpected<Error>(found.error());
    return CalibratedHpa{candidates[static_cast<std::size_t>(found->best)], *found};
}

Expected<CalibratedRule> calibrate_rule(const SearchSetup& setup, bool per_pattern) {
    std::vector<RuleOptions> candidates = rule_candidates(setup.config);
    draw_candidates(candidates, setup.config.policies.calibration_candidates);
    CalibratedRule out;
    if (!per_pattern) {
        const Expected<SearchResult> found = search_rule(setup, candidates);
        if (!found) return Unexpected<Error>(found.error());
        out.options = candidates[static_cast<std::size_t>(found->best)];
        out.search = *found;
        return out;
    }
    out.options = rule_options(setup.config.policies);
    for (const std::string& pattern : setup.patterns) {
        SearchSetup one = setup;
        one.patterns = {pattern};
        const Expected<SearchResult> found = search_rule(one, candidates);
        if (!found) return Unexpected<Error>(found.error());
        out.by_pattern[pattern] = candidates[static_cast<std::size_t>(found->best)];
        out.search.mean_return += found->mean_return / static_cast<double>(setup.patterns.size());
        out.search.episodes += found->episodes;
        out.search.budget += (out.search.budget.empty() ? "" : "; ") + pattern + ": " + found->budget;
    }
    return out;
}

}  // namespace trimtab::agent
