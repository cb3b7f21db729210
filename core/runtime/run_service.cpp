// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/run_service.h"

#include <algorithm>
#include <utility>

#include "core/runtime/worker_thread.h"

namespace trimtab::runtime {

struct RunService::Entry {
    JobStatus status;
    Job job;
    std::unique_ptr<WorkerThread> worker;

    [[nodiscard]] bool active() const { return worker != nullptr; }
};

RunService::RunService(std::size_t display_capacity, QObject* parent)
    : QObject(parent), display_(display_capacity) {}

RunService::~RunService() {
    for (auto& [id, entry] : entries_)
        if (entry->active()) entry->worker->requestStop();
    entries_.clear();
}

JobId RunService::submit(Job job) {
    const JobId id = nextId_++;
    auto entry = std::make_unique<Entry>();
    entry->status = {id, job.kind, job.title, job.command_line, job.lane, JobState::queued, {}, std::nullopt};
    entry->job = std::move(job);
    entries_.emplace(id, std::move(entry));
    waiting_.push_back(id);
    Q_EMIT jobAdded(id);
    startWaiting();
    return id;
}

void RunService::startWaiting() {
    for (auto it = waiting_.begin(); it != waiting_.end();) {
        Entry& entry = *entries_.at(*it);
        const bool laneBusy =
            entry.status.lane == JobLane::compute && std::ranges::any_of(entries_, [](const auto& item) {
                return item.second->active() && item.second->status.lane == JobLane::compute;
            });
        if (laneBusy) {
            ++it;
            continue;
        }
        const JobId id = *it;
        it = waiting_.erase(it);
        entry.worker = std::make_unique<WorkerThread>(id, std::move(entry.job), display_);
        connect(entry.worker.get(), &WorkerThread::progressed, this,
                [this](JobId from, const JobProgress& progress) {
                    entries_.at(from)->status.progress = progress;
                    Q_EMIT jobChanged(from);
                });
        connect(entry.worker.get(), &WorkerThread::finished, this, &RunService::finish);
        entry.status.state = JobState::running;
        entry.worker->start();
        Q_EMIT jobChanged(id);
    }
}

void RunService::finish(JobId id, const JobResult& result) {
    Entry& entry = *entries_.at(id);
    const bool stopped = entry.status.state == JobState::stopping;
    const bool cancelled = !result && result.error().code == ErrorCode::cancelled;
    entry.status.state = !result && !cancelled  ? JobState::failed
                         : stopped || cancelled ? JobState::stopped
                                                : JobState::finished;
    entry.status.result = result;
    // The signal comes from the worker itself: it may only go once its own call has returned.
    entry.worker.release()->deleteLater();
    Q_EMIT jobChanged(id);
    Q_EMIT jobFinished(id);
    startWaiting();
    if (!busy()) Q_EMIT idle();
}

void RunService::pause(JobId id) {
    const auto it = entries_.find(id);
    if (it == entries_.end() || it->second->status.state != JobState::running) return;
    it->second->worker->setPaused(true);
    it->second->status.state = JobState::paused;
    Q_EMIT jobChanged(id);
}

void RunService::resume(JobId id) {
    const auto it = entries_.find(id);
    if (it == entries_.end() || it->second->status.state != JobState::paused) return;
    it->second->worker->setPaused(false);
    it->second->status.state = JobState::running;
    Q_EMIT jobChanged(id);
}

void RunService::stop(JobId id) {
    const auto it = entries_.find(id);
    if (it == entries_.end()) return;
    Entry& entry = *it->second;
    if (entry.active()) {
        entry.worker->requestStop();
        entry.status.state = JobState::stopping;
        Q_EMIT jobChanged(id);
    } else if (entry.status.state == JobState::queued) {
        std::erase(waiting_, id);
        entry.status.state = JobState::stopped;
        entry.status.result =
            JobResult(fail(ErrorCode::cancelled, "Removed from the queue before it started."));
        Q_EMIT jobChanged(id);
        Q_EMIT jobFinished(id);
        if (!busy()) Q_EMIT idle();
    }
}

void RunService::stopAll() {
    for (const JobStatus* job : jobs()) stop(job->id);
}

const JobStatus* RunService::find(JobId id) const {
    const auto it = entries_.find(id);
    return it == entries_.end() ? nullptr : &it->second->status;
}

std::vector<const JobStatus*> RunService::jobs() const {
    std::vector<const JobStatus*> all;
    all.reserve(entries_.size());
    for (const auto& [id, entry] : entries_) all.push_back(&entry->status);
    return all;
}

bool RunService::busy() const {
    return !waiting_.empty() ||
           std::ranges::any_of(entries_, [](const auto& item) { return item.second->active(); });
}

}  // namespace trimtab::runtime
