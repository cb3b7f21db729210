// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/section_builder.h"

namespace trimtab::config {
namespace {

using P = PoliciesConfig;

const std::vector<std::string> placements = {"prefer-gpu", "balanced", "prefer-cpu"};
const std::vector<std::string> selects = {"max", "min", "disabled"};

void add_hpa_keys(SectionBuilder<P>& section) {
    section.integer("hpa_cpu_target", &P::hpa_cpu_target, "%", 1, 100, "Target utilisation of the CPU pool.");
    section.integer("hpa_gpu_target", &P::hpa_gpu_target, "%", 1, 100, "Target utilisation of the GPU pool.");
    section.number("hpa_tolerance_up", &P::hpa_tolerance_up, "", 0, 1,
                   "Relative excess of the target that is tolerated before scaling up.");
    section.number("hpa_tolerance_down", &P::hpa_tolerance_down, "", 0, 1,
                   "Relative shortfall of the target that is tolerated before scaling down.");
    section.integer("hpa_sync_period_s", &P::hpa_sync_period_s, "s", 1, 3600,
                    "Time between two decisions of the autoscaler.");
    section
        .boolean("hpa_behavior", &P::hpa_behavior,
                 "The form with behavior; false: stabilises over hpa_down_window_s and at most doubles.")
        .advanced = true;
    section
        .integer("hpa_up_window_s", &P::hpa_up_window_s, "s", 0, 3600,
                 "Scaling up takes the lowest recommendation of this time.")
        .advanced = true;
    section.integer("hpa_down_window_s", &P::hpa_down_window_s, "s", 0, 3600,
                    "Scaling down takes the highest recommendation of this time.");
    section
        .integer("hpa_up_percent", &P::hpa_up_percent, "%", 0, 10000,
                 "Growth allowed in a policy period; 0: no such policy.")
        .advanced = true;
    section
        .integer("hpa_up_pods", &P::hpa_up_pods, "pods", 0, 1000,
                 "Pods that may be added in a policy period; 0: no such policy.")
        .advanced = true;
    section
        .integer("hpa_down_percent", &P::hpa_down_percent, "%", 0, 100,
                 "Shrinkage allowed in a policy period; 0: no such policy.")
        .advanced = true;
    section
        .integer("hpa_down_pods", &P::hpa_down_pods, "pods", 0, 1000,
                 "Pods that may be removed in a policy period; 0: no such policy.")
        .advanced = true;
    section
        .integer("hpa_policy_period_s", &P::hpa_policy_period_s, "s", 1, 1800,
                 "Period of the scaling policies.")
        .advanced = true;
    section.choice("hpa_up_select", &P::hpa_up_select, selects, "Which policy counts when scaling up.")
        .advanced = true;
    section.choice("hpa_down_select", &P::hpa_down_select, selects, "Which policy counts when scaling down.")
        .advanced = true;
    section.choice("hpa_placement", &P::hpa_placement, placements,
                   "Where traffic goes under the autoscaler.");
}

void add_rule_keys(SectionBuilder<P>& section) {
    section.number("rule_base", &P::rule_base, "pods", 0, 100, "GPU pods without load.");
    section.number("rule_gain", &P::rule_gain, "", 0, 10, "GPU pods for one GPU pod's capacity of arrivals.");
    section.number("rule_trend_gain", &P::rule_trend_gain, "", 0, 10,
                   "How far a rising trend is followed ahead of time.");
    section.integer("rule_cpu_base", &P::rule_cpu_base, "pods", 0, 100,
                    "CPU pods; two more while p95 is bad.");
    section.integer("rule_dead_band", &P::rule_dead_band, "pods", 0, 100, "GPU pods too many that are kept.");
    section.choice("rule_placement", &P::rule_placement, placements, "Where traffic goes under the rule.");
}

void add_keda_keys(SectionBuilder<P>& section) {
    section.number("keda_gpu_target_rps", &P::keda_gpu_target_rps, "req/s", 0.001, 1e6,
                   "Arrivals a second for one GPU pod.");
    section.number("keda_cpu_target_rps", &P::keda_cpu_target_rps, "req/s", 0.001, 1e6,
                   "Arrivals a second for one CPU pod.");
    section.integer("keda_polling_interval_s", &P::keda_polling_interval_s, "s", 1, 3600,
                    "Time between two readings of the metric.");
    section.integer("keda_cooldown_s", &P::keda_cooldown_s, "s", 0, 86400,
                    "Time without arrivals before the last pod goes.");
    section.integer("keda_min_replicas", &P::keda_min_replicas, "pods", 0, 1000,
                    "Fewest pods of a pool; 0 scales to zero.");
    section
        .integer("keda_fallback_replicas", &P::keda_fallback_replicas, "pods", 0, 1000,
                 "Pods of a pool while the metric cannot be read.")
        .advanced = true;
    section
        .integer("keda_failure_threshold", &P::keda_failure_threshold, "", 1, 1000,
                 "Failed readings in a row before falling back.")
        .advanced = true;
    section.choice("keda_placement", &P::keda_placement, placements, "Where traffic goes under KEDA.");
}

}  // namespace

void add_policies_keys(std::vector<ConfigKey>& rows) {
    SectionBuilder<P> section(rows, "policies", &Config::policies);
    add_hpa_keys(section);
    add_rule_keys(section);
    add_keda_keys(section);
    section
        .integer("planner_beam", &P::planner_beam, "", 0, 10000,
                 "States the planner keeps a step; 0: 60, or 16 for episodes of more than 20 steps.")
        .advanced = true;
    section
        .integer("planner_max_gpu", &P::planner_max_gpu, "pods", 0, 1000,
                 "Most GPU pods the planner considers; 0: 7, or the bound for long episodes.")
        .advanced = true;
    section
        .integer("planner_max_cpu", &P::planner_max_cpu, "pods", 0, 1000,
                 "Most CPU pods the planner considers; 0: 8, or 5 for long episodes.")
        .advanced = true;
    section.integer("calibration_candidates", &P::calibration_candidates, "", 1, 100000,
                    "Settings that enter the search of a calibrated policy.");
    section.boolean("rule_calibrated_per_pattern", &P::rule_calibrated_per_pattern,
                    "rule-calibrated has one setting a pattern; false: one for all.");
}

}  // namespace trimtab::config
