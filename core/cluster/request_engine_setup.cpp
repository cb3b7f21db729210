// SPDX-License-Identifier: GPL-3.0-or-later
// What happens between seconds: the start of an episode, servers that come and go, routing.
#include <algorithm>
#include <cmath>
#include <set>

#include "core/cluster/request_engine.h"

namespace trimtab::cluster {

void RequestEngine::begin(std::uint64_t seed, load::LoadKind kind, double peak) {
    kind_ = kind;
    think_key_ = stream_key(seed, DrawStream::think);
    route_key_ = stream_key(seed, DrawStream::route);
    open_key_ = stream_key(seed, DrawStream::open_arrival);
    service_key_ = {stream_key(seed, DrawStream::gpu_batch), stream_key(seed, DrawStream::cpu_service)};
    open_arrivals_ = 0;
    next_id_ = 0;
    free_client_ = no_client;
    active_ = target_ = 0;
    clients_.clear();

    // An answer may be followed by the longest think time; first requests come within two seconds.
    const ServiceParameters& p = *parameters_;
    const double longest_s = to_seconds(p.network + p.think_min + p.think_range);
    const double mean_think_s = std::max(0.1, to_seconds(p.think_min + p.think_range / 2));
    const bool closed = kind == load::LoadKind::closed;
    ring_.configure(closed ? static_cast<int>(std::ceil(std::max(2.0, longest_s))) + 1 : 1,
                    closed ? peak / mean_think_s : peak);

    for (PoolState& pool : pools_) {
        pool.queue.resize(std::max<std::size_t>(pool.queue.size(), 64));
        pool.queue_mask = static_cast<std::uint32_t>(pool.queue.size()) - 1;
        pool.head = pool.tail = 0;
        pool.idle.clear();
        pool.busy = pool.ready_servers = 0;
        pool.last_change = 0;
        pool.batches = 0;
        pool.head_deadline = UINT64_MAX;
    }
    slots_.clear();
    completions_.clear();
    batch_clients_.clear();
    batch_room_ = std::max(p.pools[0].batch_max, p.pools[1].batch_max);
    next_completion_ = no_completion;
    totals_ = {};
    latencies_ms_.clear();
    forgotten_ = 0;
    update_capacity();
}

void RequestEngine::create_initial_users(int users) {
    for (int i = 0; i < users; ++i) create_user(0, 2 * ticks_per_second);
}

void RequestEngine::forget_latencies_before(std::int64_t response) {
    latencies_ms_.erase(latencies_ms_.begin(),
                        latencies_ms_.begin() + static_cast<std::ptrdiff_t>(response - forgotten_));
    forgotten_ = response;
}

void RequestEngine::add_servers(Pool pool, int pod_serial) {
    const auto p = static_cast<std::size_t>(pool);
    for (int i = 0; i < parameters_->pools[p].servers_per_pod; ++i) {
        const auto free = std::find_if(slots_.begin(), slots_.end(), [](const Slot& s) { return !s.in_use; });
        const auto s = static_cast<std::size_t>(free - slots_.begin());
        if (free == slots_.end()) {
            slots_.emplace_back();
            completions_.push_back(no_completion);
            batch_clients_.resize(slots_.size() * batch_room_);
        }
        slots_[s] = Slot{pod_serial, static_cast<std::uint8_t>(p), true, false, 0};
        pools_[p].idle.push_back(static_cast<std::uint16_t>(s));
        ++pools_[p].ready_servers;
    }
    update_capacity();
}

void RequestEngine::remove_servers(Pool pool, int pod_serial) {
    const auto p = static_cast<std::size_t>(pool);
    PoolState& state = pools_[p];
    for (std::size_t s = 0; s < slots_.size(); ++s) {
        Slot& slot = slots_[s];
        if (!slot.in_use || slot.draining || slot.pool != p || slot.owner != pod_serial) continue;
        --state.ready_servers;
        if (completions_[s] != no_completion) {
            slot.draining = true;
        } else {
            std::erase(state.idle, static_cast<std::uint16_t>(s));
            slot = Slot{};
        }
    }
    update_capacity();
}

void RequestEngine::set_placement(Placement placement) {
    placement_ = placement;
    update_capacity();
}

void RequestEngine::update_capacity() {
    std::array<double, 2> capacity{};
    for (std::size_t p = 0; p < 2; ++p) {
        const PoolService& service = parameters_->pools[p];
        capacity[p] = service.capacity_per_pod_rps * static_cast<double>(pools_[p].ready_servers) /
                      service.servers_per_pod;
        pools_[p].seconds_per_waiting = capacity[p] > 0 ? 1.0 / capacity[p] : 0.0;
    }
    double gpu_share = parameters_->preferred_share;
    if (placement_ == Placement::prefer_cpu) gpu_share = 1.0 - gpu_share;
    if (placement_ == Placement::balanced)
        gpu_share = capacity[0] + capacity[1] > 0 ? capacity[0] / (capacity[0] + capacity[1]) : 0.5;
    route_threshold_ = static_cast<std::uint64_t>(std::ceil(gpu_share * 0x1.0p53 - 0.5));
}

int RequestEngine::servers_in_use() const {
    return static_cast<int>(
        std::count_if(slots_.begin(), slots_.end(), [](const Slot& s) { return s.in_use; }));
}

int RequestEngine::draining_pods(Pool pool) const {
    std::set<int> owners;
    for (const Slot& slot : slots_)
        if (slot.draining && slot.pool == static_cast<std::uint8_t>(pool)) owners.insert(slot.owner);
    return static_cast<int>(owners.size());
}

}  // namespace trimtab::cluster
