// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "core/base/expected.h"
#include "core/base/run_control.h"
#include "core/config/config.h"
#include "core/environment/environment.h"
#include "core/results/training_progress.h"
#include "core/telemetry/row.h"
#include "core/training/trainer.h"

namespace trimtab::results {

/// One training run: a new one from `config`, or the continuation of `resume`.
struct TrainingRequest {
    config::Config config;  ///< ignored where `resume` is set: the run's own config.yaml counts
    std::filesystem::path results_dir = "rl";
    std::filesystem::path resume;  ///< a training_* folder to continue; empty: a new run
    std::string command_line;      ///< recorded in the manifest
    double last_checkpoint_interval_s = 5;
    /// Where the agent learns instead of on the embedded cluster (a live one); by index, from 0. Empty:
    /// embedded.
    std::function<Expected<std::unique_ptr<environment::Environment>>(int)> make_environment;
};

/// How far a run is, for a progress bar.
struct TrainingStatus {
    double fraction = 0;  ///< 0..1
    std::int64_t steps = 0;
    std::int64_t episodes = 0;
    double steps_per_s = 0;    ///< of this process so far; 0 before its first steps
    double eta_s = -1;         ///< negative where unknown
    double recent_return = 0;  ///< mean of the last 100 episodes; NaN before the first
    double best_return = 0;    ///< of an evaluation; NaN before the first
};

/// What the caller wants to see of a run; every member may be empty. Called from the training thread.
struct TrainingHooks {
    telemetry::RowSink* display = nullptr;                    ///< every row, after it was recorded
    std::function<void(const std::filesystem::path&)> began;  ///< the run folder, as soon as it exists
    std::function<void(const TrainingStatus&)> progress;      ///< a few times a second
    /// Draws training_progress.png; called now and then and at the end. Its error is an event row, not the
    /// run's end.
    std::function<Expected<void>(const TrainingProgress&, const std::filesystem::path& png)> draw_progress;
};

/// What a training left.
struct TrainingRunResult {
    std::filesystem::path folder;
    training::TrainingSummary summary;
};

/// Trains, records and evaluates in a run folder (DESIGN 4). On an error the manifest says `failed` and why,
/// and the last good files stay. Blocks its thread.
[[nodiscard]] Expected<TrainingRunResult> run_training(const TrainingRequest& request, StopToken stop,
                                                       const TrainingHooks& hooks = {});

/// What a run would take, from a probe of a second at most: two updates without evaluation.
struct TrainingEstimate {
    double wall_s = 0;
    std::uint64_t disk_bytes = 0;
    double steps_per_s = 0;
};
[[nodiscard]] Expected<TrainingEstimate> estimate_training(const config::Config& config, StopToken stop = {});

}  // namespace trimtab::results
