// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/expected.h"
#include "core/config/config.h"
#include "core/results/comparison.h"
#include "core/training/evaluation_result.h"

namespace trimtab::results {

/// A reward to score policies by: the reward keys of `config.environment`.
struct RewardSetting {
    std::string name;
    config::Config config;
};

/// `scenario` with what `reward` pays for: form, weights, SLO, baseline and prices. Load, observation, action
/// bounds and all else stay, so that every reward scores the same policies on the same episodes.
[[nodiscard]] config::Config with_reward_of(config::Config scenario, const config::Config& reward);

/// How a setting's returns came about.
enum class ScoringMethod {
    recorded_components,  ///< the episodes' component sums under other weights: exact
    recorded_steps,       ///< the kisim forms from the recorded steps: exact
    evaluated_again  ///< the episodes were played again; policies that look at the reward may act otherwise
};
[[nodiscard]] std::string scoring_method_name(ScoringMethod method);

/// Plays the same policies on the same episodes under a configuration: the recorded one with another reward.
using Reevaluate = std::function<Expected<training::EvaluationResult>(const config::Config&)>;

/// What was recorded, and the configuration that it was recorded under.
struct RecordedEvaluation {
    training::EvaluationResult evaluation;
    config::Config config;
};

/// What one policy earns under one reward.
struct RewardScore {
    std::string policy;
    bool clairvoyant = false;
    int rank = 0;  ///< 1: the highest mean return over all patterns; the planner is ranked like the others
    Estimate mean_return;
};

/// The policies in the order in which one reward ranks them.
struct RewardRanking {
    std::string reward;
    ScoringMethod method = ScoringMethod::recorded_components;
    std::vector<RewardScore> scores;  ///< by rank
    std::vector<std::string> notes;   ///< policies left out, and why
};

/// Kendall's tau-b between the mean returns of two rewards; the planner is left out.
struct RewardAgreement {
    std::string first, second;
    std::optional<double> kendall_tau;
    std::string note;  ///< why there is none
};

/// What a policy does over all patterns, whatever it is paid for: means an episode.
struct RewardTradeOff {
    std::string policy;
    std::string reward;  ///< under which it was evaluated again; empty: as recorded
    double cost_usd = 0;
    double latency_p95_ms = 0;   ///< mean of the episodes' whole-run p95
    double slo_violations = 0;   ///< share of windows, 0..1
    double scaling_actions = 0;  ///< steps that changed a replica count
    bool on_front = false;       ///< no other point is at most as large in all four and smaller in one
};

/// How often a policy (planner apart) has the highest return over the settings.
struct RewardWins {
    std::string policy;
    int settings = 0;
    double share = 0;  ///< 0..1
};

/// Every reward's ranking of the same episodes.
struct RewardLaboratoryResult {
    std::vector<RewardRanking> rankings;
    std::vector<RewardAgreement>
        agreements;  ///< every pair of settings; for more than 20 settings, of each with the first
    std::vector<RewardTradeOff> trade_offs;  ///< every point once
    std::vector<RewardWins> wins;            ///< most first
};

/// Scores the recorded policies under each setting: from the recording where that is exact, else by
/// `reevaluate`, always by it where `always_reevaluate` is set (calibrated rules and the planner then follow
/// the reward). Errors: fewer than one setting, two of one name, a setting that needs a missing `reevaluate`,
/// those of compare() and of `reevaluate`.
[[nodiscard]] Expected<RewardLaboratoryResult> compare_rewards(const std::vector<RewardSetting>& settings,
                                                               const RecordedEvaluation& recorded,
                                                               const Reevaluate& reevaluate = {},
                                                               const ComparisonOptions& options = {},
                                                               bool always_reevaluate = false);

/// Every weighting of the four components in steps of 1/divisions that sums to 1, on top of `base`; named
/// "latency .. throughput .. efficiency .. stability ..". divisions in 1..20; 4 gives 35 settings.
[[nodiscard]] Expected<std::vector<RewardSetting>> weight_sweep(const config::Config& base, int divisions);

}  // namespace trimtab::results
