// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/base/bounded_channel.h"
#include "core/telemetry/row.h"

namespace trimtab::telemetry {

/// lossless: a full channel makes the sender wait (recorder). lossy: the sender never waits, rows are thinned
/// out and then dropped (display).
enum class Delivery { lossless, lossy };

/// Rows from the thread that works to a thread that records or shows. One sender, one receiver.
/// A lossy channel thins out the dense kinds (step, episode) first: above half of its capacity it keeps every
/// fourth, above three quarters none, so that update, evaluation and event rows still find room. Every loss
/// is counted.
class RowChannel final : public RowSink {
  public:
    RowChannel(std::size_t capacity, Delivery delivery)
        : capacity_(capacity), delivery_(delivery), rows_(capacity) {}

    void accept(const Row& row) override {
        if (delivery_ == Delivery::lossless) {
            static_cast<void>(rows_.push(row));
            return;
        }
        if (thinned_out(row.kind)) {
            thinned_.fetch_add(1, std::memory_order_relaxed);
            return;
        }
        // Counted before it is offered: the receiver may take it, and subtract, at once.
        waiting_.fetch_add(1, std::memory_order_relaxed);
        if (!rows_.offer(row)) waiting_.fetch_sub(1, std::memory_order_relaxed);
    }

    /// All rows that wait, oldest first; never blocks.
    [[nodiscard]] std::vector<Row> drain() { return received(rows_.drain()); }

    /// Blocks for the next rows; empty only when closed and drained.
    [[nodiscard]] std::vector<Row> wait_and_drain() { return received(rows_.wait_and_drain()); }

    /// Ends the channel; a waiting sender or receiver returns.
    void close() { rows_.close(); }

    /// Rows that never reached the receiver.
    [[nodiscard]] std::uint64_t dropped() const {
        return rows_.dropped() + thinned_.load(std::memory_order_relaxed);
    }

  private:
    [[nodiscard]] bool thinned_out(RowKind kind) {
        if (kind != RowKind::step && kind != RowKind::episode) return false;
        const std::size_t waiting = waiting_.load(std::memory_order_relaxed);
        if (4 * waiting >= 3 * capacity_) return true;
        return 2 * waiting >= capacity_ && dense_counter_++ % 4 != 0;
    }

    std::vector<Row> received(std::vector<Row> rows) {
        if (delivery_ == Delivery::lossy) waiting_.fetch_sub(rows.size(), std::memory_order_relaxed);
        return rows;
    }

    const std::size_t capacity_;
    const Delivery delivery_;
    BoundedChannel<Row> rows_;
    std::atomic<std::size_t> waiting_{0};
    std::atomic<std::uint64_t> thinned_{0};
    std::uint64_t dense_counter_ = 0;  // sender's thread only
};

}  // namespace trimtab::telemetry
