// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster/request_engine.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace trimtab::cluster {
namespace {

constexpr double milliseconds_per_tick = 1000.0 / static_cast<double>(ticks_per_second);

/// floor(range u) for u = bits / 2^64, in integers.
Tick scaled(std::uint64_t bits, Tick range) {
    __extension__ using Wide = unsigned __int128;
    return static_cast<Tick>((static_cast<Wide>(bits) * range) >> 64);
}

}  // namespace

void RequestEngine::run_second(int second, double load) {
    const Tick start = second_start(second);
    ring_.begin_second(clients_, start);
    for (std::size_t p = 0; p < 2; ++p) {
        totals_.ready_server_ticks[p] += pools_[p].ready_servers << ticks_shift;
        expire(pools_[p], start);
        take_work(p, start);
    }
    if (kind_ == load::LoadKind::closed) {
        meet_target(start, static_cast<int>(std::lround(load)));
        totals_.user_ticks += static_cast<std::int64_t>(active_) << ticks_shift;
    } else {
        draw_open_arrivals(start, load);
    }
    run_events(ring_.end());
    for (PoolState& pool : pools_) count_busy(pool, ring_.end(), 0);
}

void RequestEngine::run_events(Tick end) {
    const std::uint64_t end_key = end << slot_bits;
    for (;;) {
        const std::uint64_t arrival_key = ring_.next_time() << slot_bits;
        if (arrival_key < next_completion_) {
            if (arrival_key >= end_key) return;
            arrive(ring_.pop(clients_));
        } else {
            if (next_completion_ >= end_key) return;
            complete(next_completion_);
        }
    }
}

void RequestEngine::arrive(std::uint32_t client) {
    const Client& c = clients_[client];
    const Tick now = c.time;
    if (active_ > target_) {
        totals_.user_ticks -= static_cast<std::int64_t>(ring_.end() - now);
        --active_;
        clients_[client].next = free_client_;
        free_client_ = client;
        return;
    }
    ++totals_.arrivals;
    expire(pools_[0], now);
    expire(pools_[1], now);

    const std::uint64_t route = keyed_bits(route_key_, c.id, c.counter) >> 11;
    std::size_t p = route < route_threshold_ ? 0 : 1;
    const PoolState& other = pools_[1 - p];
    if (other.ready_servers > 0) {
        const double wait_s = pools_[p].waiting() * pools_[p].seconds_per_waiting;
        const bool spills =
            wait_s > parameters_->spill_wait_s && other.waiting() * other.seconds_per_waiting < wait_s;
        if (spills || pools_[p].ready_servers == 0) p = 1 - p;
    }
    PoolState& pool = pools_[p];
    enqueue(pool, client);
    if (!pool.idle.empty()) take_work(p, now);
}

void RequestEngine::complete(std::uint64_t key) {
    const Tick now = key >> slot_bits;
    const auto s = static_cast<std::uint16_t>(key & ((1U << slot_bits) - 1));
    Slot& slot = slots_[s];
    const std::uint32_t* clients = &batch_clients_[s * batch_room_];
    const Tick answered = now + parameters_->network;
    for (std::uint32_t i = 0; i < slot.requests; ++i)
        respond(clients[i], answered, answered - clients_[clients[i]].time);

    const std::size_t p = slot.pool;
    PoolState& pool = pools_[p];
    expire(pool, now);
    completions_[s] = no_completion;
    if (!slot.draining && pool.waiting() > 0) {
        begin_batch(p, s, now);
    } else {
        count_busy(pool, now, -1);
        if (slot.draining)
            slot = Slot{};
        else
            pool.idle.push_back(s);
    }
    find_next_completion();
}

void RequestEngine::enqueue(PoolState& pool, std::uint32_t client) {
    if (pool.waiting() == pool.queue.size()) {
        std::vector<std::uint32_t> larger(std::max<std::size_t>(64, 2 * pool.queue.size()));
        for (std::uint32_t i = pool.head; i != pool.tail; ++i)
            larger[i & (larger.size() - 1)] = pool.queue[i & pool.queue_mask];
        pool.queue = std::move(larger);
        pool.queue_mask = static_cast<std::uint32_t>(pool.queue.size()) - 1;
    }
    pool.queue[pool.tail++ & pool.queue_mask] = client;
    if (pool.waiting() == 1) update_head(pool);
}

void RequestEngine::begin_batch(std::size_t p, std::uint16_t slot, Tick now) {
    const PoolService& service = parameters_->pools[p];
    PoolState& pool = pools_[p];
    const std::uint32_t requests = std::min(pool.waiting(), service.batch_max);
    std::uint32_t* batch = &batch_clients_[slot * batch_room_];
    for (std::uint32_t i = 0; i < requests; ++i) batch[i] = pool.queue[pool.head++ & pool.queue_mask];
    update_head(pool);
    slots_[slot].requests = requests;

    const Client& first = clients_[batch[0]];
    const std::uint64_t bits = p == 0 ? keyed_bits(service_key_[0], 0, pool.batches)
                                      : keyed_bits(service_key_[1], first.id, first.counter);
    ++pool.batches;
    const double duration =
        (service.batch_base_ticks + service.batch_request_ticks * requests) * (*service.factor)(bits);
    const std::uint64_t key =
        ((now + static_cast<Tick>(static_cast<std::int64_t>(duration))) << slot_bits) | slot;
    completions_[slot] = key;
    next_completion_ = std::min(next_completion_, key);
}

void RequestEngine::take_work(std::size_t p, Tick now) {
    PoolState& pool = pools_[p];
    while (pool.waiting() > 0 && !pool.idle.empty()) {
        const std::uint16_t slot = pool.idle.back();
        pool.idle.pop_back();
        count_busy(pool, now, 1);
        begin_batch(p, slot, now);
    }
}

void RequestEngine::expire(PoolState& pool, Tick now) {
    while (now > pool.head_deadline) {
        const std::uint32_t client = pool.queue[pool.head++ & pool.queue_mask];
        update_head(pool);
        respond(client, now, parameters_->timeout + 1);
    }
}

void RequestEngine::respond(std::uint32_t client, Tick resumes, Tick latency) {
    const bool success = latency <= parameters_->timeout;
    const Tick recorded = std::min(latency, parameters_->timeout);
    totals_.successes += success ? 1 : 0;
    ++totals_.responses;
    totals_.latency_ticks += static_cast<std::int64_t>(recorded);
    latencies_ms_.push_back(
        static_cast<float>(static_cast<double>(static_cast<std::int64_t>(recorded)) * milliseconds_per_tick));

    Client& c = clients_[client];
    if (kind_ == load::LoadKind::open) {
        c.next = free_client_;
        free_client_ = client;
        return;
    }
    ++c.counter;
    c.time = resumes + parameters_->think_min +
             scaled(keyed_bits(think_key_, c.id, c.counter), parameters_->think_range);
    ring_.insert(clients_, client);
}

void RequestEngine::count_busy(PoolState& pool, Tick now, int change) {
    totals_.busy_ticks[static_cast<std::size_t>(&pool - pools_.data())] +=
        std::min(pool.busy, pool.ready_servers) * static_cast<std::int64_t>(now - pool.last_change);
    pool.last_change = now;
    pool.busy += change;
}

void RequestEngine::update_head(PoolState& pool) {
    pool.head_deadline = pool.waiting() == 0
                             ? UINT64_MAX
                             : clients_[pool.queue[pool.head & pool.queue_mask]].time + parameters_->timeout;
}

void RequestEngine::find_next_completion() {
    std::uint64_t next = no_completion;
    for (const std::uint64_t key : completions_) next = std::min(next, key);
    next_completion_ = next;
}

void RequestEngine::meet_target(Tick start, int target) {
    target_ = target;
    const int created = std::min(target - active_, parameters_->spawn_rate);
    for (int i = 0; i < created; ++i) create_user(start, ticks_per_second);
}

void RequestEngine::create_user(Tick start, Tick within) {
    const std::uint32_t client = new_client();
    Client& c = clients_[client];
    c.time = start + scaled(keyed_bits(think_key_, c.id, 0), within);
    ++active_;
    ring_.insert(clients_, client);
}

void RequestEngine::draw_open_arrivals(Tick start, double rate) {
    if (rate <= 0) return;
    double elapsed_s = 0;
    for (;;) {
        elapsed_s -= std::log(unit_interval(keyed_bits(open_key_, 0, open_arrivals_++))) / rate;
        const Tick time =
            start + static_cast<Tick>(std::min(elapsed_s, 1.0) * static_cast<double>(ticks_per_second));
        if (time >= ring_.end()) return;
        const std::uint32_t client = new_client();
        clients_[client].time = time;
        ring_.insert(clients_, client);
    }
}

std::uint32_t RequestEngine::new_client() {
    std::uint32_t client = free_client_;
    if (client == no_client) {
        client = static_cast<std::uint32_t>(clients_.size());
        clients_.emplace_back();
    } else {
        free_client_ = clients_[client].next;
    }
    clients_[client] = Client{0, next_id_++, 0, no_client};
    return client;
}

}  // namespace trimtab::cluster
