// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>

#include "core/config/config.h"
#include "core/results/event_file.h"
#include "core/results/event_scalars.h"
#include "core/results/manifest.h"
#include "core/results/metrics_file.h"
#include "core/results/training_progress.h"
#include "core/training/training_output.h"

namespace trimtab::results {

/// Writes the folder of one training run (DESIGN 4). Everything that can be replaced is replaced atomically;
/// metrics.jsonl is on its way to the disk before a last.pt that counts its rows. One thread.
class RunRecorder final : public training::TrainingOutput {
  public:
    /// A new run in an empty folder: writes config.yaml and the manifest, opens the metrics and the event
    /// file.
    [[nodiscard]] static Expected<std::unique_ptr<RunRecorder>> create(const std::filesystem::path& folder,
                                                                       const config::Config& config,
                                                                       const std::string& command_line);

    /// Continues a run whose last.pt counts `rows`: later lines are cut off, the progress is read back.
    [[nodiscard]] static Expected<std::unique_ptr<RunRecorder>> resume(const std::filesystem::path& folder,
                                                                       const config::Config& config,
                                                                       std::int64_t rows, std::int64_t steps);
    ~RunRecorder() override;

    [[nodiscard]] Expected<void> row(const telemetry::Row& row) override;
    [[nodiscard]] Expected<void> checkpoint(training::CheckpointKind kind, std::int64_t episode,
                                            const std::string& bytes) override;
    [[nodiscard]] Expected<void> evaluation(std::int64_t episode,
                                            const training::EvaluationResult& result) override;
    /// Flushes metrics, renews the heartbeat and training_progress.json when their time has come.
    [[nodiscard]] Expected<void> keep_alive() override;

    /// The last words: state finished, stopped or failed, with hashes of every file. `summary` goes to the
    /// manifest.
    [[nodiscard]] Expected<void> finish(RunState state, const std::string& error,
                                        std::map<std::string, double> summary);

    [[nodiscard]] const TrainingProgress& progress() const { return progress_; }
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

  private:
    RunRecorder(std::filesystem::path folder, Manifest manifest, int keep_checkpoints);
    [[nodiscard]] Expected<void> write_progress();
    void remove_old_checkpoints();

    using Clock = std::chrono::steady_clock;
    std::filesystem::path folder_;
    Manifest manifest_;
    int keep_checkpoints_;
    std::unique_ptr<MetricsFile> metrics_;
    std::unique_ptr<EventFile> events_;
    EventScalars scalars_;
    TrainingProgress progress_;
    Clock::time_point last_heartbeat_ = Clock::now();
    Clock::time_point last_progress_ = Clock::now();
    double progress_cost_s_ = 0;  // of the last training_progress.json
};

}  // namespace trimtab::results
