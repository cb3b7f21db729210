// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

#include "core/base/expected.h"

namespace trimtab::app {

/// What a pipeline has done so far: pipeline.json in the results folder, replaced atomically after every
/// stage, so that the same command continues where it was ended.
struct PipelineState {
    std::string config_hash;                       ///< another configuration starts anew
    std::map<std::uint64_t, std::string> trained;  ///< training seed -> finished run folder
    std::string comparison;                        ///< its folder, once written
};

/// An empty state where there is no file, or one of another configuration.
[[nodiscard]] Expected<PipelineState> read_pipeline_state(const std::filesystem::path& results_dir,
                                                          const std::string& config_hash);
[[nodiscard]] Expected<void> write_pipeline_state(const std::filesystem::path& results_dir,
                                                  const PipelineState& state);

}  // namespace trimtab::app
