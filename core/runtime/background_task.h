// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <functional>
#include <memory>
#include <optional>

#include "core/runtime/job.h"

namespace trimtab::runtime {

class WorkerThread;

/// Small work of one view that must not block the window (reading a run, drawing a picture): not in the queue
/// of RunService and not shown. The newest wins: asking again while something runs stops that, drops its
/// result and runs the newest as soon as the thread is free. GUI thread.
class BackgroundTask final : public QObject {
    Q_OBJECT

  public:
    explicit BackgroundTask(QObject* parent = nullptr);
    /// Stops and joins.
    ~BackgroundTask() override;

    /// `work` runs in a thread and is told to stop by its token; `done` is called in this thread with its
    /// value or error, unless something newer was asked for or cancel() was called.
    template <class T>
    void run(std::function<Expected<T>(StopToken)> work, std::function<void(Expected<T>)> done) {
        start(
            [work = std::move(work)](StopToken stop) -> JobResult {
                Expected<T> value = work(stop);
                if (!value) return Unexpected<Error>(value.error());
                return std::any(std::make_shared<T>(std::move(*value)));
            },
            [done = std::move(done)](const JobResult& result) {
                if (result)
                    done(std::move(*std::any_cast<const std::shared_ptr<T>&>(*result)));
                else
                    done(Unexpected<Error>(result.error()));
            });
    }

    /// Drops what runs and what waits.
    void cancel();
    [[nodiscard]] bool busy() const { return worker_ != nullptr; }

  Q_SIGNALS:
    void busyChanged(bool busy);

  private:
    using Work = std::function<JobResult(StopToken)>;
    using Done = std::function<void(const JobResult&)>;
    void start(Work work, Done done);
    void begin();
    void end(const JobResult& result);

    TelemetryChannel display_{1};
    std::unique_ptr<WorkerThread> worker_;
    Done done_;  ///< of what runs; empty: dropped
    std::optional<std::pair<Work, Done>> next_;
};

}  // namespace trimtab::runtime
