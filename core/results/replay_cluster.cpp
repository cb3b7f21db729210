// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/replay_cluster.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/telemetry/metric_registry.h"

namespace trimtab::results {
namespace {

namespace metric = telemetry::metric;

double value_of(const telemetry::Row& row, int id) {
    for (const auto& [known, value] : row.values)
        if (known == id) return value;
    return std::numeric_limits<double>::quiet_NaN();
}

int count_of(const telemetry::Row& row, int id) {
    const double value = value_of(row, id);
    return std::isfinite(value) ? static_cast<int>(std::lround(value)) : 0;
}

/// Negative: no data.
std::int64_t known_count_of(const telemetry::Row& row, int id) {
    const double value = value_of(row, id);
    return std::isfinite(value) ? std::llround(value) : -1;
}

}  // namespace

cluster::WindowMetrics window_of_row(const telemetry::Row& row, double duration_s) {
    cluster::WindowMetrics m;
    m.duration_s = duration_s;
    m.cpu_utilization = value_of(row, metric::cpu_utilization);
    m.memory_utilization = value_of(row, metric::memory_utilization);
    m.gpu_utilization = value_of(row, metric::gpu_utilization);
    m.latency_p95_ms = value_of(row, metric::latency_p95_ms);
    m.throughput_rps = value_of(row, metric::throughput_rps);
    m.arrivals_rps = value_of(row, metric::arrivals_rps);
    m.mean_users = value_of(row, metric::mean_users);
    m.current_users = value_of(row, metric::current_users);
    m.users_change = value_of(row, metric::users_change);
    m.open_loop = m.mean_users == 0 && m.arrivals_rps > 0;
    m.mean_ready_gpu = value_of(row, metric::mean_ready_gpu);
    m.mean_ready_cpu = value_of(row, metric::mean_ready_cpu);
    m.ready_gpu = static_cast<int>(known_count_of(row, metric::ready_gpu));
    m.ready_cpu = static_cast<int>(known_count_of(row, metric::ready_cpu));
    m.desired_gpu = static_cast<int>(known_count_of(row, metric::desired_gpu));
    m.desired_cpu = static_cast<int>(known_count_of(row, metric::desired_cpu));
    m.pending_gpu = static_cast<int>(known_count_of(row, metric::pending_gpu));
    m.pending_cpu = static_cast<int>(known_count_of(row, metric::pending_cpu));
    m.cost_usd = value_of(row, metric::cost_usd);
    m.energy_wh = value_of(row, metric::energy_wh);
    m.successes = known_count_of(row, metric::successes);
    m.failures = known_count_of(row, metric::failures);
    m.load_trend = value_of(row, metric::load_trend);
    m.load_variance = value_of(row, metric::load_variance);
    return m;
}

cluster::Allocation allocation_of_row(const telemetry::Row& row) {
    const double placement = value_of(row, metric::placement);
    return {count_of(row, metric::desired_gpu), count_of(row, metric::desired_cpu),
            std::isfinite(placement)
                ? static_cast<cluster::Placement>(std::clamp(std::lround(placement), 0L, 2L))
                : cluster::Placement::balanced};
}

ReplayCluster::ReplayCluster(std::vector<telemetry::Row> rows, int step_s)
    : rows_(std::move(rows)), step_s_(step_s), wanted_(allocation_of_row(rows_.front())) {}

cluster::BackendDescription ReplayCluster::describe() const {
    return {"replay", "recorded run, " + std::to_string(rows_.size()) + " steps", true, true};
}

Expected<void> ReplayCluster::reset(std::uint64_t, const load::LoadSchedule&, const cluster::Allocation&,
                                    double, StopToken) {
    position_ = 0;
    clock_s_ = 0;
    into_step_s_ = 0;
    wanted_ = desired();
    return {};
}

Expected<void> ReplayCluster::apply(const cluster::Allocation& allocation) {
    wanted_ = allocation;
    return {};
}

Expected<void> ReplayCluster::advance(int seconds, StopToken stop) {
    if (stop.stop_requested()) return fail(ErrorCode::cancelled, "Stopped while a recording was replayed.");
    clock_s_ += seconds;
    into_step_s_ += seconds;
    for (; into_step_s_ >= step_s_; into_step_s_ -= step_s_) {
        if (position_ + 1 >= rows_.size())
            return fail(ErrorCode::not_found, "the recording ends here; it has " +
                                                  std::to_string(rows_.size()) + " steps in this episode");
        ++position_;
    }
    return {};
}

cluster::WindowMetrics ReplayCluster::window() const { return window_of_row(rows_[position_], step_s_); }

cluster::PoolSnapshot ReplayCluster::pool(cluster::Pool pool, int) const {
    const cluster::WindowMetrics m = window();
    const bool gpu = pool == cluster::Pool::gpu;
    const double percent = gpu ? m.gpu_utilization : m.cpu_utilization;
    cluster::PoolSnapshot snapshot;
    snapshot.desired = std::max(0, gpu ? m.desired_gpu : m.desired_cpu);
    snapshot.ready = std::max(0, gpu ? m.ready_gpu : m.ready_cpu);
    snapshot.starting = std::max(0, snapshot.desired - snapshot.ready);
    snapshot.utilization = std::isfinite(percent) ? percent / 100 : 0;
    for (int i = 0; i < snapshot.desired; ++i) {
        cluster::PodSnapshot pod;
        pod.serial = i;
        pod.phase = i < snapshot.ready ? cluster::PodPhase::ready : cluster::PodPhase::starting;
        // How old a pod was is not in a recording: one that was ready is taken to have been so for long.
        pod.age_s = pod.ready_for_s = pod.phase == cluster::PodPhase::ready ? 3600 : 0;
        pod.utilization = snapshot.utilization;
        pod.has_sample = pod.phase == cluster::PodPhase::ready && std::isfinite(percent);
        snapshot.pods.push_back(pod);
    }
    return snapshot;
}

}  // namespace trimtab::results
