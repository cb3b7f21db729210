// SPDX-License-Identifier: GPL-3.0-or-later
// What happens between seconds: the start of an episode, clients and servers that come and go, routing.
#include "core/cluster/request_engine.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <set>

namespace trimtab::cluster {
namespace {

/// Makes a ring of clients at least `room` long, a power of two; running indices stay valid.
void grow_queue(std::vector<std::uint32_t>& ring, std::uint32_t head, std::uint32_t tail, std::size_t room) {
    if (room <= ring.size()) return;
    std::vector<std::uint32_t> larger(std::bit_ceil(std::max<std::size_t>(room, 64)));
    for (std::uint32_t i = head; i != tail; ++i)
        larger[i & (larger.size() - 1)] = ring[i & (ring.size() - 1)];
    ring = std::move(larger);
}

}  // namespace

void RequestEngine::begin(std::uint64_t seed, load::LoadKind kind) {
    kind_ = kind;
    think_key_ = stream_key(seed, DrawStream::think);
    route_key_ = stream_key(seed, DrawStream::route);
    open_key_ = stream_key(seed, DrawStream::open_arrival);
    open_arrivals_ = 0;
    next_id_ = 0;
    now_ = 0;
    active_ = target_ = 0;
    clients_.clear();
    free_clients_.clear();

    // An answer may be followed by the longest think time; first requests come within two seconds.
    const ServiceParameters& p = *parameters_;
    calendar_.configure(
        static_cast<int>(std::ceil(std::max(2.0, to_seconds(p.network + p.think_min + p.think_range)))));

    for (std::size_t i = 0; i < 2; ++i) {
        PoolState& pool = pools_[i];
        pool.batch_base_ticks = p.pools[i].batch_base_ticks;
        pool.batch_request_ticks = p.pools[i].batch_request_ticks;
        pool.factor = p.pools[i].factor.get();
        pool.service_key = stream_key(seed, i == 0 ? DrawStream::gpu_batch : DrawStream::cpu_service);
        pool.batch_max = p.pools[i].batch_max;
        pool.head = pool.tail = 0;
        pool.next_expiry = UINT64_MAX;
        pool.ready_servers = pool.busy_ticks = 0;
        pool.batches = 0;
        pool.slots.clear();
        pool.completions.clear();
        pool.draining.clear();
    }
    answer_count_ = 0;
    totals_ = {};
    forgotten_ = 0;
    update_capacity();
}

void RequestEngine::create_initial_users(int users) {
    for (int i = 0; i < users; ++i) create_user(0, 2 * ticks_per_second);
}

void RequestEngine::create_user(Tick start, Tick within) {
    const std::uint32_t client = new_client();
    __extension__ using Wide = unsigned __int128;
    const std::uint64_t bits = keyed_bits(think_key_, clients_[client].id, 0);
    calendar_.insert(start + static_cast<Tick>((static_cast<Wide>(bits) * within) >> 64), client);
    ++active_;
}

void RequestEngine::meet_target(Tick start, int target) {
    target_ = target;
    const int created = std::min(target - active_, parameters_->spawn_rate);
    for (int i = 0; i < created; ++i) create_user(start, ticks_per_second);
}

void RequestEngine::draw_open_arrivals(Tick start, double rate) {
    if (rate <= 0) return;
    double elapsed_s = 0;
    for (;;) {
        elapsed_s -= std::log(unit_interval(keyed_bits(open_key_, 0, open_arrivals_++))) / rate;
        if (elapsed_s >= 1) return;
        calendar_.insert(start + static_cast<Tick>(elapsed_s * static_cast<double>(ticks_per_second)),
                         new_client());
    }
}

std::uint32_t RequestEngine::new_client() {
    std::uint32_t client = 0;
    if (free_clients_.empty()) {
        client = static_cast<std::uint32_t>(clients_.size());
        clients_.emplace_back();
        calendar_.reserve(clients_.size());
        if (answers_.size() < clients_.size()) answers_.resize(std::bit_ceil(clients_.size()));
        for (PoolState& pool : pools_) grow_queue(pool.queue, pool.head, pool.tail, clients_.size());
    } else {
        client = free_clients_.back();
        free_clients_.pop_back();
    }
    clients_[client] = Client{0, keyed_bits(route_key_, next_id_, 0), next_id_, 0};
    ++next_id_;
    return client;
}

void RequestEngine::forget_latencies_before(std::int64_t response) {
    latencies_ms_.erase(latencies_ms_.begin(),
                        latencies_ms_.begin() + static_cast<std::ptrdiff_t>(response - forgotten_));
    forgotten_ = response;
}

void RequestEngine::add_servers(Pool pool, int pod_serial) {
    const auto p = static_cast<std::size_t>(pool);
    PoolState& state = pools_[p];
    for (int i = 0; i < parameters_->pools[p].servers_per_pod; ++i) {
        const auto free =
            std::find_if(state.slots.begin(), state.slots.end(), [](const Slot& s) { return !s.in_use; });
        const auto s = static_cast<std::size_t>(free - state.slots.begin());
        if (free == state.slots.end()) {
            state.slots.emplace_back();
            if (s == state.completions.size()) state.completions.resize(s + scan_width, no_completion);
        }
        state.slots[s] = Slot{pod_serial, true};
        state.completions[s] = s;  // free since the beginning
        ++state.ready_servers;
    }
    update_capacity();
}

void RequestEngine::remove_servers(Pool pool, int pod_serial) {
    PoolState& state = pools_[static_cast<std::size_t>(pool)];
    for (std::size_t s = 0; s < state.slots.size(); ++s) {
        if (!state.slots[s].in_use || state.slots[s].owner != pod_serial) continue;
        const Tick done = state.completions[s] >> slot_bits;
        if (done > now_) state.draining.push_back({done, pod_serial});
        state.completions[s] = no_completion;
        state.slots[s] = Slot{};
        --state.ready_servers;
    }
    update_capacity();
}

void RequestEngine::set_placement(Placement placement) {
    placement_ = placement;
    update_capacity();
}

void RequestEngine::update_capacity() {
    constexpr double longest_s = 100;  // keeps a wait, this times the longest queue, within a Tick
    std::array<double, 2> capacity{};
    for (std::size_t p = 0; p < 2; ++p) {
        const PoolService& service = parameters_->pools[p];
        capacity[p] = service.capacity_per_pod_rps * static_cast<double>(pools_[p].ready_servers) /
                      service.servers_per_pod;
        pools_[p].ticks_per_waiting = capacity[p] > 0 ? to_ticks(std::min(longest_s, 1.0 / capacity[p])) : 0;
        pools_[1 - p].spill_wait = capacity[p] > 0 ? to_ticks(parameters_->spill_wait_s) : UINT64_MAX;
    }
    double gpu_share = parameters_->preferred_share;
    if (placement_ == Placement::prefer_cpu) gpu_share = 1.0 - gpu_share;
    if (placement_ == Placement::balanced)
        gpu_share = capacity[0] + capacity[1] > 0 ? capacity[0] / (capacity[0] + capacity[1]) : 0.5;
    if (capacity[0] > 0 && capacity[1] == 0) gpu_share = 1;
    if (capacity[1] > 0 && capacity[0] == 0) gpu_share = 0;
    route_threshold_ = static_cast<std::uint64_t>(std::ceil(gpu_share * 0x1.0p53 - 0.5));
}

int RequestEngine::servers_in_use() const {
    std::int64_t servers = 0;
    for (const PoolState& pool : pools_)
        servers += pool.ready_servers + static_cast<std::int64_t>(pool.draining.size());
    return static_cast<int>(servers);
}

int RequestEngine::draining_pods(Pool pool) const {
    std::set<int> owners;
    for (const Draining& server : pools_[static_cast<std::size_t>(pool)].draining)
        if (server.done > now_) owners.insert(server.owner);
    return static_cast<int>(owners.size());
}

void RequestEngine::integrate_draining(PoolState& pool) {
    std::vector<std::pair<Tick, int>> changes;  // of the number of busy servers
    for (const auto& [begin, end] : pool.work) {
        changes.emplace_back(begin, 1);
        changes.emplace_back(end, -1);
    }
    std::sort(changes.begin(), changes.end());
    std::int64_t busy = 0;
    Tick last = 0;
    for (const auto& [time, change] : changes) {
        pool.busy_ticks += std::min(busy, pool.ready_servers) * static_cast<std::int64_t>(time - last);
        last = time;
        busy += change;
    }
    pool.work.clear();
    std::erase_if(pool.draining, [this](const Draining& server) { return server.done <= now_; });
}

}  // namespace trimtab::cluster
