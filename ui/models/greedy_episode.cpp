// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/greedy_episode.h"

#include "core/agent/checkpoint.h"
#include "core/agent/ppo_policy.h"
#include "core/environment/baseline_table.h"
#include "core/environment/make_environment.h"
#include "core/environment/seed_plan.h"
#include "core/results/run_folder.h"
#include "core/training/episode_player.h"

namespace trimtab::ui {

Expected<GreedyEpisode> play_greedy_episode(const std::filesystem::path& folder, const std::string& pattern,
                                            int run, StopToken stop) {
    auto config = results::read_run_config(folder);
    if (!config) return Unexpected<Error>(config.error());
    auto model = results::resolve_model(folder);
    if (!model)
        return fail(ErrorCode::not_found, "the run has written no model yet; try again in a few seconds",
                    folder.string());
    auto checkpoint = agent::load_checkpoint(*model);
    if (!checkpoint) return Unexpected<Error>(checkpoint.error());
    environment::MeasureOptions measure;
    measure.stop = stop;
    auto baselines = environment::baselines_for(*config, measure);
    if (!baselines) return Unexpected<Error>(baselines.error());
    auto made = environment::make_environment(*config, *baselines);
    if (!made) return Unexpected<Error>(made.error());
    agent::PpoPolicy policy(std::move(checkpoint->agent), "ppo");
    const auto spec = environment::planned_episode(environment::SeedUse::validation, pattern, run);
    auto played = training::play_episode(policy, **made, spec, true, stop);
    if (!played) return Unexpected<Error>(played.error());
    return GreedyEpisode{std::move(*played), model->filename().string()};
}

}  // namespace trimtab::ui
