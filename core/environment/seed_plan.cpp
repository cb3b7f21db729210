// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/environment/seed_plan.h"

#include "core/base/seeded_draw.h"
#include "core/load/load_pattern.h"

namespace trimtab::environment {

EpisodeSpec planned_episode(SeedUse use, const std::string& pattern, int run) {
    // A pattern that does not exist is reported where its schedule is made.
    const int index = load::pattern_index(pattern).value_or(0);
    const auto own = static_cast<std::uint64_t>(1000 * index + run);
    EpisodeSpec spec;
    spec.pattern = pattern;
    switch (use) {
        case SeedUse::test:
            spec.seed = own;
            break;
        case SeedUse::baseline:
            spec.seed = own + 5000;
            break;
        case SeedUse::calibration:
            spec.seed = own + 10000;
            break;
        case SeedUse::validation:
            spec.seed = own + 500'000;
            break;
    }
    return spec;
}

std::vector<EpisodeSpec> planned_episodes(SeedUse use, const std::vector<std::string>& patterns, int runs) {
    std::vector<EpisodeSpec> episodes;
    episodes.reserve(patterns.size() * static_cast<std::size_t>(runs));
    for (const std::string& pattern : patterns)
        for (int run = 0; run < runs; ++run) episodes.push_back(planned_episode(use, pattern, run));
    return episodes;
}

EpisodePlan training_plan(const config::Config& config) {
    const std::vector<std::string> patterns = config.load.patterns;
    const std::uint64_t run_seed = config.training.seed;
    const double interval = config.environment.action_interval;
    const auto steps = static_cast<std::uint64_t>(config.environment.episode_duration / interval + 0.5);
    const bool stagger = config.training.stagger_starts;
    return [=](int env, std::int64_t k) {
        const auto entity = static_cast<std::uint64_t>(env);
        const auto counter = static_cast<std::uint64_t>(k);
        EpisodeSpec spec;
        // 40 random bits: two of a million episodes share a seed with probability 0.4, and no seed reaches
        // 2^56, where it would meet the stream's bits.
        spec.seed = first_training_seed + (draw_bits(run_seed, DrawStream::episode, entity, counter) >> 24);
        spec.pattern = patterns[(entity + counter) % patterns.size()];
        if (stagger && k == 0) {
            DrawSequence draws(run_seed, DrawStream::stagger, entity);
            spec.start_offset_s =
                static_cast<int>(static_cast<double>(draws.next_below(steps)) * interval + 0.5);
        }
        return spec;
    };
}

}  // namespace trimtab::environment
