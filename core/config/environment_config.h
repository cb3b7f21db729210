// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace trimtab::config {

/// Where a pod of the workload prefers to run; the third action dimension, in its order.
enum class Placement { prefer_gpu, balanced, prefer_cpu };

/// The reward's form (SIMULATOR 6).
enum class RewardForm { standard, kisim, kisim_advanced };

/// The table that improvements are relative to (DESIGN 3.2).
enum class BaselineTable { measured, published };

/// Section `environment`. The keys without a unit in their name are the original module's.
struct EnvironmentConfig {
    std::string profile = "default";     ///< default, published, kisim, day: sets the defaults of other keys
    std::string namespace_ = "default";  ///< key `namespace`
    std::string prometheus_url = "http://localhost:9090";
    std::string locust_url = "http://localhost:8089";
    double episode_duration = 300;  ///< s
    double action_interval = 30;    ///< s, one step
    double warm_up = 30;            ///< s at the load of t = 0, not scored
    int max_replicas = 10;
    int min_replicas = 1;
    int initial_replicas_gpu = 3;
    int initial_replicas_cpu = 3;
    Placement initial_placement = Placement::balanced;
    bool extended_observation = false;         ///< appends the 21 entries of SIMULATOR 10
    double throughput_bound = 100;             ///< req/s, upper bound of current_throughput
    double users_scale = 100;                  ///< S of SIMULATOR 10, users
    RewardForm reward = RewardForm::standard;  ///< spelt default, kisim, kisim-advanced in files
    BaselineTable baseline = BaselineTable::measured;
    int baseline_static_gpu_replicas = 3;  ///< GPU replicas of the static-gpu baseline
    int baseline_static_cpu_replicas = 3;
    double slo_ms = 500;
    double latency_weight = 0.4;
    double throughput_weight = 0.3;
    double resource_efficiency_weight = 0.2;
    double stability_weight = 0.1;
};

}  // namespace trimtab::config
