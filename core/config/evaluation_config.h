// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace trimtab::config {

/// Section `evaluation`. Test seeds are 1000 x pattern index + run (SIMULATOR 8); calibration uses episodes
/// 10000 onward.
struct EvaluationConfig {
    std::vector<std::string> patterns;  ///< empty: those of `load.patterns`
    std::vector<std::string> policies = {"static-gpu", "static-cpu",     "best-static",    "random",
                                         "hpa",        "hpa-calibrated", "rule-calibrated"};
    int runs = 100;             ///< paired episodes a pattern
    int calibration_runs = 40;  ///< episodes a pattern for every candidate of a search
    double confidence = 0.95;
    int bootstrap_resamples = 2000;
    int timelines = 1;  ///< the first N runs of each pattern keep every step and why it was decided
    int threads = 0;    ///< 0: one a core
    bool published_improvements = true;  ///< also judges the expected improvements, in profile `published`
};

}  // namespace trimtab::config
