// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/expected.h"

namespace trimtab::agent {

enum class ElementType { uint8, int64, float32, float64 };

/// Bytes.
[[nodiscard]] constexpr std::size_t element_size(ElementType type) {
    return type == ElementType::uint8 ? 1 : type == ElementType::float32 ? 4 : 8;
}

/// A contiguous, row-major tensor. `bytes` (little-endian) belongs to somebody else: to the writer's caller,
/// or to the file that was read.
struct ArchiveTensor {
    ElementType type = ElementType::uint8;
    std::vector<std::int64_t> shape;
    std::string_view bytes;
};

using TensorArchive = std::map<std::string, ArchiveTensor>;

/// The bytes of the file that Python's `torch.save(dict of tensors)` would make: a stored zip with data.pkl
/// and a record per tensor. torch.load reads it, with weights_only too. Equal tensors give equal bytes.
[[nodiscard]] std::string write_tensor_archive(const TensorArchive& tensors);

/// Reads such a file without LibTorch: the zip's bounds and checksums are verified, the pickle is interpreted
/// by a machine that knows only dicts and tensors and can call nothing. `parse_error` says what the file is
/// instead. The result refers to `bytes`. `name` is the file's, for messages.
[[nodiscard]] Expected<TensorArchive> read_tensor_archive(std::string_view bytes, const std::string& name);

}  // namespace trimtab::agent
