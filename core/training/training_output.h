// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "core/base/expected.h"
#include "core/telemetry/row.h"
#include "core/training/evaluation_result.h"

namespace trimtab::training {

enum class CheckpointKind {
    episode,  ///< model_episode_<N>.pt: weights
    best,     ///< best_model.pt: weights
    last      ///< last.pt: everything that resuming needs
};

/// Where a training run leaves its results; implemented by results/run_recorder.h. Called from the training
/// thread. An error (a full disk, say) stops the run with that error.
class TrainingOutput {
  public:
    virtual ~TrainingOutput() = default;
    /// Rows come in a fixed order: the n-th row of a run is the same row in every equal run, wall_s aside.
    [[nodiscard]] virtual Expected<void> row(const telemetry::Row& row) = 0;
    /// `bytes` is a whole `.pt` file, to be put in place atomically.
    [[nodiscard]] virtual Expected<void> checkpoint(CheckpointKind kind, std::int64_t episode,
                                                    const std::string& bytes) = 0;
    [[nodiscard]] virtual Expected<void> evaluation(std::int64_t episode, const EvaluationResult& result) = 0;
    /// Called several times a second while the run lives, also while it is paused: the place for a heartbeat.
    [[nodiscard]] virtual Expected<void> keep_alive() { return {}; }
};

}  // namespace trimtab::training
