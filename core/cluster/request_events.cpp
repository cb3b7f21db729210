// SPDX-License-Identifier: GPL-3.0-or-later
// The hot loop: arrivals and completions of one second in order of time. What changes with every event is
// kept in members of a local object, so that it stays in registers; nothing is allocated.
#include <algorithm>

#include "core/cluster/request_engine.h"

#define TRIMTAB_INLINE [[gnu::always_inline]] inline

namespace trimtab::cluster {
namespace {

constexpr float milliseconds_per_tick = 1000.0F / static_cast<float>(ticks_per_second);

/// floor(range u) for u = bits / 2^64, in integers.
TRIMTAB_INLINE Tick scaled(std::uint64_t bits, Tick range) {
    __extension__ using Wide = unsigned __int128;
    return static_cast<Tick>((static_cast<Wide>(bits) * range) >> 64);
}

}  // namespace

class RequestEngine::EventLoop {
  public:
    EventLoop(RequestEngine& engine, Tick start)
        : e_(engine),
          parameters_(*engine.parameters_),
          clients_(engine.clients_.data()),
          slots_(engine.slots_.data()),
          completions_(engine.completions_.data()),
          completions_end_(completions_ + engine.completions_.size()),
          batch_clients_(engine.batch_clients_.data()),
          batch_room_(engine.batch_room_),
          queue_mask_(static_cast<std::uint32_t>(engine.pools_[0].queue.size()) - 1),
          network_(parameters_.network),
          timeout_(parameters_.timeout),
          start_(start),
          end_(start + ticks_per_second) {
        set_latency_room(static_cast<std::size_t>(engine.totals_.responses - engine.forgotten_));
        find_next_completion();
    }

    /// Both pools take work, as servers may have come since the last second.
    void begin() {
        for (std::size_t p = 0; p < 2; ++p) {
            PoolState& pool = e_.pools_[p];
            e_.totals_.ready_server_ticks[p] += pool.ready_servers << ticks_shift;
            expire(pool, start_);
            while (pool.waiting() > 0 && pool.idle > 0) {
                count_busy(pool, start_, 1);
                begin_batch(p, pool.idle_slots[--pool.idle], start_);
            }
        }
    }

    void run() {
        for (;;) {
            while (next_completion_ < e_.calendar_.next_time() << slot_bits) complete(next_completion_);
            const Tick arrival = e_.calendar_.next_time();
            if (arrival == end_) return;
            arrive(e_.calendar_.pop(), arrival);
        }
    }

    void finish() {
        for (std::size_t p = 0; p < 2; ++p) {
            count_busy(e_.pools_[p], end_, 0);
            e_.totals_.busy_ticks[p] = e_.pools_[p].busy_ticks;
        }
        e_.totals_.arrivals += arrivals_;
        e_.totals_.successes += successes_;
        e_.totals_.latency_ticks += latency_ticks_;
        e_.totals_.responses = e_.forgotten_ + (latency_ - e_.latencies_ms_.data());
    }

  private:
    TRIMTAB_INLINE void arrive(std::uint32_t client, Tick now) {
        if (e_.active_ > e_.target_) [[unlikely]] {  // never in open loop, where both are 0
            e_.totals_.user_ticks -= static_cast<std::int64_t>(end_ - now);
            --e_.active_;
            e_.free_clients_.push_back(client);
            return;
        }
        ++arrivals_;
        Client& c = clients_[client];
        c.arrival = now;
        expire(e_.pools_[0], now);
        expire(e_.pools_[1], now);

        const std::size_t p = route(c);
        PoolState& pool = e_.pools_[p];
        if (pool.idle > 0) {  // then none waits
            const std::uint16_t slot = pool.idle_slots[--pool.idle];
            batch_clients_[slot * batch_room_] = client;
            count_busy(pool, now, 1);
            schedule(p, slot, now, 1);
            return;
        }
        if (pool.waiting() == 0) pool.head_deadline = now + timeout_;
        pool.queue[pool.tail++ & queue_mask_] = client;
    }

    TRIMTAB_INLINE std::size_t route(const Client& c) const {
        const std::uint64_t bits = keyed_bits(e_.route_key_, c.id, c.counter) >> 11;
        const std::size_t p = bits < e_.route_threshold_ ? 0 : 1;
        const PoolState& chosen = e_.pools_[p];
        const PoolState& other = e_.pools_[1 - p];
        const double wait_s = chosen.waiting() * chosen.seconds_per_waiting;
        const bool spills =
            (wait_s > parameters_.spill_wait_s && other.waiting() * other.seconds_per_waiting < wait_s) ||
            chosen.ready_servers == 0;
        return spills && other.ready_servers > 0 ? 1 - p : p;
    }

    TRIMTAB_INLINE void complete(std::uint64_t key) {
        const Tick now = key >> slot_bits;
        const auto s = static_cast<std::uint16_t>(key & ((1U << slot_bits) - 1));
        Slot& slot = slots_[s];
        const std::uint32_t* clients = &batch_clients_[s * batch_room_];
        const Tick answered = now + network_;
        const std::uint32_t requests = slot.requests;
        for (std::uint32_t i = 0; i < requests; ++i)
            respond(clients[i], answered, answered - clients_[clients[i]].arrival);

        PoolState& pool = e_.pools_[slot.pool];
        expire(pool, now);
        completions_[s] = no_completion;
        find_next_completion();
        if (slot.draining) [[unlikely]] {
            count_busy(pool, now, -1);
            slot = Slot{};
        } else if (pool.waiting() > 0) {
            begin_batch(slot.pool, s, now);
        } else {
            count_busy(pool, now, -1);
            pool.idle_slots[pool.idle++] = s;
        }
    }

    /// A free server takes what waits, at most a batch; something waits.
    TRIMTAB_INLINE void begin_batch(std::size_t p, std::uint16_t slot, Tick now) {
        PoolState& pool = e_.pools_[p];
        const std::uint32_t* const queue = pool.queue.data();
        const std::uint32_t requests = std::min(pool.waiting(), parameters_.pools[p].batch_max);
        std::uint32_t* const batch = &batch_clients_[slot * batch_room_];
        for (std::uint32_t i = 0; i < requests; ++i) batch[i] = queue[pool.head++ & queue_mask_];
        update_deadline(pool);
        schedule(p, slot, now, requests);
    }

    /// Draws the duration of the batch in `slot`, whose clients are set.
    TRIMTAB_INLINE void schedule(std::size_t p, std::uint16_t slot, Tick now, std::uint32_t requests) {
        const PoolService& service = parameters_.pools[p];
        PoolState& pool = e_.pools_[p];
        const Client& first = clients_[batch_clients_[slot * batch_room_]];
        const std::uint64_t entity = p == 0 ? 0 : first.id;
        const std::uint64_t counter = p == 0 ? pool.batches : first.counter;
        ++pool.batches;
        const double factor = (*service.factor)(keyed_bits(e_.service_key_[p], entity, counter));
        const double duration = (service.batch_base_ticks + service.batch_request_ticks * requests) * factor;
        const Tick done = now + static_cast<Tick>(static_cast<std::int64_t>(duration));
        const std::uint64_t key = (done << slot_bits) | slot;
        slots_[slot].requests = requests;
        completions_[slot] = key;
        next_completion_ = std::min(next_completion_, key);
    }

    TRIMTAB_INLINE void respond(std::uint32_t client, Tick resumes, Tick latency) {
        const Tick recorded = std::min(latency, timeout_);
        successes_ += latency <= timeout_ ? 1 : 0;
        latency_ticks_ += static_cast<std::int64_t>(recorded);
        if (latency_ == latency_end_) [[unlikely]]
            grow_latencies();
        *latency_++ = static_cast<float>(static_cast<std::int64_t>(recorded)) * milliseconds_per_tick;

        if (e_.kind_ == load::LoadKind::open) [[unlikely]] {
            e_.free_clients_.push_back(client);
            return;
        }
        Client& c = clients_[client];
        ++c.counter;
        const Tick think = scaled(keyed_bits(e_.think_key_, c.id, c.counter), parameters_.think_range);
        e_.calendar_.insert(resumes + parameters_.think_min + think, client);
    }

    TRIMTAB_INLINE void expire(PoolState& pool, Tick now) {
        if (now > pool.head_deadline) [[unlikely]]
            fail_waiting(pool, now);
    }
    [[gnu::noinline]] void fail_waiting(PoolState& pool, Tick now) {
        while (now > pool.head_deadline) {
            const std::uint32_t client = pool.queue[pool.head++ & queue_mask_];
            update_deadline(pool);
            respond(client, now, timeout_ + 1);
        }
    }

    TRIMTAB_INLINE void update_deadline(PoolState& pool) {
        // Reading the ring is harmless where nothing waits: the entry is an old client.
        const Tick deadline = clients_[pool.queue[pool.head & queue_mask_]].arrival + timeout_;
        pool.head_deadline = pool.waiting() == 0 ? UINT64_MAX : deadline;
    }

    TRIMTAB_INLINE void count_busy(PoolState& pool, Tick now, int change) {
        pool.busy_ticks +=
            std::min(pool.busy, pool.ready_servers) * static_cast<std::int64_t>(now - pool.last_change);
        pool.last_change = now;
        pool.busy += change;
    }

    TRIMTAB_INLINE void find_next_completion() {
        std::uint64_t a = no_completion, b = a, c = a, d = a;
        for (const std::uint64_t* key = completions_; key != completions_end_; key += scan_width) {
            a = std::min(a, key[0]);
            b = std::min(b, key[1]);
            c = std::min(c, key[2]);
            d = std::min(d, key[3]);
        }
        next_completion_ = std::min(std::min(a, b), std::min(c, d));
    }

    [[gnu::noinline]] void grow_latencies() {
        const auto used = static_cast<std::size_t>(latency_ - e_.latencies_ms_.data());
        e_.latencies_ms_.resize(std::max<std::size_t>(4096, 2 * used));
        set_latency_room(used);
    }
    void set_latency_room(std::size_t used) {
        latency_ = e_.latencies_ms_.data() + used;
        latency_end_ = e_.latencies_ms_.data() + e_.latencies_ms_.size();
    }

    RequestEngine& e_;
    const ServiceParameters& parameters_;
    Client* const clients_;
    Slot* const slots_;
    std::uint64_t* const completions_;
    const std::uint64_t* const completions_end_;
    std::uint32_t* const batch_clients_;
    const std::size_t batch_room_;
    const std::uint32_t queue_mask_;
    const Tick network_;
    const Tick timeout_;
    const Tick start_;
    const Tick end_;
    std::uint64_t next_completion_ = no_completion;
    std::int64_t arrivals_ = 0;
    std::int64_t successes_ = 0;
    std::int64_t latency_ticks_ = 0;
    float* latency_ = nullptr;
    float* latency_end_ = nullptr;
};

void RequestEngine::run_second(int second, double load) {
    const Tick start = second_start(second);
    if (kind_ == load::LoadKind::closed)
        meet_target(start, static_cast<int>(load + 0.5));
    else
        draw_open_arrivals(start, load);
    totals_.user_ticks += static_cast<std::int64_t>(active_) << ticks_shift;
    calendar_.begin_second(second);
    EventLoop events(*this, start);
    events.begin();
    events.run();
    events.finish();
}

}  // namespace trimtab::cluster
