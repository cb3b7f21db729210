// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/config/environment_config.h"

namespace trimtab::config {

/// Which of several scaling policies of one direction counts: the one that allows the largest change, the
/// smallest, or none (spelt max, min, disabled in files).
enum class ScalingSelect { max, min, disabled };

/// Section `policies`: the options of everything that is compared with the agent (SIMULATOR 7 and 8).
struct PoliciesConfig {
    // hpa: Kubernetes' HorizontalPodAutoscaler v2, one a pool.
    int hpa_cpu_target = 70;  ///< percent utilisation of the CPU pool
    int hpa_gpu_target = 70;  ///< percent utilisation of the GPU pool
    double hpa_tolerance_up = 0.1;
    double hpa_tolerance_down = 0.1;
    int hpa_sync_period_s = 15;
    bool hpa_behavior = true;  ///< false: the form without `behavior`, whose only window is hpa_down_window_s
    int hpa_up_window_s = 0;
    int hpa_down_window_s = 300;
    int hpa_up_percent = 100;  ///< a scaling policy's value; 0: no such policy
    int hpa_up_pods = 4;
    int hpa_down_percent = 100;
    int hpa_down_pods = 0;
    int hpa_policy_period_s = 15;
    ScalingSelect hpa_up_select = ScalingSelect::max;
    ScalingSelect hpa_down_select = ScalingSelect::max;
    Placement hpa_placement = Placement::balanced;

    // rule: replicas in proportion to the estimated arrivals.
    double rule_base = 1;          ///< a, GPU pods
    double rule_gain = 0.5;        ///< b, GPU pods for a pod's worth of arrivals
    double rule_trend_gain = 1.5;  ///< kt
    int rule_cpu_base = 1;         ///< c0, CPU pods
    int rule_dead_band = 1;        ///< GPU pods too many that are kept
    Placement rule_placement = Placement::balanced;

    // keda: an external metric, arrivals a second, drives a ScaledObject a pool.
    double keda_gpu_target_rps = 9;   ///< arrivals a second for one GPU pod: 80 % of what it serves
    double keda_cpu_target_rps = 40;  ///< the CPU pool takes what spills over
    int keda_polling_interval_s = 30;
    int keda_cooldown_s = 300;  ///< quiet time before the last replica goes
    int keda_min_replicas = 0;
    int keda_fallback_replicas = 3;
    int keda_failure_threshold = 3;
    Placement keda_placement = Placement::balanced;

    // planner: beam search over the true future. 0: chosen by the episode's length (SIMULATOR 8 and 9).
    int planner_beam = 0;
    int planner_max_gpu = 0;
    int planner_max_cpu = 0;

    // best-static, hpa-calibrated, rule-calibrated: searched on calibration seeds.
    int calibration_candidates = 300;         ///< settings that enter a search
    bool rule_calibrated_per_pattern = true;  ///< one setting a pattern; false: one for all
};

}  // namespace trimtab::config
