// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "core/config/config.h"
#include "core/results/manifest.h"
#include "core/results/metrics_file.h"

namespace trimtab::results {

/// Writes the folder of a session on a live cluster, in the format of a training run: config.yaml,
/// manifest.json and metrics.jsonl with a row a step, so that replay, fit and the figures read both alike.
/// One thread.
class LiveRecorder {
  public:
    /// An empty folder, as create_run_folder(results_dir, "live") makes it.
    [[nodiscard]] static Expected<std::unique_ptr<LiveRecorder>> create(const std::filesystem::path& folder,
                                                                        const config::Config& config,
                                                                        const std::string& command_line);

    [[nodiscard]] Expected<void> row(const telemetry::Row& row);
    /// Several times a second: flushes, and renews the heartbeat every five seconds.
    [[nodiscard]] Expected<void> keep_alive();
    /// The last words, with hashes of every file.
    [[nodiscard]] Expected<void> finish(RunState state, const std::string& error,
                                        std::map<std::string, double> summary);
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

  private:
    LiveRecorder(std::filesystem::path folder, Manifest manifest)
        : folder_(std::move(folder)), manifest_(std::move(manifest)) {}

    std::filesystem::path folder_;
    Manifest manifest_;
    std::unique_ptr<MetricsFile> metrics_;
    std::chrono::steady_clock::time_point last_heartbeat_ = std::chrono::steady_clock::now();
};

}  // namespace trimtab::results
