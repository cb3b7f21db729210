// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_cluster/served_workload.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/cluster/window_statistics.h"

namespace trimtab::test_cluster {
namespace {

constexpr std::size_t kept_seconds = 6 * 3600;
constexpr std::size_t kept_latencies_s = 600;
constexpr int usual_window_s = 30;
constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

}  // namespace

ServedWorkload::ServedWorkload(const config::SimulatorConfig& config, ClusterClock& clock, QObject* parent)
    : QObject(parent), config_(config), clock_(clock), cluster_(config) {}

Expected<void> ServedWorkload::start(std::uint64_t seed, const load::LoadSchedule& load,
                                     const cluster::Allocation& initial) {
    if (auto done = cluster_.reset(seed, load, initial, usual_window_s, StopToken()); !done) return done;
    history_.clear();
    wanted_users_ = -1;
    record();
    return {};
}

void ServedWorkload::advance(int seconds) {
    for (int i = 0; i < seconds; ++i) {
        if (wanted_users_ >= 0) {
            const double wanted = std::min<double>(wanted_users_, std::floor(users() + spawn_rate_));
            (void)cluster_.follow({"constant", load::LoadKind::closed, {std::max(0.0, wanted)}});
        }
        cluster_.begin_window();
        if (!cluster_.advance(1, StopToken())) return;  // the simulation's horizon of six days
        clock_.setElapsed(cluster_.time_s());
        record();
        Q_EMIT changed();
    }
}

void ServedWorkload::record() {
    WorkloadSecond second;
    second.end_ms = clock_.nowMs();
    second.metrics = cluster_.window();
    const auto latencies = cluster_.window_latencies_ms();
    second.latencies.assign(latencies.begin(), latencies.end());
    for (const cluster::Pool pool : {cluster::Pool::gpu, cluster::Pool::cpu}) {
        const cluster::PoolSnapshot snapshot = cluster_.pool(pool, 1);
        second.pods[static_cast<std::size_t>(pool)] = snapshot.ready + snapshot.starting;
    }
    history_.push_back(std::move(second));
    history_.back().p95_30s_ms = latencyQuantile(history_.back(), usual_window_s, 0.95);
    if (history_.size() > kept_latencies_s) {
        std::vector<float> none;
        history_[history_.size() - kept_latencies_s - 1].latencies.swap(none);
    }
    if (history_.size() > kept_seconds) history_.pop_front();
}

Expected<void> ServedWorkload::scale(cluster::Pool pool, int replicas) {
    cluster::Allocation wanted = cluster_.desired();
    (pool == cluster::Pool::gpu ? wanted.replicas_gpu : wanted.replicas_cpu) = replicas;
    auto done = cluster_.apply(wanted);
    if (done) Q_EMIT changed();
    return done;
}

void ServedWorkload::place(cluster::Placement placement) {
    cluster::Allocation wanted = cluster_.desired();
    wanted.placement = placement;
    (void)cluster_.apply(wanted);
}

void ServedWorkload::setUsers(int users, double spawn_rate) {
    wanted_users_ = std::max(0, users);
    spawn_rate_ = std::max(0.01, spawn_rate);
}

const WorkloadSecond* ServedWorkload::secondAt(qint64 at_ms) const {
    const auto after = std::upper_bound(history_.begin(), history_.end(), at_ms,
                                        [](qint64 ms, const WorkloadSecond& s) { return ms < s.end_ms; });
    return after == history_.begin() ? nullptr : &*std::prev(after);
}

std::size_t ServedWorkload::firstOf(const WorkloadSecond& end, int lookback_s) const {
    const auto at = std::lower_bound(history_.begin(), history_.end(), end.end_ms,
                                     [](const WorkloadSecond& s, qint64 ms) { return s.end_ms < ms; });
    std::size_t index = static_cast<std::size_t>(at - history_.begin());
    while (index < history_.size() && &history_[index] != &end) ++index;
    const auto wanted = static_cast<std::size_t>(std::max(1, lookback_s));
    return index + 1 >= wanted ? index + 1 - wanted : 0;
}

cluster::WindowMetrics ServedWorkload::window(const WorkloadSecond& end, int lookback_s) const {
    cluster::WindowMetrics sum = end.metrics;
    sum.mean_users = sum.mean_ready_gpu = sum.mean_ready_cpu = sum.arrivals_rps = 0;
    sum.cost_usd = sum.energy_wh = sum.duration_s = 0;
    sum.successes = sum.failures = 0;
    double gpu_busy = 0;
    double cpu_busy = 0;
    double request_mib = 0;
    const auto mib = [this](const WorkloadSecond& s) {
        return s.pods[0] * config_.gpu_pod_memory_mib + s.pods[1] * config_.cpu_pod_memory_mib;
    };
    const auto requested = [this](const WorkloadSecond& s) {
        return config_.pod_memory_request_mib * (s.pods[0] + s.pods[1]);
    };
    for (std::size_t i = firstOf(end, lookback_s); i < history_.size(); ++i) {
        const WorkloadSecond& second = history_[i];
        const cluster::WindowMetrics& m = second.metrics;
        sum.duration_s += m.duration_s;
        sum.successes += m.successes;
        sum.failures += m.failures;
        sum.cost_usd += m.cost_usd;
        sum.energy_wh += m.energy_wh;
        sum.arrivals_rps += m.arrivals_rps * m.duration_s;
        sum.mean_users += m.mean_users * m.duration_s;
        sum.mean_ready_gpu += m.mean_ready_gpu * m.duration_s;
        sum.mean_ready_cpu += m.mean_ready_cpu * m.duration_s;
        gpu_busy += m.gpu_utilization * m.mean_ready_gpu * m.duration_s;
        cpu_busy += m.cpu_utilization * m.mean_ready_cpu * m.duration_s;
        request_mib += (m.memory_utilization / 100 * requested(second) - mib(second)) * m.duration_s;
        if (&second == &end) break;
    }
    if (!(sum.duration_s > 0)) return end.metrics;
    sum.gpu_utilization = sum.mean_ready_gpu > 0 ? gpu_busy / sum.mean_ready_gpu : 0;
    sum.cpu_utilization = sum.mean_ready_cpu > 0 ? cpu_busy / sum.mean_ready_cpu : 0;
    for (double* total : {&sum.arrivals_rps, &sum.mean_users, &sum.mean_ready_gpu, &sum.mean_ready_cpu})
        *total /= sum.duration_s;
    sum.throughput_rps = static_cast<double>(sum.successes) / sum.duration_s;
    if (requested(end) > 0)
        sum.memory_utilization =
            std::min(100.0, 100 * (mib(end) + request_mib / sum.duration_s) / requested(end));
    sum.latency_p95_ms = latencyQuantile(end, lookback_s, 0.95);
    return sum;
}

double ServedWorkload::latencyQuantile(const WorkloadSecond& end, int lookback_s, double q) const {
    std::vector<float> all;
    for (std::size_t i = firstOf(end, lookback_s); i < history_.size(); ++i) {
        const WorkloadSecond& second = history_[i];
        if (second.latencies.empty() && second.metrics.successes + second.metrics.failures > 0)
            return lookback_s == usual_window_s && q == 0.95 ? end.p95_30s_ms : nothing;  // forgotten
        all.insert(all.end(), second.latencies.begin(), second.latencies.end());
        if (&second == &end) break;
    }
    return cluster::order_quantile(std::span<float>(all), q, nothing);
}

}  // namespace trimtab::test_cluster
