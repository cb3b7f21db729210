// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/agent/policy.h"
#include "core/base/expected.h"
#include "core/base/run_control.h"
#include "core/config/config.h"
#include "core/environment/reward.h"

namespace trimtab::agent {

/// Where and how candidates are played. Every episode is one of the calibration seeds (SIMULATOR 8), never a
/// test episode.
struct SearchSetup {
    config::Config config;
    environment::BaselineSet baselines;
    std::vector<std::string> patterns;
    int runs = 40;    ///< episodes a pattern that the finalists play
    int threads = 0;  ///< 0: one a core; never changes the result
    StopToken stop;
};

struct SearchResult {
    int best = 0;               ///< index of the candidate
    double mean_return = 0;     ///< over all patterns and runs
    std::int64_t episodes = 0;  ///< played in all: the budget
    std::string budget;         ///< the same in words
};

/// A policy for a candidate; called from several threads.
using MakeCandidate = std::function<std::unique_ptr<Policy>(int candidate)>;

/// The candidate with the highest mean return, by successive halving: all play a tenth of the runs, the best
/// twelfth (at least 16) three tenths, the best 6 of those all. All play the same episodes. count >= 1.
[[nodiscard]] Expected<SearchResult> search_best(const SearchSetup& setup, int count,
                                                 const MakeCandidate& make);

}  // namespace trimtab::agent
