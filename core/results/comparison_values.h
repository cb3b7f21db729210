// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/statistics/estimate.h"
#include "core/statistics/performance_profile.h"
#include "core/statistics/sample_summary.h"
#include "core/statistics/test_result.h"

namespace trimtab::results {

using statistics::Estimate;

enum class InferenceUnit { episode, training_seed };
enum class Verdict { better, worse, no_difference, not_judged };

/// "episode", "training seed"; "better", "worse", "no difference", "not judged".
[[nodiscard]] std::string unit_name(InferenceUnit unit);
[[nodiscard]] std::string verdict_name(Verdict verdict);

/// The name that stands for the mean over patterns, each counting the same.
inline const std::string all_patterns = "all";

/// One metric of one contender on one pattern. `sample` is over units (over all patterns: units x patterns).
struct MetricSummary {
    std::string metric;
    std::string unit;
    statistics::SampleSummary sample;
    Estimate mean;
    Estimate iqm;
    std::string problem;  ///< not empty: there are no numbers, and why
};

struct PatternSummary {
    std::string pattern;                 ///< or all_patterns
    std::vector<MetricSummary> metrics;  ///< in the order of comparison_metrics()
    std::optional<Estimate>
        pooled_latency_p95_ms;  ///< over all responses of all episodes; absent: none recorded
    std::vector<std::string> notes;
};

struct ContenderSummary {
    std::string name;
    std::vector<std::string> policies;  ///< more than one: the models of several training seeds
    std::vector<std::string> sources;
    std::vector<std::uint64_t> training_seeds;  ///< where known
    bool clairvoyant = false;
    bool candidate = false;
    InferenceUnit unit = InferenceUnit::episode;
    int units = 0;
    std::vector<PatternSummary> patterns;  ///< those of the evaluation, then all_patterns
    std::optional<statistics::PerformanceProfile> return_profile;
    std::optional<Estimate>
        optimality_gap;  ///< of the return below the planner's mean, where there is a planner
};

struct TestOutcome {
    std::string test;  ///< welch_t, mann_whitney_u, wilcoxon_signed_rank or paired_t
    std::optional<statistics::TestResult> result;
    std::optional<double> p_holm;  ///< corrected over every pair and pattern of this metric and test
    std::string reason;            ///< why there is no result
};

/// policy minus baseline in one metric. Effects and probabilities count "better", whichever way the metric
/// points.
struct MetricComparison {
    std::string metric;
    std::string unit;
    Verdict verdict = Verdict::not_judged;
    std::string reason;  ///< what the verdict rests on, one sentence
    std::optional<Estimate>
        difference;  ///< mean difference in the metric's unit; absent: a problem, see reason
    std::optional<Estimate>
        student;  ///< the same with Student's (two groups: Welch's) interval, where units are fewer than ten
    std::optional<double> cohen_dz;                      ///< paired; > 0: better
    std::optional<double> hedges_g;                      ///< unpaired; > 0: better
    std::optional<Estimate> probability_of_improvement;  ///< chance that the policy is the better one, 0..1
    std::vector<TestOutcome> tests;
};

struct PatternComparison {
    std::string pattern;                    ///< or all_patterns
    Verdict verdict = Verdict::not_judged;  ///< by the episode return
    std::vector<MetricComparison> metrics;
};

/// One policy against one baseline, pattern by pattern.
struct PairComparison {
    std::string policy;
    std::string baseline;
    InferenceUnit unit = InferenceUnit::episode;
    int units = 0;
    std::vector<PatternComparison> patterns;  ///< those of the evaluation, then all_patterns
};

/// What the policy's money buys, against mixing static allocations (MixingFrontier).
struct EqualCost {
    std::string policy;
    std::string pattern;
    std::optional<Estimate> cost_usd;           ///< the policy's, an episode
    std::optional<Estimate> return_difference;  ///< policy minus the statics' return at the policy's own cost
    std::optional<Estimate>
        cost_saved_share;  ///< 1 - cost over the statics' cost at the policy's SLO violations
    std::string note;      ///< why one of them is absent
};

/// (policy - best baseline) / (planner - best baseline) in return: 0 at the baseline, 1 at the ceiling.
struct GapClosed {
    std::string policy;
    std::string pattern;
    std::string baseline;  ///< the one with the highest mean return over all patterns
    std::string planner;
    int episodes = 0;  ///< a pattern, those the planner played
    std::optional<Estimate> baseline_return, planner_return, policy_return;
    std::optional<Estimate> share;
    std::string note;  ///< why there is no share
};

/// One stated goal, and whether it was reached.
struct ExpectedImprovement {
    std::string policy;
    std::string pattern;
    std::string criterion;  ///< one sentence
    double target_low = 0;
    std::optional<double> target_high;  ///< only the balanced share has an upper bound
    std::optional<Estimate> value;      ///< a factor, or a share 0..1
    bool met = false;
    std::string reason;
};

/// Everything that a comparison's table, report and window show.
struct ComparisonResult {
    std::vector<std::string> patterns;
    int runs = 0;
    double slo_ms = 500;
    double confidence = 0.95;
    int resamples = 0;
    std::uint64_t bootstrap_seed = 0;
    std::string unit_statement;
    std::string method_statement;
    std::vector<ContenderSummary> contenders;
    std::vector<PairComparison> pairs;
    std::vector<EqualCost> equal_cost;
    std::vector<GapClosed> gap_closed;
    std::vector<ExpectedImprovement> expected_improvements;  ///< set by the caller from judge_improvements()
    std::vector<std::string> notes;
};

}  // namespace trimtab::results
