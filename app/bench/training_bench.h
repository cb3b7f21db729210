// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/expected.h"
#include "core/base/run_control.h"
#include "core/config/config.h"

namespace trimtab::app {

/// Speed of the trainer, in environment steps a second of wall time, over all environments.
struct TrainingBench {
    double learner_steps_per_s =
        0;  ///< the whole trainer on an environment that costs nothing, 64 of them, one core
    double learner_steps_per_s_1env = 0;  ///< the same with one environment
    double training_steps_per_s = 0;      ///< a run with its folder, evaluations and checkpoints, all cores
    double training_steps_per_s_1core = 0;
    double collect_share = 0, act_share = 0, update_share = 0, evaluate_share = 0,
           output_share = 0;  ///< of the one-core run
    double peak_rss_mb = 0;   ///< of this process so far
    int threads = 0;          ///< cores that the all-cores run used
};

/// `config`: the configuration of the end-to-end runs; its total_steps is cut so that each lasts about
/// `seconds`. Their folders go to a temporary place and are removed.
[[nodiscard]] Expected<TrainingBench> run_training_bench(const config::Config& config, double seconds,
                                                         StopToken stop = {});

}  // namespace trimtab::app
