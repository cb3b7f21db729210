// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <any>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include "core/base/bounded_channel.h"
#include "core/base/expected.h"
#include "core/base/run_control.h"
#include "core/telemetry/row.h"

namespace trimtab::runtime {

/// Unique within a RunService, counted from 1. Every message carries it, so a late one of an old job is
/// harmless.
using JobId = std::int64_t;

/// compute: one after another, as they saturate the cores. background: at once (figures, files, one episode).
enum class JobLane { compute, background };

enum class JobState { queued, running, paused, stopping, finished, stopped, failed };

/// How far a job is; fraction in [0, 1], or negative where unknown.
struct JobProgress {
    double fraction = -1;
    double eta_s = -1;               ///< negative where unknown
    std::string text;                ///< one line: "episode 1,230 of 2,000"
    std::filesystem::path folder{};  ///< the run folder that it writes; empty before there is one
};

/// A metrics row on its way to the display.
struct TelemetryMessage {
    JobId job = 0;
    telemetry::Row row;
};
using TelemetryChannel = BoundedChannel<TelemetryMessage>;

/// What a running job is given. Used from the job's thread only.
class JobContext final : public telemetry::RowSink {
  public:
    JobContext(JobId id, StopToken stop, TelemetryChannel& display, std::function<void(JobProgress)> report)
        : id_(id), stop_(stop), display_(display), report_(std::move(report)) {}

    [[nodiscard]] JobId id() const { return id_; }
    [[nodiscard]] StopToken stop() const { return stop_; }
    /// To the display: lossy, drops are counted, never waits.
    void accept(const telemetry::Row& row) override { display_.offer({id_, row}); }
    void report(JobProgress progress) const { report_(std::move(progress)); }

  private:
    JobId id_;
    StopToken stop_;
    TelemetryChannel& display_;
    std::function<void(JobProgress)> report_;
};

/// What a job hands back: a value whose type its maker documents (see jobs.h), or an error with the next step
/// to take.
using JobResult = Expected<std::any>;

/// A piece of work and how a person would name it.
struct Job {
    std::string kind;          ///< train, evaluate, compare, figures ...
    std::string title;         ///< "Train default.yaml, seed 1"
    std::string command_line;  ///< the trimtab command that does the same
    JobLane lane = JobLane::compute;
    std::function<JobResult(JobContext&)> run;
};

}  // namespace trimtab::runtime
