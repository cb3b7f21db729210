// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "core/base/expected.h"
#include "core/base/run_control.h"

namespace trimtab::cluster_api {

/// How a session lets time pass. Belongs to the session's thread.
class Pacer {
  public:
    virtual ~Pacer() = default;
    /// Seconds of a clock that never goes back.
    [[nodiscard]] virtual double now_s() const = 0;
    /// Lets `seconds` pass while events of this thread are handled; `idle` is called at least ten times a
    /// second. `cancelled` on a stop.
    [[nodiscard]] virtual Expected<void> wait(double seconds, StopToken stop,
                                              const std::function<void()>& idle) = 0;
};

/// The machine's time.
class RealPacer final : public Pacer {
  public:
    [[nodiscard]] double now_s() const override;
    [[nodiscard]] Expected<void> wait(double seconds, StopToken stop,
                                      const std::function<void()>& idle) override;
};

}  // namespace trimtab::cluster_api
