// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "core/runtime/job.h"

namespace trimtab::runtime {

/// Owns the one thread that runs one job. Whatever the job throws becomes an error value at this boundary.
/// The destructor requests a stop and joins. All functions belong to the owner's thread; signals arrive there
/// too.
class WorkerThread final : public QObject {
    Q_OBJECT

  public:
    WorkerThread(JobId id, Job job, TelemetryChannel& display, QObject* parent = nullptr);
    ~WorkerThread() override;

    void start();
    /// Acts at the job's next step or minibatch, however busy it is.
    void requestStop() { control_.request_stop(); }
    void setPaused(bool paused) { control_.set_paused(paused); }

  Q_SIGNALS:
    void progressed(trimtab::runtime::JobId id, const trimtab::runtime::JobProgress& progress);
    /// The last signal of a job; the thread has nothing left to do.
    void finished(trimtab::runtime::JobId id, const trimtab::runtime::JobResult& result);

  private:
    void runJob();
    /// Sends on what the thread has left since; called through the event loop.
    Q_INVOKABLE void handOver();

    const JobId id_;
    const Job job_;
    TelemetryChannel& display_;
    RunControl control_;
    std::mutex handing_;  ///< over the next two
    std::vector<JobProgress> reports_;
    std::optional<JobResult> result_;
    std::thread thread_;
};

}  // namespace trimtab::runtime
