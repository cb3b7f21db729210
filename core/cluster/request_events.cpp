// SPDX-License-Identifier: GPL-3.0-or-later
// The hot loop: arrivals and completions of one second in order of time. It is bound by branches that cannot
// be predicted, so the code of the two pools is kept apart (a template on the pool's index): what happened to
// a pool then helps to predict what happens to it next. Nothing is allocated.
#include <algorithm>

#include "core/cluster/request_engine.h"

#define TRIMTAB_INLINE [[gnu::always_inline]] inline

namespace trimtab::cluster {
namespace {

constexpr float milliseconds_per_tick = 1000.0F / static_cast<float>(ticks_per_second);

constexpr double longest_batch = static_cast<double>(ticks_per_second) * RequestEngine::horizon_s;

/// floor(range u) for u = bits / 2^64, in integers.
TRIMTAB_INLINE Tick scaled(std::uint64_t bits, Tick range) {
    __extension__ using Wide = unsigned __int128;
    return static_cast<Tick>((static_cast<Wide>(bits) * range) >> 64);
}

}  // namespace

class RequestEngine::EventLoop {
  public:
    TRIMTAB_INLINE EventLoop(RequestEngine& engine, Tick start)
        : e_(engine),
          parameters_(*engine.parameters_),
          clients_(engine.clients_.data()),
          queue_mask_(static_cast<std::uint32_t>(engine.pools_[0].queue.size()) - 1),
          network_(parameters_.network),
          timeout_(parameters_.timeout),
          answers_end_(engine.answers_.data() + engine.answer_count_),
          at_once_(engine.kind_ == load::LoadKind::closed && parameters_.think_min < ticks_per_second),
          start_(start),
          end_(start + ticks_per_second) {
        set_latency_room(static_cast<std::size_t>(engine.totals_.responses - engine.forgotten_));
    }

    /// Counts the work under way; both pools take more, as servers may have come.
    TRIMTAB_INLINE void begin() {
        if (at_once_) respond_to_all();
        begin_pool<0>();
        begin_pool<1>();
    }

    TRIMTAB_INLINE void run() {
        for (;;) {
            while (std::min(next_completion_[0], next_completion_[1]) < e_.calendar_.next_time()
                                                                            << slot_bits) {
                if (next_completion_[0] < next_completion_[1])
                    complete<0>();
                else
                    complete<1>();
            }
            const Tick arrival = e_.calendar_.next_time();
            if (arrival == end_) return;
            arrive(e_.calendar_.pop(), arrival);
        }
    }

    TRIMTAB_INLINE void finish() {
        respond_to_all();
        e_.answer_count_ = static_cast<std::size_t>(answers_end_ - e_.answers_.data());
        e_.now_ = end_;
        for (std::size_t p = 0; p < 2; ++p) {
            PoolState& pool = e_.pools_[p];
            if (!pool.draining.empty()) e_.integrate_draining(pool);
            e_.totals_.busy_ticks[p] = pool.busy_ticks;
        }
        e_.totals_.arrivals += arrivals_;
        e_.totals_.successes += successes_;
        e_.totals_.latency_ticks += latency_ticks_;
        e_.totals_.responses = e_.forgotten_ + (latency_ - e_.latencies_ms_.data());
    }

  private:
    template <std::size_t p>
    TRIMTAB_INLINE void begin_pool() {
        PoolState& pool = e_.pools_[p];
        e_.totals_.ready_server_ticks[p] += pool.ready_servers << ticks_shift;
        for (const std::uint64_t key : pool.completions) {
            const Tick done = key >> slot_bits;
            if (done > start_ && key != no_completion) count_work(pool, start_, done);
        }
        for (const Draining& server : pool.draining)
            if (server.done > start_) count_work(pool, start_, server.done);
        expire(pool, start_);
        std::uint64_t first_free = earliest_completion(pool);
        while (pool.waiting() > 0 && first_free >> slot_bits <= start_) {
            begin_batch<p>(first_free, start_);
            first_free = earliest_completion(pool);
        }
        next_completion_[p] = pool.waiting() > 0 ? first_free : no_completion;
    }

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

        if (route(c) == 0)
            admit<0>(client, now);
        else
            admit<1>(client, now);
    }

    template <std::size_t p>
    TRIMTAB_INLINE void admit(std::uint32_t client, Tick now) {
        PoolState& pool = e_.pools_[p];
        const Client& c = clients_[client];
        if (pool.waiting() == 0) {
            const std::uint64_t first_free = earliest_completion(pool);
            if (first_free >> slot_bits <= now) {
                answer(client, schedule<p>(first_free, now, c, 1));
                return;
            }
            next_completion_[p] = first_free;
            pool.next_expiry = std::min(pool.next_expiry, now + timeout_);
        }
        pool.queue[pool.tail++ & queue_mask_] = client;
    }

    /// The pool of an arrival (SIMULATOR 4), in one expression: parts of it would be as unpredictable as the
    /// whole.
    TRIMTAB_INLINE std::size_t route(const Client& c) const {
        const PoolState& gpu = e_.pools_[0];
        const PoolState& cpu = e_.pools_[1];
        const Tick gpu_wait = gpu.waiting() * gpu.ticks_per_waiting;
        const Tick cpu_wait = cpu.waiting() * cpu.ticks_per_waiting;
        const bool leaves_gpu = (gpu_wait > gpu.spill_wait) & (cpu_wait < gpu_wait);
        const bool leaves_cpu = (cpu_wait > cpu.spill_wait) & (gpu_wait < cpu_wait);
        const bool drew_gpu = (c.route >> 11) < e_.route_threshold_;
        return (drew_gpu & !leaves_gpu) | (!drew_gpu & leaves_cpu) ? 0 : 1;
    }

    /// A server of pool p ends its batch while requests wait. (Where none waits nothing happens then: an
    /// arrival finds out by itself which server is free.)
    template <std::size_t p>
    TRIMTAB_INLINE void complete() {
        PoolState& pool = e_.pools_[p];
        const std::uint64_t key = next_completion_[p];
        const Tick now = key >> slot_bits;
        expire(pool, now);
        if (pool.waiting() > 0) [[likely]]
            begin_batch<p>(key, now);
        next_completion_[p] = pool.waiting() > 0 ? earliest_completion(pool) : no_completion;
    }

    /// The server of `free_key` takes what waits, at most a batch; something waits.
    template <std::size_t p>
    TRIMTAB_INLINE void begin_batch(std::uint64_t free_key, Tick now) {
        PoolState& pool = e_.pools_[p];
        const std::uint32_t* const queue = pool.queue.data();
        const std::uint32_t requests = p == 0 ? std::min(pool.waiting(), pool.batch_max) : 1;
        const Tick done = schedule<p>(free_key, now, clients_[queue[pool.head & queue_mask_]], requests);
        for (std::uint32_t i = 0; i < requests; ++i) answer(queue[(pool.head + i) & queue_mask_], done);
        pool.head += requests;
    }

    /// Draws the duration of a batch on the server of `free_key` and returns its end.
    template <std::size_t p>
    TRIMTAB_INLINE Tick schedule(std::uint64_t free_key, Tick now, const Client& first,
                                 std::uint32_t requests) {
        PoolState& pool = e_.pools_[p];
        // SIMULATOR 2: by batch number on GPU, by user and request on CPU.
        const std::uint64_t entity = p == 0 ? 0 : first.id;
        const std::uint64_t counter = p == 0 ? pool.batches : first.counter;
        ++pool.batches;
        const double factor = (*pool.factor)(keyed_bits(pool.service_key, entity, counter));
        const double duration =
            std::min((pool.batch_base_ticks + pool.batch_request_ticks * requests) * factor, longest_batch);
        const Tick done = now + static_cast<Tick>(static_cast<std::int64_t>(duration));
        const std::uint64_t slot = free_key & ((1U << slot_bits) - 1);
        pool.completions[slot] = (done << slot_bits) | slot;
        count_work(pool, now, done);
        return done;
    }

    /// The service of a request ends at `done`. Its response can wait for the end of the running second, as
    /// its user thinks for longer than that: there a short loop deals with all of them, and nothing waits for
    /// the draws.
    TRIMTAB_INLINE void answer(std::uint32_t client, Tick done) {
        if (at_once_ && done < end_) [[unlikely]]
            respond(client, done);
        else
            *answers_end_++ = {done, client};
    }

    /// Responses of the running second; later ones stay, so that every window counts its own.
    TRIMTAB_INLINE void respond_to_all() {
        Answer* const first = e_.answers_.data();
        Answer* later = first;
        for (const Answer* answer = first; answer != answers_end_; ++answer) {
            if (answer->done < end_)
                respond(answer->client, answer->done);
            else
                *later++ = *answer;
        }
        answers_end_ = later;
    }

    TRIMTAB_INLINE void respond(std::uint32_t client, Tick done) {
        const Tick answered = done + network_;
        record(client, answered, answered - clients_[client].arrival);
    }

    TRIMTAB_INLINE void record(std::uint32_t client, Tick resumes, Tick latency) {
        const Tick recorded = std::min(latency, timeout_);
        successes_ += latency <= timeout_ ? 1 : 0;
        latency_ticks_ += static_cast<std::int64_t>(recorded);
        if (latency_ == latency_end_) [[unlikely]] {
            const auto used = static_cast<std::size_t>(latency_ - e_.latencies_ms_.data());
            e_.latencies_ms_.resize(std::max<std::size_t>(1024, 2 * used));
            set_latency_room(used);
        }
        *latency_++ = static_cast<float>(static_cast<std::int64_t>(recorded)) * milliseconds_per_tick;

        if (e_.kind_ == load::LoadKind::open) [[unlikely]] {
            e_.free_clients_.push_back(client);
            return;
        }
        Client& c = clients_[client];
        ++c.counter;
        c.route = keyed_bits(e_.route_key_, c.id, c.counter);
        const Tick think = scaled(keyed_bits(e_.think_key_, c.id, c.counter), parameters_.think_range);
        e_.calendar_.insert(resumes + parameters_.think_min + think, client);
    }

    TRIMTAB_INLINE void expire(PoolState& pool, Tick now) {
        while (now > pool.next_expiry) [[unlikely]] {
                if (pool.waiting() == 0) {
                    pool.next_expiry = UINT64_MAX;
                    return;
                }
                const std::uint32_t oldest = pool.queue[pool.head & queue_mask_];
                pool.next_expiry = clients_[oldest].arrival + timeout_;
                if (now > pool.next_expiry) {
                    ++pool.head;
                    record(oldest, now, timeout_ + 1);
                }
            }
    }

    /// Adds what lies within the running second of a server's work from `begin` to `done`.
    TRIMTAB_INLINE void count_work(PoolState& pool, Tick begin, Tick done) {
        const Tick end = std::min(done, end_);
        if (pool.draining.empty()) [[likely]]
            pool.busy_ticks += static_cast<std::int64_t>(end - begin);
        else
            pool.work.emplace_back(begin, end);
    }

    [[nodiscard]] TRIMTAB_INLINE static std::uint64_t earliest_completion(const PoolState& pool) {
        std::uint64_t a = no_completion, b = a, c = a, d = a;
        const std::uint64_t* const end = pool.completions.data() + pool.completions.size();
        for (const std::uint64_t* key = pool.completions.data(); key != end; key += scan_width) {
            a = std::min(a, key[0]);
            b = std::min(b, key[1]);
            c = std::min(c, key[2]);
            d = std::min(d, key[3]);
        }
        return std::min(std::min(a, b), std::min(c, d));
    }

    TRIMTAB_INLINE void set_latency_room(std::size_t used) {
        latency_ = e_.latencies_ms_.data() + used;
        latency_end_ = e_.latencies_ms_.data() + e_.latencies_ms_.size();
    }

    RequestEngine& e_;
    const ServiceParameters& parameters_;
    Client* const clients_;
    const std::uint32_t queue_mask_;
    const Tick network_;
    const Tick timeout_;
    Answer* answers_end_;
    const bool at_once_;
    const Tick start_;
    const Tick end_;
    std::array<std::uint64_t, 2> next_completion_{};  ///< the earliest key of a pool where requests wait
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
