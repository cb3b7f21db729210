// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

#include "core/cluster/simulation_time.h"

namespace trimtab::cluster {

inline constexpr std::uint32_t no_client = UINT32_MAX;

/// Who sends requests: a user (closed loop) or one arrival (open loop).
struct Client {
    Tick time = 0;                   ///< its next or present request's arrival
    std::uint32_t id = 0;            ///< entity of its random draws
    std::uint32_t counter = 0;       ///< requests so far
    std::uint32_t next = no_client;  ///< in the ring's or the free list
};

/// A calendar of coming arrivals: seconds cut into cells, a sorted list in each, a bit for each that is not
/// empty. Finding the next arrival is a count of trailing zeros. Lists run through the clients, so nothing is
/// allocated.
class ArrivalRing {
  public:
    /// Room for arrivals up to `horizon_s` ahead, with about a quarter of an arrival a cell at `rate` per
    /// second.
    void configure(int horizon_s, double rate) {
        cell_bits_ = 6;
        while (cell_bits_ < 16 && static_cast<double>(1U << cell_bits_) < 2.0 * rate) ++cell_bits_;
        const std::uint32_t seconds = std::bit_ceil(static_cast<std::uint32_t>(horizon_s) + 1);
        heads_.assign(static_cast<std::size_t>(seconds) << cell_bits_, no_client);
        occupied_.assign(heads_.size() / 64, 0);
        mask_ = static_cast<std::uint32_t>(heads_.size()) - 1;
        shift_ = ticks_shift - cell_bits_;
    }

    /// Begins the second that starts at `start`.
    void begin_second(const std::vector<Client>& clients, Tick start) {
        end_ = start + ticks_per_second;
        word_ = cell(start) / 64;
        last_word_ = word_ + ((1U << cell_bits_) / 64);
        find_next(clients);
    }

    /// The next arrival within this second, or its end.
    [[nodiscard]] Tick next_time() const { return next_time_; }

    [[nodiscard]] Tick end() const { return end_; }

    /// Adds clients[c] at its time, which is not before the present and not beyond the horizon.
    void insert(std::vector<Client>& clients, std::uint32_t c) {
        const Tick time = clients[c].time;
        const std::uint32_t i = cell(time);
        std::uint32_t* link = &heads_[i];
        while (*link != no_client && clients[*link].time < time) link = &clients[*link].next;
        clients[c].next = *link;
        *link = c;
        occupied_[i / 64] |= std::uint64_t{1} << (i % 64);
        if (time < next_time_) {
            next_time_ = time;
            word_ = i / 64;
        }
    }

    /// Takes out the client whose time is next_time().
    [[nodiscard]] std::uint32_t pop(const std::vector<Client>& clients) {
        const std::uint32_t i = word_ * 64 + static_cast<std::uint32_t>(std::countr_zero(occupied_[word_]));
        const std::uint32_t c = heads_[i];
        heads_[i] = clients[c].next;
        occupied_[word_] ^= static_cast<std::uint64_t>(heads_[i] == no_client) << (i % 64);
        find_next(clients);
        return c;
    }

  private:
    [[nodiscard]] std::uint32_t cell(Tick time) const {
        return static_cast<std::uint32_t>(time >> shift_) & mask_;
    }

    void find_next(const std::vector<Client>& clients) {
        for (; word_ < last_word_; ++word_)
            if (occupied_[word_] != 0) {
                const auto i = word_ * 64 + static_cast<std::uint32_t>(std::countr_zero(occupied_[word_]));
                next_time_ = clients[heads_[i]].time;
                return;
            }
        next_time_ = end_;
    }

    std::vector<std::uint32_t> heads_;
    std::vector<std::uint64_t> occupied_;
    Tick next_time_ = 0;
    Tick end_ = 0;
    std::uint32_t word_ = 0;       ///< of the next arrival
    std::uint32_t last_word_ = 0;  ///< one past this second's
    std::uint32_t mask_ = 0;
    int shift_ = 0;
    int cell_bits_ = 6;
};

}  // namespace trimtab::cluster
