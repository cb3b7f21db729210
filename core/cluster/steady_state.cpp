// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster/steady_state.h"

#include <cmath>
#include <numeric>
#include <vector>

#include "core/cluster/simulated_cluster.h"
#include "core/cluster/window_statistics.h"

namespace trimtab::cluster {
namespace {

SteadyStateEstimate estimate(const std::vector<double>& values) {
    const auto n = static_cast<double>(values.size());
    SteadyStateEstimate e;
    e.mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
    e.pooled = e.mean;  // windows are equally long, so rates pool to their mean
    double squares = 0;
    for (const double v : values) squares += (v - e.mean) * (v - e.mean);
    if (values.size() > 1) e.se = std::sqrt(squares / (n - 1) / n);
    return e;
}

}  // namespace

Expected<SteadyState> simulate_steady_state(const config::SimulatorConfig& config,
                                            const SteadyStateRequest& request, StopToken stop) {
    if (request.window_s < 1 || request.replications < 1)
        return fail(ErrorCode::invalid_argument,
                    "The window and the number of replications must be at least 1.");
    const load::LoadSchedule load{"constant", request.kind, {request.load}};
    SimulatedCluster cluster(config, request.service);
    std::vector<double> throughput, p95, mean, gpu, cpu;
    std::vector<float> pooled;
    SteadyState result;
    for (int r = 0; r < request.replications; ++r) {
        const std::uint64_t seed = request.seed + static_cast<std::uint64_t>(r);
        if (auto ok = cluster.reset(seed, load, request.allocation, request.warm_up_s, stop); !ok)
            return Unexpected<Error>(ok.error());
        cluster.begin_window();
        if (auto ok = cluster.advance(request.window_s, stop); !ok) return Unexpected<Error>(ok.error());
        const WindowMetrics m = cluster.window();
        const auto latencies = cluster.window_latencies_ms();
        pooled.insert(pooled.end(), latencies.begin(), latencies.end());
        throughput.push_back(m.throughput_rps);
        p95.push_back(m.latency_p95_ms);
        gpu.push_back(m.gpu_utilization);
        cpu.push_back(m.cpu_utilization);
        if (!latencies.empty())
            mean.push_back(std::accumulate(latencies.begin(), latencies.end(), 0.0) /
                           static_cast<double>(latencies.size()));
        result.cost_usd += m.cost_usd / request.replications;
    }
    result.throughput_rps = estimate(throughput);
    result.latency_p95_ms = estimate(p95);
    result.gpu_utilization = estimate(gpu);
    result.cpu_utilization = estimate(cpu);
    if (mean.empty()) mean.push_back(empty_window_p95_ms);
    result.latency_mean_ms = estimate(mean);
    if (!pooled.empty())
        result.latency_mean_ms.pooled =
            std::accumulate(pooled.begin(), pooled.end(), 0.0) / static_cast<double>(pooled.size());
    result.latency_p95_ms.pooled = order_quantile(std::span<float>(pooled), 0.95);
    return result;
}

}  // namespace trimtab::cluster
