// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window_bench/event_loop_probe.h"

#include <QEventLoop>
#include <QPointer>
#include <QThread>
#include <QTimer>
#include <chrono>

namespace trimtab::app {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int posting_interval_ms = 5;

}  // namespace

bool run_event_loop(const std::function<bool()>& done, int timeout_ms) {
    QEventLoop loop;
    QTimer poll;
    poll.setInterval(5);
    QElapsedTimer elapsed;
    elapsed.start();
    QObject::connect(&poll, &QTimer::timeout, &loop, [&] {
        if (done() || elapsed.elapsed() > timeout_ms) loop.quit();
    });
    poll.start();
    loop.exec();
    return done();
}

EventLoopProbe::EventLoopProbe(runtime::RunService& runs) : runs_(runs) {
    poster_ = runs_.submit(
        {"probe",
         "Post events",
         {},
         runtime::JobLane::background,
         [this](runtime::JobContext& context) -> runtime::JobResult {
             while (!context.stop().stop_requested()) {
                 QMetaObject::invokeMethod(
                     this,
                     [this, posted = Clock::now()] {
                         latencies_ms_.push_back(
                             std::chrono::duration<double, std::milli>(Clock::now() - posted).count());
                     },
                     Qt::QueuedConnection);
                 QThread::msleep(posting_interval_ms);
             }
             return std::any();
         }});
}

EventLoopProbe::~EventLoopProbe() {
    // The poster refers to this object: it must have ended.
    runs_.stop(poster_);
    run_event_loop(
        [this] {
            const runtime::JobStatus* job = runs_.find(poster_);
            return job == nullptr || job->result.has_value();
        },
        10000);
}

}  // namespace trimtab::app
