// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <thread>

namespace trimtab {

/// How a person steers a running job. Written by any thread, polled by the worker at every step and
/// minibatch; never a queued slot, so that it acts at once however busy the worker is.
class RunControl {
  public:
    void request_stop() { stop_.store(true, std::memory_order_relaxed); }
    void set_paused(bool paused) { paused_.store(paused, std::memory_order_relaxed); }
    [[nodiscard]] bool stop_requested() const { return stop_.load(std::memory_order_relaxed); }
    [[nodiscard]] bool paused() const { return paused_.load(std::memory_order_relaxed); }

  private:
    std::atomic<bool> stop_{false};
    std::atomic<bool> paused_{false};
};

/// The worker's read-only end of a RunControl, which must outlive it. A default token never stops.
class StopToken {
  public:
    StopToken() = default;
    explicit StopToken(const RunControl& control) : control_(&control) {}
    [[nodiscard]] bool stop_requested() const { return control_ != nullptr && control_->stop_requested(); }
    [[nodiscard]] bool paused() const { return control_ != nullptr && control_->paused(); }

    /// Blocks while paused; returns false as soon as a stop is requested.
    [[nodiscard]] bool wait_while_paused() const {
        while (paused() && !stop_requested()) std::this_thread::sleep_for(std::chrono::milliseconds(5));
        return !stop_requested();
    }

  private:
    const RunControl* control_ = nullptr;
};

}  // namespace trimtab
