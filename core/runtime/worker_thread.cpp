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
    JobContext context(id_, StopToken(control_), display_, [this](JobProgress progress) {
        QMetaObject::invokeMethod(
            this, [this, progress = std::move(progress)] { Q_EMIT progressed(id_, progress); },
            Qt::QueuedConnection);
    });
    if (job_.lane == JobLane::compute) give_way_to_the_window();
    JobResult result = guarded(job_, context);
    QMetaObject::invokeMethod(
        this, [this, result = std::move(result)] { Q_EMIT finished(id_, result); }, Qt::QueuedConnection);
}

}  // namespace trimtab::runtime
