// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <map>
#include <utility>

#include "core/cluster_api/http/clock.h"

namespace trimtab::tests {

/// Time that passes only when a test says so.
class FakeClock final : public cluster_api::Clock {
  public:
    [[nodiscard]] std::int64_t monotonic_ms() const override { return now_ms_; }
    [[nodiscard]] std::int64_t utc_ms() const override { return utc_at_start_ms + now_ms_; }
    void call_after(std::int64_t delay_ms, QObject* context, std::function<void()> action) override {
        waiting_.emplace(now_ms_ + delay_ms, Call{context, std::move(action)});
    }

    /// Lets `ms` pass and calls what falls due on the way, in order.
    void advance(std::int64_t ms) {
        const std::int64_t until = now_ms_ + ms;
        while (!waiting_.empty() && waiting_.begin()->first <= until) {
            auto next = waiting_.extract(waiting_.begin());
            now_ms_ = std::max(now_ms_, next.key());
            if (next.mapped().context) next.mapped().action();
        }
        now_ms_ = until;
    }
    /// Milliseconds until the next call of a living context; -1 where none waits.
    [[nodiscard]] std::int64_t next_in_ms() {
        std::erase_if(waiting_, [](const auto& item) { return item.second.context.isNull(); });
        return waiting_.empty() ? -1 : std::max<std::int64_t>(0, waiting_.begin()->first - now_ms_);
    }
    [[nodiscard]] std::size_t waiting() {
        std::ignore = next_in_ms();
        return waiting_.size();
    }

    static constexpr std::int64_t utc_at_start_ms = 1'767'225'600'000;  // 2026-01-01T00:00:00Z

  private:
    struct Call {
        QPointer<QObject> context;
        std::function<void()> action;
    };
    std::int64_t now_ms_ = 0;
    std::multimap<std::int64_t, Call> waiting_;
};

}  // namespace trimtab::tests
