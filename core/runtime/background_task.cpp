// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/background_task.h"

#include <utility>

#include "core/runtime/worker_thread.h"

namespace trimtab::runtime {

BackgroundTask::BackgroundTask(QObject* parent) : QObject(parent) {}

BackgroundTask::~BackgroundTask() = default;

void BackgroundTask::start(Work work, Done done) {
    next_ = {std::move(work), std::move(done)};
    if (worker_) {
        done_ = {};
        worker_->requestStop();
    } else {
        begin();
        Q_EMIT busyChanged(true);
    }
}

void BackgroundTask::begin() {
    Work work = std::move(next_->first);
    done_ = std::move(next_->second);
    next_.reset();
    Job job;
    job.kind = "background";
    job.run = [work = std::move(work)](JobContext& context) { return work(context.stop()); };
    worker_ = std::make_unique<WorkerThread>(0, std::move(job), display_);
    connect(worker_.get(), &WorkerThread::finished, this,
            [this](JobId, const JobResult& result) { end(result); });
    worker_->start();
}

void BackgroundTask::end(const JobResult& result) {
    // The signal comes from the worker itself: it may only go once its own call has returned.
    worker_.release()->deleteLater();
    const Done done = std::exchange(done_, {});
    if (next_) {
        begin();
        return;
    }
    if (done) done(result);
    // `done` may have asked for more.
    if (!worker_) Q_EMIT busyChanged(false);
}

void BackgroundTask::cancel() {
    next_.reset();
    done_ = {};
    if (worker_) worker_->requestStop();
}

}  // namespace trimtab::runtime
