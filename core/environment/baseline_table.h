// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/expected.h"
#include "core/base/run_control.h"
#include "core/config/config.h"
#include "core/environment/reward.h"

namespace trimtab::environment {

/// How a measurement may run; none of it changes the result.
struct MeasureOptions {
    int threads = 0;  ///< 0: one a core
    std::filesystem::path
        cache_file;  ///< text file of earlier measurements, read and extended; empty: memory only
    StopToken stop;
};

/// The patterns that a configuration can meet: those of `load` and of `evaluation`, each once.
[[nodiscard]] std::vector<std::string> configured_patterns(const config::Config& config);

/// The table that rewards are relative to, for every configured pattern: published (DESIGN 3.2) or measured.
/// A measurement is done once for each configuration that matters to it; those of the default and `day`
/// profiles ship with the program, and a test measures them again. Any thread.
[[nodiscard]] Expected<BaselineSet> baselines_for(const config::Config& config,
                                                  const MeasureOptions& options = {});

/// Plays static-gpu and static-cpu on the baseline seeds (SIMULATOR 8) and pools their responses: the lower
/// p95 and the higher served share. `episodes` 0: 200, or 40 where an episode is longer than 1000 s.
[[nodiscard]] Expected<Baseline> measure_baseline(const config::Config& config, const std::string& pattern,
                                                  int episodes = 0, const MeasureOptions& options = {});

/// What a measurement depends on, as text; equal keys mean equal baselines.
[[nodiscard]] std::string baseline_key(const config::Config& config, const std::string& pattern);

}  // namespace trimtab::environment
