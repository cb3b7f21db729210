// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/http/event_wait.h"

#include <QAbstractEventDispatcher>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>
#include <algorithm>

namespace trimtab::cluster_api {

bool wait_until(const std::function<bool()>& done, StopToken stop, std::int64_t timeout_ms) {
    constexpr std::int64_t poll_ms = 50;
    QElapsedTimer elapsed;
    elapsed.start();
    bool reached = false;
    QEventLoop loop;  // makes the thread's dispatcher where there is none
    const auto ended = [&] {
        reached = reached || done();
        return reached || stop.stop_requested() || (timeout_ms >= 0 && elapsed.elapsed() >= timeout_ms);
    };
    if (ended()) return reached;
    // exec() and not processEvents(): only within a loop does Qt carry out every deleteLater().
    QObject::connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock, &loop,
                     [&] {
                         if (ended()) loop.quit();
                     });
    QTimer poll;  // wakes the loop where no event does
    poll.setTimerType(Qt::PreciseTimer);
    poll.start(static_cast<int>(timeout_ms < 0 ? poll_ms : std::min(poll_ms, timeout_ms)));
    loop.exec();
    return reached;
}

bool wait_until(const std::function<bool()>& done, StopToken stop, std::int64_t timeout_ms, Clock& clock) {
    bool late = false;
    QObject patience;
    clock.call_after(timeout_ms, &patience, [&late] { late = true; });
    bool reached = false;
    wait_until([&] { return late || (reached = done()); }, stop, timeout_ms);
    return reached;
}

void ensure_event_dispatcher() { const QEventLoop made_with_its_dispatcher; }

}  // namespace trimtab::cluster_api
