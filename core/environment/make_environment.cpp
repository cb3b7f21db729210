// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/environment/make_environment.h"

#include "core/cluster/simulated_cluster.h"
#include "core/environment/baseline_table.h"

namespace trimtab::environment {

Expected<std::unique_ptr<KubernetesEnvironment>> make_environment(const config::Config& config,
                                                                  BaselineSet baselines) {
    const config::EnvironmentConfig& e = config.environment;
    if (!(e.action_interval >= 1) || e.episode_duration < e.action_interval)
        return fail(ErrorCode::invalid_argument,
                    "environment.episode_duration must hold at least one action_interval of 1 s or more");
    return std::make_unique<KubernetesEnvironment>(
        config, std::move(baselines), std::make_unique<cluster::SimulatedCluster>(config.simulator));
}

Expected<std::unique_ptr<KubernetesEnvironment>> make_environment(const config::Config& config) {
    Expected<BaselineSet> baselines = baselines_for(config);
    if (!baselines) return Unexpected<Error>(baselines.error());
    return make_environment(config, std::move(*baselines));
}

}  // namespace trimtab::environment
