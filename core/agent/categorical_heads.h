// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/agent/aligned_vector.h"

namespace trimtab::agent {

/// Independent categorical distributions, one a head, over a batch of rows of logits. A masked index has
/// probability 0; a head whose indices are all masked counts as unmasked. Keeps its buffers between batches.
class CategoricalHeads {
  public:
    explicit CategoricalHeads(std::vector<int> sizes);

    /// logits: float32[rows, stride], heads one after another from column 0; masks: uint8[rows, M] or null.
    void set(const float* logits, std::ptrdiff_t stride, int rows, const std::uint8_t* masks);

    [[nodiscard]] int heads() const { return static_cast<int>(sizes_.size()); }
    [[nodiscard]] const std::vector<int>& sizes() const { return sizes_; }

    /// Of one row, float[M]: logits minus their head's maximum, and the exponentials of those.
    [[nodiscard]] const float* shifted(int row) const { return shifted_.data() + offset(row); }
    [[nodiscard]] const float* weights(int row) const { return weights_.data() + offset(row); }

    /// Samples each head with random bits that start at `bits`; returns the log probability of the whole
    /// action.
    float sample(int row, std::uint64_t bits, std::int32_t* action) const;
    /// The most probable index of each head, the first where equal.
    float most_probable(int row, std::int32_t* action) const;
    /// Probabilities, float[M].
    void probabilities(int row, float* out) const;

  private:
    [[nodiscard]] std::size_t offset(int row) const { return static_cast<std::size_t>(row) * stride_; }

    std::vector<int> sizes_;
    std::size_t total_;
    std::size_t stride_;
    FloatVector shifted_;
    FloatVector weights_;
};

}  // namespace trimtab::agent
