// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "core/agent/ppo_agent.h"
#include "core/base/expected.h"

namespace trimtab::agent {

/// A `.pt` file: Python's torch.load gives a dict of tensors. Weights under PyTorch's usual names
/// ("trunk.0.weight", ...), optimiser moments under "optimizer.*", counters and the trainer's state as
/// integer tensors, text (configuration as JSON, version, observation layout) as uint8 tensors under
/// "meta.*".
struct Checkpoint {
    PpoAgent agent;
    std::map<std::string, std::string> metadata;  ///< free text by key, as passed to encode_checkpoint()
};

/// The bytes of a `.pt` file. with_optimizer: also the moments and counters that resuming needs.
[[nodiscard]] Expected<std::string> encode_checkpoint(const PpoAgent& agent,
                                                      const std::map<std::string, std::string>& metadata,
                                                      bool with_optimizer);

/// Reads a file of encode_checkpoint(). A truncated, foreign or hostile file is an error that says which;
/// nothing in it is executed. Files over 512 MiB are refused.
[[nodiscard]] Expected<Checkpoint> load_checkpoint(const std::filesystem::path& file);
[[nodiscard]] Expected<Checkpoint> decode_checkpoint(const std::string& bytes, const std::string& name);

}  // namespace trimtab::agent
