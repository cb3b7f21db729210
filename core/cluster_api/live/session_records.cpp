// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/live/session_records.h"

#include "core/telemetry/metric_registry.h"

namespace trimtab::cluster_api {
namespace {

telemetry::Row new_row(telemetry::RowKind kind, const SessionRecords::Place& place) {
    telemetry::Row row;
    row.kind = kind;
    row.step = place.step;
    row.episode = place.episode;
    row.wall_s = place.wall_s;
    return row;
}

bool is_reward(int metric) { return telemetry::metric_info(metric).group == telemetry::MetricGroup::reward; }

}  // namespace

Expected<void> SessionRecords::open(const ControlOptions& options) {
    with_rewards_ = options.baselines.has_value();
    drives_load_ = options.config.cluster.drive_load;
    if (options.recording.empty()) return {};
    auto recorder = results::LiveRecorder::create(options.recording, options.config, options.command_line);
    if (!recorder) return Unexpected<Error>(recorder.error());
    recorder_ = std::move(*recorder);
    auto audit = AuditLog::open(options.recording / "audit.jsonl");
    if (!audit) return Unexpected<Error>(audit.error());
    audit_ = std::move(*audit);
    return {};
}

Expected<void> SessionRecords::step(const Place& place,
                                    const environment::KubernetesEnvironment& environment) {
    if (error_) return Unexpected<Error>(*error_);
    if (!recorder_) return {};
    telemetry::Row row = new_row(telemetry::RowKind::step, place);
    row.time_s = environment.info().time_s;
    if (drives_load_) row.label = environment.info().pattern;
    environment.append_step_metrics(row.values);
    if (!with_rewards_) std::erase_if(row.values, [](const auto& value) { return is_reward(value.first); });
    return recorder_->row(row);
}

void SessionRecords::keep_up(const Place& place, const std::vector<PodView>& pods) {
    if (recorder_)
        if (auto kept = recorder_->keep_alive(); !kept) error_ = kept.error();
    for (const PodView& pod : pods) {
        if (pod.phase != "Ready") {
            if (pod.phase == "Pending" || pod.phase == "Starting") starting_.insert(pod.name);
            continue;
        }
        if (starting_.erase(pod.name) == 0 || !recorder_) continue;
        telemetry::Row row = new_row(telemetry::RowKind::event, place);
        row.label = std::string("pod-ready ") + (pod.pool == cluster::Pool::gpu ? "gpu" : "cpu");
        row.values = {{telemetry::metric::startup_s, pod.age_s}};
        if (auto added = recorder_->row(row); !added) error_ = added.error();
    }
}

Expected<void> SessionRecords::close(const Expected<void>& outcome, const ControlSummary& summary) {
    audit_.reset();
    if (!recorder_) return {};
    const auto recorder = std::move(recorder_);
    const auto number = [](std::int64_t count) { return static_cast<double>(count); };
    return recorder->finish(outcome ? results::RunState::finished : results::RunState::failed,
                            outcome ? "" : outcome.error().to_string(),
                            {{"steps", number(summary.steps)},
                             {"writes", number(summary.writes)},
                             {"held_decisions", number(summary.held_decisions)},
                             {"missing_samples", number(summary.missing_samples)}});
}

}  // namespace trimtab::cluster_api
