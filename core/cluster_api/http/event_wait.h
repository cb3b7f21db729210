// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

#include "core/base/expected.h"
#include "core/base/run_control.h"
#include "core/cluster_api/http/clock.h"

namespace trimtab::cluster_api {

/// Lets this thread handle events until `done()` holds (true), or a stop is requested or `timeout_ms` has
/// passed (false; negative waits for ever). Watches are delivered meanwhile; the stop is seen within 50 ms.
/// For a job's thread, also one that Qt did not start; never for the thread of the window.
bool wait_until(const std::function<bool()>& done, StopToken stop, std::int64_t timeout_ms = -1);

/// The same, `timeout_ms` counted also by `clock`, which a test lets run faster than the machine's.
bool wait_until(const std::function<bool()>& done, StopToken stop, std::int64_t timeout_ms, Clock& clock);

/// Prepares a thread that Qt did not start (a job's) for timers; harmless elsewhere. The clients call it
/// themselves.
void ensure_event_dispatcher();

/// Turns a call with a callback into one that waits: start(done) begins it. `cancelled` on a stop; what
/// `done` brings after that is dropped.
template <class T, class Start>
Expected<T> wait_for_result(StopToken stop, Start&& start) {
    const auto result = std::make_shared<std::optional<Expected<T>>>();
    start([result](Expected<T> value) { result->emplace(std::move(value)); });
    if (!wait_until([&] { return result->has_value(); }, stop))
        return fail(ErrorCode::cancelled, "Stopped while waiting for an answer.");
    return std::move(**result);
}

}  // namespace trimtab::cluster_api
