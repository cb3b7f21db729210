// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <memory>
#include <optional>

#include "core/training/rollout_collector.h"
#include "core/training/trainer.h"
#include "core/training/training_state.h"

namespace trimtab::training {

/// abandoned: a stop came, and last.pt holds the boundary that the rollout began at.
enum class RolloutEnd { complete, abandoned };

/// The parts of a training run that trainer.cpp's loop puts in order, and what they share. One thread.
struct TrainingRun {
    using Clock = std::chrono::steady_clock;

    TrainingRun(TrainerSetup s, TrainingOutput& o) : setup(std::move(s)), output(o) {}

    TrainerSetup setup;
    TrainingOutput& output;
    std::optional<agent::PpoAgent> agent;
    TrainingState position;  // at the last boundary, and running within a rollout
    bool resumed = false;
    PhaseTimes phases;

    std::unique_ptr<environment::VectorEnvironment> environments;
    std::optional<agent::RolloutBuffer> buffer;
    std::optional<RolloutCollector> collector;

    Clock::time_point started;
    double wall_before = 0;  // of the run before this process
    Clock::time_point last_written;
    bool boundary_saved = false;  // last.pt holds the last boundary
    double rollout_s = 0;         // wall time of the last rollout and update

    [[nodiscard]] double wall_s() const;
    [[nodiscard]] bool done() const;
    [[nodiscard]] double progress() const;  ///< 0..1
    /// Whether a multiple of `interval` episodes was passed since `before` episodes.
    [[nodiscard]] bool crossed(std::int64_t before, int interval) const;

    /// Makes the environments, the agent unless resumed, and the buffer.
    [[nodiscard]] Expected<void> prepare();
    [[nodiscard]] bool prepared() const { return collector.has_value(); }
    /// Fills the buffer, or a part of it where episodes decide. Abandons the rollout on a stop if last.pt
    /// holds the boundary it began at; else it is a short one and is finished first.
    [[nodiscard]] Expected<RolloutEnd> collect(StopToken stop);
    [[nodiscard]] Expected<RolloutEnd> update(StopToken stop, double progress_before);
    /// False when the evaluation was cancelled; it is then still due.
    [[nodiscard]] Expected<bool> evaluate_if_due(StopToken stop);
    [[nodiscard]] Expected<void> checkpoint_if_due();
    [[nodiscard]] Expected<void> write_checkpoint(CheckpointKind kind);
    [[nodiscard]] Expected<void> keep_alive();

  private:
    [[nodiscard]] Expected<void> emit(telemetry::Row row);
    /// False when a stop was requested.
    [[nodiscard]] Expected<bool> wait_while_paused(StopToken stop);
    [[nodiscard]] Expected<void> record_step(const environment::VectorEnvironment::Batch& batch);
    [[nodiscard]] int rollout_length() const;

    Clock::time_point last_alive_ = Clock::now();
    Clock::time_point last_update_ = Clock::now();
    std::int64_t steps_at_update_ = 0;
    std::int64_t first_env_k_ = 0;
    int first_env_step_ = 0;
};

/// Wall time since `start`.
[[nodiscard]] inline double seconds_since(TrainingRun::Clock::time_point start) {
    return std::chrono::duration<double>(TrainingRun::Clock::now() - start).count();
}

}  // namespace trimtab::training
