// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <string>
#include <vector>

#include "core/base/seeded_draw.h"
#include "core/training/evaluation_result.h"

/// Hand-made evaluations: every number of an episode follows from a level, a cost and noise that the
/// episode's seed decides.
namespace made {

using namespace trimtab;

/// What a made policy is like.
struct Character {
    std::string name;
    double level = 4.5;  ///< mean return
    double noise = 0.2;  ///< its own spread of returns, beside what the episode does to every policy
    double cost_usd = 0.2;
    double p95_ms = 500;
    std::string source = {};
    std::uint64_t training_seed = 0;
    bool clairvoyant = false;
};

inline double normal(std::uint64_t seed, std::uint64_t entity) {
    return inverse_normal(uniform_draw(seed, DrawStream::calibration, entity, 0));
}

inline training::PolicyResult policy(const Character& character, const std::vector<std::string>& patterns,
                                     int runs, std::uint64_t entity) {
    training::PolicyResult out;
    out.policy = character.name;
    out.source = character.source;
    out.training_seed = character.training_seed;
    out.clairvoyant = character.clairvoyant;
    for (std::size_t pattern = 0; pattern < patterns.size(); ++pattern) {
        for (int run = 0; run < runs; ++run) {
            training::EpisodeResult e;
            e.pattern = patterns[pattern];
            e.seed = 1000 * pattern + static_cast<std::uint64_t>(run);
            const double shared = normal(e.seed, 1000);
            const double own = character.noise * normal(e.seed, entity);
            e.episode_return = character.level + 0.1 * static_cast<double>(pattern) + 0.5 * shared + own;
            e.latency_improvement = e.episode_return;
            e.throughput_improvement = 2;
            e.resource_efficiency = 10 * (0.2 - character.cost_usd);
            e.stability_bonus = 8 + own;
            e.latency_p95_ms = character.p95_ms * (1 + 0.05 * shared + 0.2 * own);
            e.mean_window_p95_ms = e.latency_p95_ms;
            e.throughput_rps = 25 + shared;
            e.served_share = 0.95;
            e.slo_violations = std::round(10 * std::min(1.0, character.p95_ms / 2000)) / 10;
            e.cost_usd = character.cost_usd * (1 + 0.02 * own);
            e.energy_wh = 150 * e.cost_usd;
            e.scaling_actions = 3 + run % 3;
            e.flaps = run % 2;
            e.mean_ready_gpu = 3;
            e.mean_ready_cpu = 3;
            e.gpu_share = 0.5 + 0.02 * own;
            for (int i = 1; i <= 100; ++i) e.latencies.add(e.latency_p95_ms * i / 95.0);
            out.episodes.push_back(e);
        }
    }
    return out;
}

inline training::EvaluationResult evaluation(const std::vector<Character>& characters,
                                             const std::vector<std::string>& patterns = {"ramp", "spike"},
                                             int runs = 30) {
    training::EvaluationResult out;
    out.patterns = patterns;
    out.runs = runs;
    std::uint64_t entity = 0;
    for (const Character& character : characters)
        out.policies.push_back(policy(character, patterns, runs, ++entity));
    return out;
}

}  // namespace made
