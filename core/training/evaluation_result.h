// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/cluster/latency_histogram.h"

namespace trimtab::training {

/// One scored step, kept where an evaluation is asked for timelines. Units as in telemetry/metric_registry.h.
struct StepRecord {
    int step = 0;
    double time_s = 0;
    double reward = 0;
    double latency_improvement = 0, throughput_improvement = 0, resource_efficiency = 0, stability_bonus = 0;
    double latency_p95_ms = 0, throughput_rps = 0, arrivals_rps = 0, mean_users = 0;
    double cpu_utilization = 0, memory_utilization = 0, gpu_utilization = 0;
    int desired_gpu = 0, desired_cpu = 0, ready_gpu = 0, ready_cpu = 0, pending_gpu = 0, pending_cpu = 0;
    int placement = 1;
    std::vector<std::vector<double>> probabilities;  ///< of the decision; empty for policies without
    double value = 0;                                ///< the decision's value estimate; NaN without
    std::string reason;
};

/// One evaluated episode of one policy on one pattern.
struct EpisodeResult {
    std::string pattern;
    std::uint64_t seed = 0;
    double episode_return = 0;
    double latency_improvement = 0, throughput_improvement = 0, resource_efficiency = 0,
           stability_bonus = 0;  ///< sums
    double latency_p95_ms = 0;   ///< of the whole run, from the merged histogram
    double mean_window_p95_ms = 0;
    double throughput_rps = 0;
    double served_share = 0;    ///< successes over responses, 0..1
    double slo_violations = 0;  ///< share of windows with p95 > slo_ms, 0..1
    double cost_usd = 0;
    double energy_wh = 0;
    int scaling_actions = 0;  ///< steps that changed a replica count
    int flaps = 0;
    double mean_ready_gpu = 0, mean_ready_cpu = 0;
    double gpu_share = 0;  ///< mean of ready GPU pods over ready pods, 0..1
    cluster::LatencyHistogram latencies;
    std::vector<StepRecord> steps;  ///< filled where timelines were asked for
};

/// All episodes of one policy, in the order pattern by pattern, run by run: paired with any other policy's.
struct PolicyResult {
    std::string policy;  ///< its name, unique within a result
    std::string source;  ///< model file, calibration summary or empty
    bool clairvoyant = false;
    std::uint64_t training_seed = 0;  ///< of a model, where known
    std::string contender;            ///< what it is a training seed of; empty: the comparison decides
    std::vector<EpisodeResult> episodes;
};

struct EvaluationResult {
    std::vector<std::string> patterns;
    int runs = 0;  ///< episodes a pattern
    double slo_ms = 500;
    std::vector<PolicyResult> policies;
};

}  // namespace trimtab::training
