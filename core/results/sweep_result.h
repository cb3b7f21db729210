// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/expected.h"
#include "core/results/comparison_metrics.h"
#include "core/results/comparison_values.h"
#include "core/results/sweep_folder.h"
#include "core/training/sweep_plan.h"

namespace trimtab::results {

/// One configuration of a sweep over its seeds.
struct SweepCaseResult {
    training::SweepCase setting;
    int planned = 0;   ///< rows
    int finished = 0;  ///< rows behind the numbers
    int failed = 0;
    int seeds = 0;                                  ///< with a finished row of every pattern
    std::vector<std::optional<Estimate>> patterns;  ///< as SweepFile::patterns; over the seeds finished there
    std::optional<Estimate> overall;                ///< mean over patterns, over complete seeds
    std::optional<Estimate> difference;     ///< minus the best configuration (Welch), absent for the best
    std::optional<double> p_holm;           ///< Welch's test of it, corrected over all configurations
    Verdict verdict = Verdict::not_judged;  ///< against the best: worse, or no difference
};

/// A sweep as one comparison (DESIGN 8). The unit of inference is the training seed.
struct SweepResult {
    std::string name;
    std::string metric;
    std::string unit;
    Direction direction = Direction::higher_is_better;
    double confidence = 0.95;
    std::vector<std::string> patterns;
    int planned = 0, finished = 0, failed = 0;  ///< rows
    std::vector<SweepCaseResult> cases;         ///< in the order of the plan
    /// Index in `cases`: the configuration whose interval's unfavourable end is the best one. Chosen so, a
    /// lucky seed does not win: it widens its configuration's interval. Absent while no configuration has two
    /// complete seeds.
    std::optional<int> best;
    std::vector<std::string> notes;

    [[nodiscard]] bool partial() const { return finished < planned; }
};

/// Compares the configurations by the scores of their finished rows; partial results are counted as partial.
/// `records` as the plan's rows. Error: an unknown metric, or one without better and worse.
[[nodiscard]] Expected<SweepResult> summarize_sweep(const training::SweepPlan& plan,
                                                    const std::vector<SweepRowRecord>& records,
                                                    double confidence = 0.95);

/// invalid_argument where the sweep's metric cannot judge; to be asked before the first row runs.
[[nodiscard]] Expected<void> check_sweep_metric(const training::SweepPlan& plan);

/// Every comparison metric of an evaluation's first policy: its mean over the test episodes, patterns
/// counting the same. Metrics that are not a number in some episode are left out.
[[nodiscard]] std::map<std::string, double> sweep_scores(const training::EvaluationResult& evaluation);

/// Indexes in `cases`: the best, then by mean; those without one last.
[[nodiscard]] std::vector<int> ranked_cases(const SweepResult& result);

}  // namespace trimtab::results
