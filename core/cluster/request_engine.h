// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "core/cluster/allocation.h"
#include "core/cluster/arrival_calendar.h"
#include "core/cluster/service_parameters.h"
#include "core/cluster/window_totals.h"
#include "core/load/load_schedule.h"

namespace trimtab::cluster {

/// The requests of an episode: users or open arrivals, two queues, their servers (SIMULATOR 4), one second at
/// a time. A value: copying it copies the whole state. Pods are known here only as servers with an owner (the
/// pod's serial).
class RequestEngine {
  public:
    RequestEngine() = default;
    explicit RequestEngine(std::shared_ptr<const ServiceParameters> parameters)
        : parameters_(std::move(parameters)) {}

    /// Forgets all.
    void begin(std::uint64_t seed, load::LoadKind kind);

    /// Users that exist from the start: each sends its first request within two seconds.
    void create_initial_users(int users);

    void add_servers(Pool pool, int pod_serial);
    void remove_servers(Pool pool, int pod_serial);
    void set_placement(Placement placement);

    /// Runs [second, second + 1) at `load` users or req/s, servers as they are now.
    void run_second(int second, double load);

    /// Sums since begin(), except the fields that concern pods as such (ready_pod_s, billed_pod_s).
    [[nodiscard]] const WindowTotals& totals() const { return totals_; }

    /// Latencies in ms of responses [first, last), counted as totals().responses does; none older than the
    /// last forget_latencies_before().
    [[nodiscard]] std::span<const float> latencies_ms(std::int64_t first, std::int64_t last) const {
        return std::span(latencies_ms_)
            .subspan(static_cast<std::size_t>(first - forgotten_), static_cast<std::size_t>(last - first));
    }
    void forget_latencies_before(std::int64_t response);

    [[nodiscard]] int active_users() const { return active_; }
    [[nodiscard]] int servers_in_use() const;          ///< of both pools: ready and draining
    [[nodiscard]] int draining_pods(Pool pool) const;  ///< removed, but still with work

    /// Servers in use never exceed this.
    static constexpr int max_servers = 4096;

    /// Seconds that an episode may last; twice as many fit into a completion's key.
    static constexpr int horizon_s = 1 << 19;

  private:
    static constexpr int slot_bits = 12;
    static constexpr std::uint64_t no_completion = UINT64_MAX;
    static constexpr std::uint32_t no_client = UINT32_MAX;
    static constexpr std::size_t scan_width = 4;  ///< PoolState::completions is a multiple of this long

    /// Who sends requests: a user (closed loop) or one arrival (open loop).
    struct alignas(32) Client {
        Tick arrival = 0;           ///< of its present request
        std::uint64_t route = 0;    ///< draw of its next request, made early: the arrival waits for nothing
        std::uint32_t id = 0;       ///< entity of its random draws
        std::uint32_t counter = 0;  ///< requests so far
    };

    /// One server.
    struct Slot {
        int owner = 0;
        bool in_use = false;
    };

    /// A removed server that still works.
    struct Draining {
        Tick done = 0;
        int owner = 0;
    };

    /// One pool: its law of service, its FIFO queue and its servers.
    struct PoolState {
        double batch_base_ticks = 0;  ///< as in PoolService, close to what is used with it
        double batch_request_ticks = 0;
        const QuantileTable* factor = nullptr;  ///< owned by parameters_
        std::uint64_t service_key = 0;
        std::uint32_t batch_max = 1;

        std::uint32_t head = 0, tail = 0;  ///< running indices of queue
        Tick next_expiry = UINT64_MAX;     ///< no waiting request times out before
        std::int64_t ready_servers = 0;
        std::int64_t busy_ticks = 0;  ///< integral of min(busy, ready_servers)
        std::uint64_t batches = 0;    ///< begun
        Tick ticks_per_waiting = 0;   ///< 1 / C; 0 without capacity
        Tick spill_wait = 0;  ///< wait above which a request may leave, if the other pool has capacity

        /// Ring of clients, a power of two long, with room for all of them.
        std::vector<std::uint32_t> queue;
        std::vector<Slot> slots;
        /// Of slot i: end of its last batch << slot_bits | i, so that the least tells which server is free
        /// first; no_completion where the slot is not in use.
        std::vector<std::uint64_t> completions;
        std::vector<Draining> draining;
        /// Batches within the running second, begin and end; kept only while some server drains.
        std::vector<std::pair<Tick, Tick>> work;

        [[nodiscard]] std::uint32_t waiting() const { return tail - head; }
    };

    /// A response beyond the running second.
    struct Answer {
        Tick done = 0;
        std::uint32_t client = 0;
    };

    class EventLoop;  ///< the running second, in request_events.cpp

    void meet_target(Tick start, int target);
    void create_user(Tick start, Tick within);
    void draw_open_arrivals(Tick start, double rate);
    void update_capacity();
    /// Adds to busy_ticks a second in which servers drained: more may have been busy than are ready.
    void integrate_draining(PoolState& pool);
    [[nodiscard]] std::uint32_t new_client();

    std::shared_ptr<const ServiceParameters> parameters_;
    load::LoadKind kind_ = load::LoadKind::closed;
    Placement placement_ = Placement::balanced;
    std::uint64_t think_key_ = 0, route_key_ = 0, open_key_ = 0;
    std::uint64_t route_threshold_ = 0;  ///< GPU where a draw's upper 53 bits are below
    std::uint64_t open_arrivals_ = 0;    ///< gaps drawn
    std::uint32_t next_id_ = 0;
    Tick now_ = 0;  ///< the end of the last second
    int active_ = 0;
    int target_ = 0;

    std::vector<Client> clients_;
    std::vector<std::uint32_t> free_clients_;
    ArrivalCalendar calendar_;
    std::array<PoolState, 2> pools_;
    std::vector<Slot> slots_;
    std::vector<std::uint64_t>
        completions_;              ///< of slot i: its batch's end << slot_bits | i, or no_completion
    std::vector<Answer> answers_;  ///< the first answer_count_ are to come; room for one of every client
    std::size_t answer_count_ = 0;
    WindowTotals totals_;
    std::vector<float> latencies_ms_;  ///< with room for more than totals_.responses - forgotten_
    std::int64_t forgotten_ = 0;       ///< responses before latencies_ms_[0]
};

}  // namespace trimtab::cluster
