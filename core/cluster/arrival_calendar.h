// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/cluster/simulation_time.h"

namespace trimtab::cluster {

/// Coming arrivals, a bucket a second. An arrival in a later second is appended in constant time; a second's
/// bucket is sorted once, when it begins. Users think for at least a second by default, so nearly all
/// arrivals take that way; one within the running second is inserted in its place. A client is in the
/// calendar at most once.
class ArrivalCalendar {
  public:
    /// Empties it; arrivals lie at most `horizon_s` ahead. The first second to begin is 0.
    void configure(int horizon_s);

    /// Makes room for this many clients; keeps what is there.
    void reserve(std::size_t clients);

    void insert(Tick time, std::uint32_t client) {
        const std::uint64_t key = (time << ticks_shift) | client;
        if (time < running_end_) [[unlikely]] {
            insert_now(key);
            return;
        }
        const std::size_t bucket = static_cast<std::size_t>(time >> ticks_shift) & mask_;
        keys_[bucket * room_ + counts_[bucket]++] = key;
    }

    /// Takes up [second, second + 1), whose arrivals next_time() and pop() then walk in order.
    void begin_second(int second);

    /// The next arrival of the running second, or the second's end.
    [[nodiscard]] Tick next_time() const { return next_time_; }

    /// The client whose arrival is next_time(), which must be before the second's end.
    [[nodiscard]] std::uint32_t pop() {
        const auto client = static_cast<std::uint32_t>(sorted_[next_++]);
        look_ahead();
        return client;
    }

  private:
    void look_ahead() {
        next_time_ = next_ == last_ ? running_end_ : running_start_ + (sorted_[next_] >> ticks_shift);
    }
    void insert_now(std::uint64_t key);
    void sort_bucket(const std::uint64_t* keys, std::size_t count);

    // A key is the fraction of the arrival's second in 2^-32 s above the client.
    std::vector<std::uint64_t> keys_;    ///< bucket b from b room_
    std::vector<std::uint32_t> counts_;  ///< by bucket
    std::vector<std::uint64_t> sorted_;  ///< the running second's
    std::size_t next_ = 0, last_ = 0;    ///< what is left of sorted_
    Tick next_time_ = 0;
    std::size_t room_ = 0;
    std::size_t mask_ = 0;
    Tick running_start_ = 0;
    Tick running_end_ = 0;
};

}  // namespace trimtab::cluster
