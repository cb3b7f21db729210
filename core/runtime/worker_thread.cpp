// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/worker_thread.h"

#ifdef __linux__
#include <sys/resource.h>
#include <unistd.h>
#endif

#include <exception>
#include <new>
#include <utility>

namespace trimtab::runtime {
namespace {

JobResult guarded(const Job& job, JobContext& context) {
    try {
        return job.run(context);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::io_error, "Not enough memory. Use fewer environments or a smaller buffer.",
                    job.title);
    } catch (const std::exception& exception) {
        return fail(ErrorCode::internal, std::string("The job broke off: ") + exception.what(), job.title);
    } catch (...) {
        return fail(ErrorCode::internal, "The job broke off for an unknown reason.", job.title);
    }
}

/// Computing waits for the window, not the other way round. Threads that this one makes inherit it; where the
/// system has no such thing nothing happens.
void give_way_to_the_window() {
#ifdef __linux__
    static_cast<void>(setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), 5));
#endif
}

}  // namespace

WorkerThread::WorkerThread(JobId id, Job job, TelemetryChannel& display, QObject* parent)
    : QObject(parent), id_(id), job_(std::move(job)), display_(display) {}

WorkerThread::~WorkerThread() {
    control_.request_stop();
    if (thread_.joinable()) thread_.join();
}

void WorkerThread::start() {
    thread_ = std::thread([this] { runJob(); });
}

void WorkerThread::runJob() {
    const auto wake = [this] { QMetaObject::invokeMethod(this, "handOver", Qt::QueuedConnection); };
    JobContext context(id_, StopToken(control_), display_, [this, wake](JobProgress progress) {
        {
            const std::scoped_lock lock(handing_);
            reports_.push_back(std::move(progress));
        }
        wake();
    });
    if (job_.lane == JobLane::compute) give_way_to_the_window();
    JobResult result = guarded(job_, context);
    {
        const std::scoped_lock lock(handing_);
        result_ = std::move(result);
    }
    wake();
}

void WorkerThread::handOver() {
    std::vector<JobProgress> reports;
    std::optional<JobResult> result;
    {
        const std::scoped_lock lock(handing_);
        reports.swap(reports_);
        result.swap(result_);
    }
    for (const JobProgress& progress : reports) Q_EMIT progressed(id_, progress);
    // Its receiver may delete this object.
    if (result) Q_EMIT finished(id_, *result);
}

}  // namespace trimtab::runtime
