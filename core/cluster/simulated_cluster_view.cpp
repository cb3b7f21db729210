// SPDX-License-Identifier: GPL-3.0-or-later
// What can be seen of the simulation: window statistics, latencies, pods.
#include <cmath>

#include "core/cluster/simulated_cluster.h"

namespace trimtab::cluster {

int SimulatedCluster::scrape_second() const {
    const double interval_s = config_.scrape_interval_s;
    if (interval_s <= 0) return clock_s_;
    const double scraped_s = std::floor((clock_s_ - config_.scrape_lag_s) / interval_s) * interval_s;
    return std::clamp(static_cast<int>(std::floor(scraped_s)), oldest_mark(), clock_s_);
}

WindowMetrics SimulatedCluster::window() const {
    WindowMetrics m;
    if (!load_) return m;
    const Mark& now = mark(clock_s_);
    const WindowTotals window = now.totals - window_start_;
    m.duration_s = clock_s_ - window_start_s_;
    m.open_loop = load_->kind == load::LoadKind::open;
    m.ready_gpu = pods_[0].ready();
    m.ready_cpu = pods_[1].ready();
    m.desired_gpu = pods_[0].desired();
    m.desired_cpu = pods_[1].desired();
    m.pending_gpu = m.desired_gpu - m.ready_gpu;
    m.pending_cpu = m.desired_cpu - m.ready_cpu;
    m.cost_usd = cost_usd(config_, window);
    m.energy_wh = energy_wh(config_, window);
    m.successes = window.successes;
    m.failures = window.responses - window.successes;
    if (m.duration_s > 0) {
        m.mean_users = to_seconds(static_cast<Tick>(window.user_ticks)) / m.duration_s;
        m.mean_ready_gpu = static_cast<double>(window.ready_pod_s[0]) / m.duration_s;
        m.mean_ready_cpu = static_cast<double>(window.ready_pod_s[1]) / m.duration_s;
    }
    m.current_users = engine_.active_users();
    m.users_change =
        (m.current_users - window_start_users_) / std::max(1.0, static_cast<double>(window_start_users_));

    const int end_s = scrape_second();
    const int start_s =
        end_s == clock_s_ ? window_start_s_ : std::max(oldest_mark(), end_s - static_cast<int>(m.duration_s));
    const Mark& end = mark(end_s);
    const WindowTotals& start = end_s == clock_s_ ? window_start_ : mark(start_s).totals;
    measure(m, config_, end.totals - start, end_s - start_s, end.pods);
    m.latency_p95_ms =
        order_quantile(engine_.latencies_ms(start.responses, end.totals.responses), 0.95, scratch_);
    const LoadShape shape = shape_at(end_s);
    m.load_trend = shape.trend;
    m.load_variance = shape.variance;
    return m;
}

LoadShape SimulatedCluster::shape_at(int second) const {
    constexpr int bucket_s = 10;
    std::array<double, 5> buckets{};
    const int count = std::min({5, second / bucket_s, (second - oldest_mark()) / bucket_s});
    for (int i = 0; i < count; ++i) {
        const int end = second - (count - 1 - i) * bucket_s;
        const std::int64_t arrivals = mark(end).totals.arrivals - mark(end - bucket_s).totals.arrivals;
        buckets[static_cast<std::size_t>(i)] = static_cast<double>(arrivals) / bucket_s;
    }
    return load_shape(std::span<const double>(buckets.data(), static_cast<std::size_t>(std::max(0, count))));
}

std::span<const float> SimulatedCluster::window_latencies_ms() const {
    if (!load_) return {};
    return engine_.latencies_ms(window_start_.responses, mark(clock_s_).totals.responses);
}

LatencyHistogram SimulatedCluster::latencies() const {
    LatencyHistogram histogram;
    for (const float latency_ms : window_latencies_ms()) histogram.add(static_cast<double>(latency_ms));
    return histogram;
}

PoolSnapshot SimulatedCluster::pool(Pool pool, int lookback_s) const {
    PoolSnapshot snapshot;
    if (!load_) return snapshot;
    const auto p = static_cast<std::size_t>(pool);
    const PodSet& pods = pods_[p];
    snapshot.desired = pods.desired();
    snapshot.ready = pods.ready();
    snapshot.starting = pods.starting();
    snapshot.pending = pods.pending();
    snapshot.draining = engine_.draining_pods(pool);

    const int end_s = scrape_second();
    const WindowTotals past =
        mark(end_s).totals - mark(std::max(oldest_mark(), end_s - std::max(1, lookback_s))).totals;
    if (past.ready_server_ticks[p] > 0)
        snapshot.utilization =
            static_cast<double>(past.busy_ticks[p]) / static_cast<double>(past.ready_server_ticks[p]);
    for (const PodSet::Pod& pod : pods.pods()) {
        PodSnapshot shown;
        shown.serial = pod.serial;
        shown.phase = pod.phase;
        shown.has_sample = pod.phase != PodPhase::pending;
        if (pod.phase != PodPhase::pending) shown.age_s = clock_s_ - pod.started_s;
        if (pod.phase == PodPhase::ready) {
            shown.ready_for_s = clock_s_ - pod.ready_s;
            shown.utilization = snapshot.utilization;
        }
        snapshot.pods.push_back(shown);
    }
    return snapshot;
}

}  // namespace trimtab::cluster
