// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/environment/episode_totals.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/telemetry/metric_registry.h"

namespace trimtab::environment {

namespace metric = telemetry::metric;

namespace {

double count_or_nan(std::int64_t count) {
    return count < 0 ? std::numeric_limits<double>::quiet_NaN() : static_cast<double>(count);
}

}  // namespace

void EpisodeTotals::KnownMean::add(double value) {
    if (std::isnan(value)) return;
    sum += value;
    ++count;
}

double EpisodeTotals::KnownMean::of(double total) const {
    return count > 0 ? total / count : std::numeric_limits<double>::quiet_NaN();
}

void EpisodeTotals::add(const cluster::WindowMetrics& metrics, const RewardComponents& reward, bool scaled,
                        int flaps, double slo_ms) {
    ++steps_;
    reward_.latency_improvement += reward.latency_improvement;
    reward_.throughput_improvement += reward.throughput_improvement;
    reward_.resource_efficiency += reward.resource_efficiency;
    reward_.stability_bonus += reward.stability_bonus;
    latency_.add(metrics.latency_p95_ms);
    throughput_.add(metrics.throughput_rps);
    successes_ += static_cast<double>(std::max<std::int64_t>(0, metrics.successes));
    failures_ += static_cast<double>(std::max<std::int64_t>(0, metrics.failures));
    responses_known_ = responses_known_ && metrics.successes >= 0 && metrics.failures >= 0;
    cost_usd_ += metrics.cost_usd;
    energy_wh_ += metrics.energy_wh;
    ready_gpu_ += metrics.mean_ready_gpu;
    ready_cpu_ += metrics.mean_ready_cpu;
    const double ready = metrics.mean_ready_gpu + metrics.mean_ready_cpu;
    gpu_share_ += ready == 0 ? 0 : metrics.mean_ready_gpu / ready;
    slo_violations_ += metrics.latency_p95_ms > slo_ms;
    scaling_actions_ += scaled;
    flaps_ += flaps;
}

void EpisodeTotals::append(MetricValues& out) const {
    const double n = steps_ > 0 ? steps_ : 1;
    const double responses = successes_ + failures_;
    const double served_share = !responses_known_ ? std::numeric_limits<double>::quiet_NaN()
                                : responses > 0   ? successes_ / responses
                                                  : 0;
    out.insert(out.end(), {{metric::latency_improvement, reward_.latency_improvement},
                           {metric::throughput_improvement, reward_.throughput_improvement},
                           {metric::resource_efficiency, reward_.resource_efficiency},
                           {metric::stability_bonus, reward_.stability_bonus},
                           {metric::mean_window_p95_ms, latency_.of(latency_.sum)},
                           {metric::throughput_rps, throughput_.of(throughput_.sum)},
                           {metric::served_share, served_share},
                           {metric::slo_violations, latency_.of(slo_violations_)},
                           {metric::cost_usd, cost_usd_},
                           {metric::energy_wh, energy_wh_},
                           {metric::scaling_actions, static_cast<double>(scaling_actions_)},
                           {metric::flaps, static_cast<double>(flaps_)},
                           {metric::mean_ready_gpu, ready_gpu_ / n},
                           {metric::mean_ready_cpu, ready_cpu_ / n},
                           {metric::gpu_share, gpu_share_ / n}});
}

void append_window_metrics(const cluster::WindowMetrics& metrics, const RewardComponents& reward,
                           cluster::Placement placement, MetricValues& out) {
    out.insert(out.end(), {{metric::latency_p95_ms, metrics.latency_p95_ms},
                           {metric::throughput_rps, metrics.throughput_rps},
                           {metric::arrivals_rps, metrics.arrivals_rps},
                           {metric::mean_users, metrics.mean_users},
                           {metric::current_users, metrics.current_users},
                           {metric::users_change, metrics.users_change},
                           {metric::mean_ready_gpu, metrics.mean_ready_gpu},
                           {metric::mean_ready_cpu, metrics.mean_ready_cpu},
                           {metric::cost_usd, metrics.cost_usd},
                           {metric::energy_wh, metrics.energy_wh},
                           {metric::successes, count_or_nan(metrics.successes)},
                           {metric::failures, count_or_nan(metrics.failures)},
                           {metric::desired_gpu, count_or_nan(metrics.desired_gpu)},
                           {metric::desired_cpu, count_or_nan(metrics.desired_cpu)},
                           {metric::ready_gpu, count_or_nan(metrics.ready_gpu)},
                           {metric::ready_cpu, count_or_nan(metrics.ready_cpu)},
                           {metric::pending_gpu, count_or_nan(metrics.pending_gpu)},
                           {metric::pending_cpu, count_or_nan(metrics.pending_cpu)},
                           {metric::placement, static_cast<double>(placement)},
                           {metric::reward, reward.total},
                           {metric::latency_improvement, reward.latency_improvement},
                           {metric::throughput_improvement, reward.throughput_improvement},
                           {metric::resource_efficiency, reward.resource_efficiency},
                           {metric::stability_bonus, reward.stability_bonus}});
}

}  // namespace trimtab::environment
