// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/agent/tensor_archive.h"

namespace trimtab::agent {

/// What data.pkl of a `.pt` file says about one tensor: a window into a storage record. Sizes are not yet
/// checked against the record.
struct PickledTensor {
    ElementType type = ElementType::uint8;
    std::string storage;            ///< name of the record under data/
    std::int64_t storage_size = 0;  ///< elements
    std::int64_t offset = 0;        ///< elements
    std::vector<std::int64_t> shape;
    std::vector<std::int64_t> strides;
};

/// The pickle (protocol 2) of a dict from names to contiguous tensors, one storage each, numbered in order of
/// name.
[[nodiscard]] std::string write_tensor_pickle(const TensorArchive& tensors);

/// Interprets such a pickle. The machine has the opcodes that a dict of tensors needs, and of all importable
/// names those that build one; anything else is a `parse_error` that names it. Nothing is imported, called or
/// executed.
[[nodiscard]] Expected<std::map<std::string, PickledTensor>> read_tensor_pickle(std::string_view pickle);

}  // namespace trimtab::agent
