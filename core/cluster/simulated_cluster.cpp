// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster/simulated_cluster.h"

#include <cmath>

namespace trimtab::cluster {
namespace {

constexpr int normal_history_s = 64;  // covers five 10-second buckets and an autoscaler's lookback
constexpr int horizon_s = RequestEngine::horizon_s;
constexpr int max_replicas_per_pool = 1000;
constexpr int window_after_warm_up_s = 30;

}  // namespace

SimulatedCluster::SimulatedCluster(const config::SimulatorConfig& config, ServiceDistribution service)
    : config_(config) {
    auto parameters = make_service_parameters(config, service);
    if (!parameters) {
        config_error_ = parameters.error();
        return;
    }
    engine_ = RequestEngine(std::make_shared<const ServiceParameters>(std::move(*parameters)));
    pods_[0] = PodSet({config.gpu_startup_mean_s, config.gpu_startup_cv, config.gpu_probe_delay_s,
                       config.gpu_probe_period_s},
                      0, config.gpu_quota);
    pods_[1] = PodSet({config.cpu_startup_mean_s, config.cpu_startup_cv, config.cpu_probe_delay_s,
                       config.cpu_probe_period_s},
                      1, PodSet::no_quota);
    history_s_ =
        normal_history_s + static_cast<int>(std::ceil(config.scrape_interval_s + config.scrape_lag_s));
}

BackendDescription SimulatedCluster::describe() const {
    return {"simulated", "embedded cluster", true, true};
}

Expected<void> SimulatedCluster::reset(std::uint64_t seed, const load::LoadSchedule& load,
                                       const Allocation& initial, double warm_up_s, StopToken stop) {
    if (config_error_) return Unexpected<Error>(*config_error_);
    if (auto checked = check_allocation(initial); !checked) return checked;
    if (auto checked = check_load(load); !checked) return checked;
    if (!(warm_up_s >= 0 && warm_up_s < horizon_s) || warm_up_s != std::floor(warm_up_s))
        return fail(ErrorCode::invalid_argument, "The warm-up of " + std::to_string(warm_up_s) +
                                                     " s is not a whole number of seconds from 0 on.");

    load_ = std::make_shared<const load::LoadSchedule>(load);
    warm_up_s_ = static_cast<int>(warm_up_s);
    clock_s_ = 0;
    marks_.assign(static_cast<std::size_t>(history_s_), Mark{});
    placement_ = initial.placement;
    engine_.begin(seed, load.kind);
    engine_.set_placement(placement_);
    const std::array<int, 2> replicas{initial.replicas_gpu, initial.replicas_cpu};
    for (std::size_t p = 0; p < 2; ++p) {
        pods_[p].begin(seed, replicas[p], 0);
        for (const PodSet::Pod& pod : pods_[p].pods())
            if (pod.phase == PodPhase::ready) engine_.add_servers(static_cast<Pool>(p), pod.serial);
    }
    if (load.kind == load::LoadKind::closed)
        engine_.create_initial_users(static_cast<int>(std::lround(load_->at(0))));

    begin_window();
    const int before = std::max(0, warm_up_s_ - window_after_warm_up_s);
    if (auto done = advance(before, stop); !done) return done;
    begin_window();
    return advance(warm_up_s_ - before, stop);
}

Expected<void> SimulatedCluster::check_load(const load::LoadSchedule& load) {
    if (load.values.empty())
        return fail(ErrorCode::invalid_argument, "The load has no values; give it at least one second.");
    for (const double value : load.values) {
        if (!(value >= 0 && value <= 1e6))
            return fail(ErrorCode::invalid_argument, "The load has the value " + std::to_string(value) +
                                                         "; users and req/s lie between 0 and 1000000.");
    }
    return {};
}

Expected<void> SimulatedCluster::follow(const load::LoadSchedule& load) {
    if (!load_) return fail(ErrorCode::internal, "follow() was called before reset().");
    if (load.kind != load_->kind)
        return fail(ErrorCode::invalid_argument, "An episode of users cannot change to arrivals, nor back.");
    if (auto checked = check_load(load); !checked) return checked;
    load_ = std::make_shared<const load::LoadSchedule>(load);
    return {};
}

Expected<void> SimulatedCluster::check_allocation(const Allocation& allocation) const {
    for (const int replicas : {allocation.replicas_gpu, allocation.replicas_cpu})
        if (replicas < 0 || replicas > max_replicas_per_pool)
            return fail(ErrorCode::invalid_argument, std::to_string(replicas) +
                                                         " replicas cannot be simulated; ask for 0 to " +
                                                         std::to_string(max_replicas_per_pool) + ".");
    const int servers = allocation.replicas_gpu + allocation.replicas_cpu * config_.cpu_servers_per_pod;
    if (engine_.servers_in_use() + servers > RequestEngine::max_servers)
        return fail(ErrorCode::invalid_argument,
                    "These replicas need more than " + std::to_string(RequestEngine::max_servers) +
                        " servers; lower the replicas or simulator.cpu_servers_per_pod.");
    return {};
}

Expected<void> SimulatedCluster::apply(const Allocation& allocation) {
    if (!load_) return fail(ErrorCode::internal, "apply() was called before reset().");
    if (auto checked = check_allocation(allocation); !checked) return checked;
    const std::array<int, 2> replicas{allocation.replicas_gpu, allocation.replicas_cpu};
    for (std::size_t p = 0; p < 2; ++p) {
        serials_.clear();
        pods_[p].scale(replicas[p], clock_s_, serials_);
        for (const int serial : serials_) engine_.remove_servers(static_cast<Pool>(p), serial);
    }
    if (allocation.placement != placement_) {
        placement_ = allocation.placement;
        engine_.set_placement(placement_);
    }
    return {};
}

void SimulatedCluster::begin_window() {
    window_start_s_ = clock_s_;
    window_start_users_ = engine_.active_users();
    window_start_ = mark(clock_s_).totals;
    const bool scrapes = config_.scrape_interval_s > 0;
    engine_.forget_latencies_before(scrapes ? mark(oldest_mark()).totals.responses : window_start_.responses);
}

Expected<void> SimulatedCluster::advance(int seconds, StopToken stop) {
    if (!load_) return fail(ErrorCode::internal, "advance() was called before reset().");
    if (seconds < 0 || clock_s_ + seconds >= horizon_s)
        return fail(ErrorCode::invalid_argument, "Cannot advance by " + std::to_string(seconds) +
                                                     " s: an episode runs forward and for at most " +
                                                     std::to_string(horizon_s) + " s.");
    for (int i = 0; i < seconds; ++i) {
        if (stop.stop_requested())
            return fail(ErrorCode::cancelled, "Stopped while the cluster was being simulated.");
        run_second();
    }
    return {};
}

void SimulatedCluster::run_second() {
    for (std::size_t p = 0; p < 2; ++p) {
        serials_.clear();
        pods_[p].make_ready(clock_s_, serials_);
        for (const int serial : serials_) engine_.add_servers(static_cast<Pool>(p), serial);
    }
    engine_.run_second(clock_s_, load_->at(clock_s_ - warm_up_s_));

    const WindowTotals& before = mark(clock_s_).totals;
    ++clock_s_;
    Mark& now = marks_[static_cast<std::size_t>(clock_s_ % history_s_)];
    now.totals = engine_.totals();
    for (std::size_t p = 0; p < 2; ++p) {
        now.pods[p] = pods_[p].ready() + pods_[p].starting();
        now.totals.ready_pod_s[p] = before.ready_pod_s[p] + pods_[p].ready();
        now.totals.billed_pod_s[p] = before.billed_pod_s[p] + now.pods[p];
    }
}

Allocation SimulatedCluster::desired() const { return {pods_[0].desired(), pods_[1].desired(), placement_}; }

std::unique_ptr<ClusterBackend> SimulatedCluster::clone() const {
    return std::make_unique<SimulatedCluster>(*this);
}

}  // namespace trimtab::cluster
