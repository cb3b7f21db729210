// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/expected.h"
#include "core/results/comparison_values.h"
#include "core/training/evaluation_result.h"

namespace trimtab::results {

/// Several policies that are one contender: the models of several training seeds.
struct ContenderGroup {
    std::string name;
    std::vector<std::string> policies;
};

/// How episodes become a comparison.
struct ComparisonOptions {
    double confidence = 0.95;
    int resamples = 2000;
    std::uint64_t seed = 0;  ///< of the bootstrap
    std::vector<ContenderGroup> groups =
        {};  ///< empty: by PolicyResult::contender; without, all that come from a .pt file are one contender
    std::vector<std::string> candidates =
        {};  ///< judged against the others; empty: the models, else every policy
    /// What the equal-cost comparison is made of; empty: policies named static..., best-static...
    std::vector<std::string> statics = {};
};

/// Compares the policies of one evaluation (DESIGN 4). Pure; about a second for 8 policies x 4 patterns x 100
/// runs.
///
/// The unit of inference is the training seed where a contender has several models, else the episode;
/// `unit_statement` says which. With episodes as units, episodes are resampled within each pattern, and all
/// policies by the same draws, because they met the same episodes. With training seeds, whole models are
/// resampled (a model plays every pattern, so it is drawn for all of them) and the other side is held at its
/// mean over the test episodes.
///
/// A metric that is not a number in some episode has no numbers for that policy and pattern but a `problem`.
/// Errors: no policies or patterns, fewer episodes of a pattern than of another, policies that met other
/// seeds than the first (a clairvoyant policy may have played fewer), options out of range or naming unknown
/// policies.
[[nodiscard]] Expected<ComparisonResult> compare(const training::EvaluationResult& evaluation,
                                                 const ComparisonOptions& options = {});

/// The expected improvements (DESIGN 4): random > 1.96, spike > 1.27, ramp > 1.16 times static-cpu's
/// whole-run p95 over the policy's, periodic balanced (mean GPU share of ready pods in 0.4..0.6), for every
/// candidate. `published` is an evaluation in profile `published`; policies and seeds are paired as in
/// compare(). Not met where the interval reaches the target, or where there is none. Errors as compare(), or
/// no policy `static-cpu`.
[[nodiscard]] Expected<std::vector<ExpectedImprovement>> judge_improvements(
    const training::EvaluationResult& published, const ComparisonOptions& options = {});

}  // namespace trimtab::results
