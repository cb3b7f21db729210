// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/profiles.h"

namespace trimtab::config {
namespace {

/// User counts at which 3 CPU pods over 3 GPU pods show the published latency ratios (SIMULATOR 3).
void apply_published(Config& config) {
    config.simulator.images_per_request = 1;
    config.load.profile = LoadProfile::published;
    config.load.jitter = LoadJitter::none;
    config.environment.baseline = BaselineTable::published;
}

/// The original project's request, load generator and reward.
void apply_kisim(Config& config) {
    config.simulator.images_per_request = 1;
    config.load.profile = LoadProfile::kisim;
    config.load.jitter = LoadJitter::none;
    config.environment.reward = RewardForm::kisim;
    config.environment.baseline = BaselineTable::published;
}

/// One hour that looks like a day (SIMULATOR 9).
void apply_day(Config& config) {
    config.environment.episode_duration = 3600;
    config.environment.max_replicas = 20;
    config.environment.throughput_bound = 200;
    config.environment.users_scale = 250;
    config.environment.baseline_static_gpu_replicas = 6;
    config.environment.baseline_static_cpu_replicas = 6;
    config.simulator.gpu_quota = 20;
    config.load.patterns = {"day"};
    config.policies.rule_gain = 0.7;
    config.policies.rule_trend_gain = 0;
    config.policies.rule_placement = Placement::prefer_gpu;
}

}  // namespace

const std::vector<std::string>& profile_names() {
    static const std::vector<std::string> names = {"default", "published", "kisim", "day"};
    return names;
}

void apply_profile(Config& config, const std::string& profile) {
    config.environment.profile = profile;
    if (profile == "published") apply_published(config);
    if (profile == "kisim") apply_kisim(config);
    if (profile == "day") apply_day(config);
}

}  // namespace trimtab::config
