// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/live_recorder.h"

#include "core/config/config_writer.h"
#include "core/results/atomic_file.h"

namespace trimtab::results {

Expected<std::unique_ptr<LiveRecorder>> LiveRecorder::create(const std::filesystem::path& folder,
                                                             const config::Config& config,
                                                             const std::string& command_line) {
    Manifest manifest = new_manifest("live", folder.filename().string());
    manifest.command_line = command_line;
    manifest.config_hash = config::config_hash(config);
    std::unique_ptr<LiveRecorder> recorder(new LiveRecorder(folder, std::move(manifest)));
    auto metrics = MetricsFile::create(folder / "metrics.jsonl");
    if (!metrics) return Unexpected(metrics.error());
    recorder->metrics_ = std::move(*metrics);
    if (auto written = write_file_atomically(folder / "config.yaml", config::to_yaml(config)); !written)
        return Unexpected(written.error());
    if (auto written = write_manifest(folder, recorder->manifest_); !written)
        return Unexpected(written.error());
    return recorder;
}

Expected<void> LiveRecorder::row(const telemetry::Row& row) { return metrics_->add(row); }

Expected<void> LiveRecorder::keep_alive() {
    constexpr auto heartbeat_interval = std::chrono::seconds(5);
    if (auto ticked = metrics_->tick(); !ticked) return ticked;
    if (std::chrono::steady_clock::now() - last_heartbeat_ < heartbeat_interval) return {};
    last_heartbeat_ = std::chrono::steady_clock::now();
    manifest_.heartbeat = wall_clock();
    return write_manifest(folder_, manifest_, false);
}

Expected<void> LiveRecorder::finish(RunState state, const std::string& error,
                                    std::map<std::string, double> summary) {
    auto result = metrics_->flush();
    manifest_.state = state;
    manifest_.error = error;
    manifest_.heartbeat = manifest_.ended = wall_clock();
    manifest_.summary = std::move(summary);
    if (auto hashed = add_artefacts(folder_, manifest_); !hashed && result) result = hashed;
    if (auto written = write_manifest(folder_, manifest_); !written && result) result = written;
    return result;
}

}  // namespace trimtab::results
