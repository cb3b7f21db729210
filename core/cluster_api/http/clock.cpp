// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/http/clock.h"

#include <QDateTime>
#include <QTimer>
#include <algorithm>
#include <chrono>
#include <limits>
#include <utility>

namespace trimtab::cluster_api {
namespace {

class SystemClock final : public Clock {
  public:
    std::int64_t monotonic_ms() const override {
        using namespace std::chrono;
        return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
    }
    std::int64_t utc_ms() const override { return QDateTime::currentMSecsSinceEpoch(); }
    void call_after(std::int64_t delay_ms, QObject* context, std::function<void()> action) override {
        // A child of the context instead of QTimer::singleShot, whose timer would outlive the context.
        auto* timer = new QTimer(context);
        timer->setSingleShot(true);
        timer->setTimerType(delay_ms > 2000 ? Qt::CoarseTimer : Qt::PreciseTimer);
        QObject::connect(timer, &QTimer::timeout, timer, [timer, action = std::move(action)] {
            timer->deleteLater();
            action();
        });
        timer->start(
            static_cast<int>(std::clamp<std::int64_t>(delay_ms, 0, std::numeric_limits<int>::max())));
    }
};

}  // namespace

Clock& system_clock() {
    static SystemClock clock;
    return clock;
}

}  // namespace trimtab::cluster_api
