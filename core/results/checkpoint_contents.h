// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/agent/tensor_archive.h"
#include "core/base/expected.h"
#include "core/config/config.h"

namespace trimtab::results {

/// What an entry of a checkpoint is for.
enum class TensorRole { weight, normalizer, optimizer, text, state };

struct TensorEntry {
    std::string name;  ///< "trunk.0.weight"
    TensorRole role = TensorRole::weight;
    agent::ElementType type = agent::ElementType::float32;
    std::vector<std::int64_t> shape;
    std::uint64_t bytes = 0;

    [[nodiscard]] std::string shape_text() const;  ///< "256 x 31"; "scalar" without dimensions
    [[nodiscard]] std::string type_text() const;   ///< "float32"
};

/// A `.pt` file looked at from outside: its layout, and where it comes from.
struct CheckpointContents {
    std::filesystem::path file;
    std::uint64_t bytes = 0;
    std::string sha256;
    std::vector<TensorEntry> tensors;  ///< by name
    std::int64_t parameters = 0;       ///< trainable numbers
    int observation_size = 0;
    std::vector<int> action_sizes;
    bool resumable = false;                        ///< carries the optimiser and the trainer's state
    std::map<std::string, std::string> metadata;   ///< free text by key
    std::string provenance;                        ///< program and machine that wrote it; may be empty
    std::shared_ptr<const config::Config> config;  ///< that it was trained with; null where it tells none
    std::string config_problem;                    ///< why there is none
};

/// Reads the file completely, so that what opens here can also be played. Errors as load_checkpoint().
[[nodiscard]] Expected<CheckpointContents> read_checkpoint_contents(const std::filesystem::path& file);

}  // namespace trimtab::results
