// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/run_recorder.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "core/config/config_writer.h"
#include "core/results/atomic_file.h"
#include "core/results/evaluation_document.h"

namespace trimtab::results {
namespace {

constexpr double heartbeat_interval_s = 5;
constexpr double progress_interval_s = 5;
/// training_progress.json grows with the run; writing it may take this share of the time at most.
constexpr double progress_share = 0.01;

double seconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// N of model_episode_<N>.pt; negative for other names.
std::int64_t checkpoint_episode(const std::string& name) {
    constexpr std::string_view prefix = "model_episode_", suffix = ".pt";
    if (!name.starts_with(prefix) || !name.ends_with(suffix)) return -1;
    std::int64_t episode = -1;
    const char* end = name.data() + name.size() - suffix.size();
    const auto parsed = std::from_chars(name.data() + prefix.size(), end, episode);
    return parsed.ec == std::errc() && parsed.ptr == end ? episode : -1;
}

}  // namespace

RunRecorder::RunRecorder(std::filesystem::path folder, Manifest manifest, int keep_checkpoints)
    : folder_(std::move(folder)), manifest_(std::move(manifest)), keep_checkpoints_(keep_checkpoints) {}

RunRecorder::~RunRecorder() = default;

Expected<std::unique_ptr<RunRecorder>> RunRecorder::create(const std::filesystem::path& folder,
                                                           const config::Config& config,
                                                           const std::string& command_line) {
    Manifest manifest = new_manifest("training", folder.filename().string());
    manifest.command_line = command_line;
    manifest.config_hash = config::config_hash(config);
    manifest.seeds = {config.training.seed};
    std::unique_ptr<RunRecorder> recorder(
        new RunRecorder(folder, std::move(manifest), config.training.keep_checkpoints));
    auto metrics = MetricsFile::create(folder / "metrics.jsonl");
    if (!metrics) return Unexpected(metrics.error());
    recorder->metrics_ = std::move(*metrics);
    if (auto written = write_file_atomically(folder / "config.yaml", config::to_yaml(config)); !written)
        return Unexpected(written.error());
    if (auto written = write_manifest(folder, recorder->manifest_); !written)
        return Unexpected(written.error());
    auto events = EventFile::create(folder, wall_clock(), 0);
    if (!events) return Unexpected(events.error());
    recorder->events_ = std::move(*events);
    return recorder;
}

Expected<std::unique_ptr<RunRecorder>> RunRecorder::resume(const std::filesystem::path& folder,
                                                           const config::Config& config, std::int64_t rows,
                                                           std::int64_t steps) {
    std::vector<telemetry::Row> kept;
    auto metrics = MetricsFile::reopen(folder / "metrics.jsonl", rows, kept);
    if (!metrics) return Unexpected(metrics.error());
    // A lost manifest is no reason to lose the run: a new one describes it from here on.
    Manifest manifest = new_manifest("training", folder.filename().string());
    if (auto read = read_manifest(folder)) {
        manifest.command_line = read->command_line;
        manifest.started = read->started;
        manifest.resumed = read->resumed;
    }
    ++manifest.resumed;
    manifest.config_hash = config::config_hash(config);
    manifest.seeds = {config.training.seed};
    std::unique_ptr<RunRecorder> recorder(
        new RunRecorder(folder, std::move(manifest), config.training.keep_checkpoints));
    recorder->metrics_ = std::move(*metrics);
    for (const telemetry::Row& row : kept) {
        recorder->progress_.add(row);
        static_cast<void>(recorder->scalars_.add(row));
    }
    if (auto written = write_manifest(folder, recorder->manifest_); !written)
        return Unexpected(written.error());
    auto events = EventFile::create(folder, wall_clock(), steps + 1);
    if (!events) return Unexpected(events.error());
    recorder->events_ = std::move(*events);
    return recorder;
}

Expected<void> RunRecorder::row(const telemetry::Row& row) {
    progress_.add(row);
    if (auto added = metrics_->add(row); !added) return added;
    const auto scalars = scalars_.add(row);
    return scalars.empty() ? Expected<void>() : events_->add(wall_clock(), row.step, scalars);
}

Expected<void> RunRecorder::checkpoint(training::CheckpointKind kind, std::int64_t episode,
                                       const std::string& bytes) {
    switch (kind) {
        case training::CheckpointKind::best:
            return write_file_atomically(folder_ / "best_model.pt", bytes);
        case training::CheckpointKind::last:
            if (auto synced = metrics_->sync(); !synced) return synced;
            return write_file_atomically(folder_ / "last.pt", bytes);
        case training::CheckpointKind::episode:
            break;
    }
    const auto file = folder_ / ("model_episode_" + std::to_string(episode) + ".pt");
    if (auto written = write_file_atomically(file, bytes, Durability::process); !written) return written;
    remove_old_checkpoints();
    return {};
}

void RunRecorder::remove_old_checkpoints() {
    if (keep_checkpoints_ <= 0) return;
    std::map<std::int64_t, std::filesystem::path> found;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder_, error)) {
        const std::int64_t episode = checkpoint_episode(entry.path().filename().string());
        if (episode >= 0) found[episode] = entry.path();
    }
    while (found.size() > static_cast<std::size_t>(keep_checkpoints_)) {
        std::filesystem::remove(found.begin()->second, error);
        found.erase(found.begin());
    }
}

Expected<void> RunRecorder::evaluation(std::int64_t episode, const training::EvaluationResult& result) {
    return write_file_atomically(folder_ / ("evaluation_episode_" + std::to_string(episode) + ".json"),
                                 episode_evaluation_to_json(episode, result, wall_clock()),
                                 Durability::process);
}

Expected<void> RunRecorder::keep_alive() {
    if (auto ticked = metrics_->tick(); !ticked) return ticked;
    if (seconds_since(last_progress_) > std::max(progress_interval_s, progress_cost_s_ / progress_share))
        if (auto written = write_progress(); !written) return written;
    if (seconds_since(last_heartbeat_) < heartbeat_interval_s) return {};
    last_heartbeat_ = Clock::now();
    manifest_.heartbeat = wall_clock();
    return write_manifest(folder_, manifest_, false);
}

Expected<void> RunRecorder::write_progress() {
    const auto start = Clock::now();
    auto written = write_file_atomically(folder_ / "training_progress.json", progress_.to_json(wall_clock()),
                                         Durability::process);
    last_progress_ = Clock::now();
    progress_cost_s_ = seconds_since(start);
    return written;
}

Expected<void> RunRecorder::finish(RunState state, const std::string& error,
                                   std::map<std::string, double> summary) {
    auto result = metrics_->flush();
    if (result) result = write_progress();
    manifest_.state = state;
    manifest_.error = error;
    manifest_.heartbeat = manifest_.ended = wall_clock();
    manifest_.summary = std::move(summary);
    if (auto hashed = add_artefacts(folder_, manifest_); !hashed && result) result = hashed;
    // The manifest is small: it may still fit where the others did not.
    if (auto written = write_manifest(folder_, manifest_); !written && result) result = written;
    return result;
}

}  // namespace trimtab::results
