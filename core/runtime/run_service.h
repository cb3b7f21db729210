// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "core/runtime/job.h"

namespace trimtab::runtime {

class WorkerThread;

/// Everything about a job that a view shows.
struct JobStatus {
    JobId id = 0;
    std::string kind;
    std::string title;
    std::string command_line;
    JobLane lane = JobLane::compute;
    JobState state = JobState::queued;
    JobProgress progress;
    std::optional<JobResult> result;  ///< set once finished, stopped or failed
};

/// The one door between the window and the work: a queue of jobs, each run by a thread of its own, and the
/// channel that their metrics come through. Lives in the GUI thread; never blocks it, except in the
/// destructor, which stops and joins.
class RunService final : public QObject {
    Q_OBJECT

  public:
    /// display_capacity: rows that may wait for the display before they are dropped and counted.
    explicit RunService(std::size_t display_capacity = 1U << 16, QObject* parent = nullptr);
    ~RunService() override;

    /// Queues the job; it starts at once where its lane is free.
    JobId submit(Job job);
    void pause(JobId id);
    void resume(JobId id);
    /// A queued job is removed, a running one finishes its step, saves and ends as `stopped`.
    void stop(JobId id);
    void stopAll();

    [[nodiscard]] const JobStatus* find(JobId id) const;
    /// In order of submission; valid as long as the service.
    [[nodiscard]] std::vector<const JobStatus*> jobs() const;
    [[nodiscard]] bool busy() const;  ///< something runs or waits
    /// Drained by the one pump of the display.
    [[nodiscard]] TelemetryChannel& display() { return display_; }

  Q_SIGNALS:
    void jobAdded(trimtab::runtime::JobId id);
    void jobChanged(trimtab::runtime::JobId id);   ///< state or progress
    void jobFinished(trimtab::runtime::JobId id);  ///< result is set
    void idle();                                   ///< the last job has ended

  private:
    struct Entry;
    void startWaiting();
    void finish(JobId id, const JobResult& result);

    TelemetryChannel display_;
    JobId nextId_ = 1;
    std::map<JobId, std::unique_ptr<Entry>> entries_;
    std::deque<JobId> waiting_;
};

}  // namespace trimtab::runtime
