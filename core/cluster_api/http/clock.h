// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <cstdint>
#include <functional>

namespace trimtab::cluster_api {

/// Time as the clients see it: deadlines, back-off, leases and expiring credentials. Injected, so that a test
/// passes a day in a second. All functions belong to the thread of the objects that use it.
class Clock {
  public:
    virtual ~Clock() = default;
    /// Milliseconds of a clock that never jumps; its zero means nothing.
    [[nodiscard]] virtual std::int64_t monotonic_ms() const = 0;
    /// Milliseconds since 1970-01-01 UTC.
    [[nodiscard]] virtual std::int64_t utc_ms() const = 0;
    /// Calls `action` in this thread after `delay_ms` >= 0, unless `context` has been destroyed by then.
    virtual void call_after(std::int64_t delay_ms, QObject* context, std::function<void()> action) = 0;
};

/// The machine's clock. One instance serves all threads.
[[nodiscard]] Clock& system_clock();

}  // namespace trimtab::cluster_api
