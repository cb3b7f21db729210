// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/base/run_control.h"
#include "core/config/config.h"
#include "core/results/run_folder.h"

namespace trimtab::results {

/// One run of a results folder, as a list shows it.
struct LibraryRun {
    std::filesystem::path folder;
    std::string kind;  ///< training, evaluation or comparison
    RunState state = RunState::dead;
    std::string profile;                ///< empty where config.yaml cannot be read
    std::vector<std::uint64_t> seeds;   ///< of training; empty where not known
    double best_return = 0;             ///< of an evaluation while training; NaN where there is none
    double steps = 0;                   ///< environment steps done; NaN where not known
    double started = 0;                 ///< seconds since 1970; 0 where not known
    double ended = 0;                   ///< 0 while it runs
    std::string config_hash;            ///< empty where not known
    std::string group;                  ///< equal for runs that differ in their seed only
    std::vector<std::string> problems;  ///< in words for a person
    std::shared_ptr<const config::Config> config;  ///< null where it cannot be read
    std::filesystem::file_time_type manifest_written{};
};

/// Every run of a results folder, newest first. A run of `known` whose manifest has not been written since is
/// taken from there (its state as of now), so that looking again is cheap. A stop gives what was read so far.
[[nodiscard]] std::vector<LibraryRun> scan_library(const std::filesystem::path& results_dir,
                                                   std::span<const LibraryRun> known = {},
                                                   StopToken stop = {});

/// One configuration key in which runs differ.
struct ConfigContrast {
    std::string key;                  ///< "agent.learning_rate"
    std::string unit;                 ///< or empty
    std::vector<std::string> values;  ///< one a configuration, as --set reads it
};

/// The keys that are not the same in all of them, in the order of the configuration table.
[[nodiscard]] std::vector<ConfigContrast> contrasting_keys(std::span<const config::Config* const> configs);

/// "<profile> <hash>" of a configuration without its seed: equal for repetitions of one experiment.
[[nodiscard]] std::string experiment_group(config::Config config);

}  // namespace trimtab::results
