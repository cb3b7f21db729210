// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agent/keda_policy.h"

#include <cmath>

namespace trimtab::agent {
namespace {

KedaOptions pool_options(const config::Config& config, double target_rps) {
    const config::PoliciesConfig& p = config.policies;
    KedaOptions out;
    out.target_per_pod = target_rps;
    out.polling_interval_s = p.keda_polling_interval_s;
    out.cooldown_s = p.keda_cooldown_s;
    out.min_replicas = p.keda_min_replicas;
    out.max_replicas = config.environment.max_replicas;
    out.fallback_replicas = p.keda_fallback_replicas;
    out.failure_threshold = p.keda_failure_threshold;
    return out;
}

}  // namespace

KedaPolicy::KedaPolicy(const config::Config& config)
    : options_{pool_options(config, config.policies.keda_gpu_target_rps),
               pool_options(config, config.policies.keda_cpu_target_rps)},
      placement_(config.policies.keda_placement),
      sync_period_s_(config.policies.hpa_sync_period_s),
      scalers_{KedaScaler(options_[0]), KedaScaler(options_[1])} {}

void KedaPolicy::begin_episode(const environment::KubernetesEnvironment&, std::uint64_t) {
    scalers_ = {KedaScaler(options_[0]), KedaScaler(options_[1])};
}

Expected<Decision> KedaPolicy::decide(const environment::KubernetesEnvironment& environment) {
    const cluster::ClusterBackend& backend = environment.backend();
    const double now_s = backend.time_s();
    // At a step's first second the window that is over is in info(); within the step the backend's own has
    // begun.
    const cluster::WindowMetrics running = backend.window();
    const double arrivals_rps =
        running.duration_s > 0 ? running.arrivals_rps : environment.info().metrics.arrivals_rps;
    const cluster::Allocation desired = backend.desired();
    const std::array<int, 2> current = {desired.replicas_gpu, desired.replicas_cpu};
    std::array<int, 2> replicas{};
    for (std::size_t pool = 0; pool < 2; ++pool) {
        if (scalers_[pool].poll_due(now_s))
            scalers_[pool].polled(now_s,
                                  std::isfinite(arrivals_rps) ? std::optional(arrivals_rps) : std::nullopt);
        replicas[pool] = scalers_[pool].sync(now_s, current[pool]);
    }
    Decision decision;
    decision.allocation = cluster::Allocation{replicas[0], replicas[1], placement_};
    decision.reason = std::to_string(static_cast<int>(arrivals_rps)) + " req/s arrive";
    return decision;
}

}  // namespace trimtab::agent
