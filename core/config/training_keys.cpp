// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/section_builder.h"

namespace trimtab::config {

void add_training_keys(std::vector<ConfigKey>& rows) {
    using T = TrainingConfig;
    SectionBuilder<T> section(rows, "training", &Config::training);
    section.integer("total_steps", &T::total_steps, "steps", 1, 1e12,
                    "Length of the run over all environments; ignored where total_episodes is above 0.");
    section.integer("total_episodes", &T::total_episodes, "episodes", 0, 1e11,
                    "Length of the run in episodes; 0: total_steps counts.");
    section.integer("n_envs", &T::n_envs, "", 1, 65536, "Environments that are stepped together.");
    section.integer("seed", &T::seed, "", 0, largest_integer, "Seed of every random number of the run.");
    section.integer_list("seeds", &T::seeds, 0, largest_integer,
                         "Seeds of the runs of a pipeline or a sweep.");
    section.integer("checkpoint_interval_episodes", &T::checkpoint_interval_episodes, "episodes", 1, 1e9,
                    "Episodes between two model_episode_*.pt.");
    section.integer("evaluation_interval_episodes", &T::evaluation_interval_episodes, "episodes", 0, 1e9,
                    "Episodes between two evaluations; 0: only at the end.");
    section.integer("evaluation_runs", &T::evaluation_runs, "episodes", 0, 100000,
                    "Episodes a pattern of each evaluation; the best mean return becomes best_model.pt; 0: "
                    "no evaluation.");
    section.integer("keep_checkpoints", &T::keep_checkpoints, "", 0, 1e9,
                    "Keeps the newest so many model_episode_*.pt; 0: all.");
    section
        .integer("threads", &T::threads, "", 0, 1024,
                 "Threads that step the environments; 0: one a core. Never changes the result.")
        .advanced = true;
    section
        .integer("update_threads", &T::update_threads, "", 1, 1024,
                 "Threads of the update; a run is reproducible for a given number.")
        .advanced = true;
    section
        .boolean("stagger_starts", &T::stagger_starts,
                 "Spreads the phases of the environments over the first episode.")
        .advanced = true;
    section.text("init_from", &T::init_from,
                 "A checkpoint whose weights the run starts from; empty: fresh weights.");
}

}  // namespace trimtab::config
