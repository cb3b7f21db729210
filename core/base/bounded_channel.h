// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <utility>
#include <vector>

namespace trimtab {

/// A queue of bounded length between threads. Any thread may call any function.
/// `push` waits for room (lossless: the recorder); `offer` drops the value when full and counts it (lossy: a
/// display).
template <class T>
class BoundedChannel {
  public:
    explicit BoundedChannel(std::size_t capacity) : capacity_(capacity) {}

    /// Waits for room; false once closed (the value is then not taken).
    bool push(T value) {
        std::unique_lock lock(mutex_);
        room_.wait(lock, [this] { return closed_ || queue_.size() < capacity_; });
        if (closed_) return false;
        queue_.push_back(std::move(value));
        filled_.notify_one();
        return true;
    }

    /// Never waits; false when the value was dropped.
    bool offer(T value) {
        const std::scoped_lock lock(mutex_);
        if (closed_ || queue_.size() >= capacity_) {
            ++dropped_;
            return false;
        }
        queue_.push_back(std::move(value));
        filled_.notify_one();
        return true;
    }

    /// Moves out all that waits; never blocks. Empty when there is nothing.
    [[nodiscard]] std::vector<T> drain() {
        const std::scoped_lock lock(mutex_);
        return take_all();
    }

    /// Waits until there is something or the channel is closed; empty only when closed and drained.
    [[nodiscard]] std::vector<T> wait_and_drain() {
        std::unique_lock lock(mutex_);
        filled_.wait(lock, [this] { return closed_ || !queue_.empty(); });
        return take_all();
    }

    /// Ends the channel: pushes are refused, waiting readers wake up, what waits can still be drained.
    void close() {
        const std::scoped_lock lock(mutex_);
        closed_ = true;
        room_.notify_all();
        filled_.notify_all();
    }

    [[nodiscard]] std::uint64_t dropped() const {
        const std::scoped_lock lock(mutex_);
        return dropped_;
    }

  private:
    std::vector<T> take_all() {
        std::vector<T> out(std::make_move_iterator(queue_.begin()), std::make_move_iterator(queue_.end()));
        queue_.clear();
        room_.notify_all();
        return out;
    }

    const std::size_t capacity_;
    mutable std::mutex mutex_;
    std::condition_variable room_;
    std::condition_variable filled_;
    std::deque<T> queue_;
    std::uint64_t dropped_ = 0;
    bool closed_ = false;
};

}  // namespace trimtab
