// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agent/hpa_policy.h"

#include <locale>
#include <sstream>

#include "core/environment/action.h"

namespace trimtab::agent {
namespace {

ScalingRules rules(int window_s, config::ScalingSelect select, int percent, int pods, int period_s) {
    ScalingRules out{window_s, select, {}};
    if (percent > 0) out.policies.push_back({ScalingPolicy::Kind::percent, percent, period_s});
    if (pods > 0) out.policies.push_back({ScalingPolicy::Kind::pods, pods, period_s});
    // Without a policy the direction has no limit to give: Kubernetes refuses such an object, here it never
    // moves.
    if (out.policies.empty()) out.select = config::ScalingSelect::disabled;
    return out;
}

}  // namespace

HpaPolicyOptions hpa_options(const config::Config& config) {
    const config::PoliciesConfig& p = config.policies;
    HpaPolicyOptions out;
    out.target_percent = {p.hpa_gpu_target, p.hpa_cpu_target};
    out.tolerance = {p.hpa_tolerance_up, p.hpa_tolerance_down};
    out.controller.min_replicas = config.environment.min_replicas;
    out.controller.max_replicas = config.environment.max_replicas;
    out.controller.behavior = p.hpa_behavior;
    out.controller.up =
        rules(p.hpa_up_window_s, p.hpa_up_select, p.hpa_up_percent, p.hpa_up_pods, p.hpa_policy_period_s);
    out.controller.down = rules(p.hpa_down_window_s, p.hpa_down_select, p.hpa_down_percent, p.hpa_down_pods,
                                p.hpa_policy_period_s);
    out.sync_period_s = p.hpa_sync_period_s;
    out.placement = p.hpa_placement;
    return out;
}

std::string describe(const HpaPolicyOptions& options) {
    std::ostringstream out;
    out.imbue(std::locale::classic());
    out << "GPU target " << options.target_percent[0] << " %, CPU target " << options.target_percent[1]
        << " %, tolerance " << options.tolerance.up << " up " << options.tolerance.down
        << " down, down window " << options.controller.down.window_s << " s, placement "
        << environment::action_table()[2].values[static_cast<std::size_t>(options.placement)];
    return out.str();
}

HpaPolicy::HpaPolicy(std::string name, HpaPolicyOptions options, std::string summary)
    : name_(std::move(name)),
      summary_(std::move(summary)),
      options_(std::move(options)),
      controllers_{HpaController(options_.controller), HpaController(options_.controller)} {}

void HpaPolicy::begin_episode(const environment::KubernetesEnvironment&, std::uint64_t) {
    controllers_ = {HpaController(options_.controller), HpaController(options_.controller)};
}

Expected<Decision> HpaPolicy::decide(const environment::KubernetesEnvironment& environment) {
    const cluster::ClusterBackend& backend = environment.backend();
    std::array<int, 2> replicas{};
    Decision decision;
    for (const cluster::Pool pool : {cluster::Pool::gpu, cluster::Pool::cpu}) {
        const auto p = static_cast<std::size_t>(pool);
        const cluster::PoolSnapshot seen = backend.pool(pool, options_.sync_period_s);
        HpaMetric metric;
        metric.kind = pool == cluster::Pool::gpu ? HpaMetricKind::pods : HpaMetricKind::resource;
        metric.target_percent = options_.target_percent[p];
        metric.window_s = options_.sync_period_s;
        const std::array<std::optional<int>, 1> proposals = {
            replicas_for_metric(metric, hpa_pods(seen), seen.desired, options_.tolerance)};
        replicas[p] = controllers_[p].sync(backend.time_s(), seen.desired, proposals);
        decision.reason += std::string(p == 0 ? "GPU " : ", CPU ") +
                           std::to_string(static_cast<int>(seen.utilization * 100)) + " % -> " +
                           std::to_string(replicas[p]);
    }
    decision.allocation = cluster::Allocation{replicas[0], replicas[1], options_.placement};
    return decision;
}

}  // namespace trimtab::agent
