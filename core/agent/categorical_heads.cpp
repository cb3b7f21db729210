// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agent/categorical_heads.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/agent/kernels.h"
#include "core/base/seeded_draw.h"

namespace trimtab::agent {

namespace {

constexpr float masked_logit = -1e4F;  // its exponential is 0 and products with it stay finite

bool any_allowed(const std::uint8_t* mask, int size) {
    return std::any_of(mask, mask + size, [](std::uint8_t allowed) { return allowed != 0; });
}

}  // namespace

CategoricalHeads::CategoricalHeads(std::vector<int> sizes)
    : sizes_(std::move(sizes)),
      total_(static_cast<std::size_t>(std::accumulate(sizes_.begin(), sizes_.end(), 0))),
      stride_(static_cast<std::size_t>(padded(static_cast<int>(total_)))) {}

void CategoricalHeads::set(const float* logits, std::ptrdiff_t stride, int rows, const std::uint8_t* masks) {
    const std::size_t needed = static_cast<std::size_t>(rows) * stride_;
    if (shifted_.size() < needed) {
        shifted_.resize(needed);
        weights_.resize(needed);
    }
    for (int row = 0; row < rows; ++row) {
        const float* z = logits + row * stride;
        const std::uint8_t* mask =
            masks == nullptr ? nullptr : masks + static_cast<std::size_t>(row) * total_;
        float* out = shifted_.data() + offset(row);
        for (const int size : sizes_) {
            const bool masked = mask != nullptr && any_allowed(mask, size);
            float maximum = -std::numeric_limits<float>::infinity();
            for (int i = 0; i < size; ++i) {
                if (!masked || mask[i] != 0) maximum = std::max(maximum, z[i]);
            }
            for (int i = 0; i < size; ++i) out[i] = !masked || mask[i] != 0 ? z[i] - maximum : masked_logit;
            z += size;
            out += size;
            if (mask != nullptr) mask += size;
        }
    }
    std::copy_n(shifted_.begin(), needed, weights_.begin());
    kernels().exp(needed, weights_.data());
}

float CategoricalHeads::sample(int row, std::uint64_t bits, std::int32_t* action) const {
    const float* weight = weights(row);
    const float* logit = shifted(row);
    float chosen = 0;
    double normalizer = 1;
    for (const int size : sizes_) {
        double sum = 0;
        for (int i = 0; i < size; ++i) sum += static_cast<double>(weight[i]);
        const double target = unit_interval(bits) * sum;
        bits = mix64(bits);
        int index = -1;
        double cumulative = 0;
        for (int i = 0; i < size; ++i) {
            cumulative += static_cast<double>(weight[i]);
            if (weight[i] > 0)
                index = i;  // the last possible one, should rounding leave the target above the sum
            if (cumulative > target && weight[i] > 0) break;
        }
        index = std::max(index, 0);
        *action++ = index;
        chosen += logit[index];
        normalizer *= sum;
        weight += size;
        logit += size;
    }
    return chosen - static_cast<float>(std::log(normalizer));
}

float CategoricalHeads::most_probable(int row, std::int32_t* action) const {
    const float* weight = weights(row);
    const float* logit = shifted(row);
    float chosen = 0;
    double normalizer = 1;
    for (const int size : sizes_) {
        double sum = 0;
        int index = 0;
        for (int i = 0; i < size; ++i) {
            sum += static_cast<double>(weight[i]);
            if (logit[i] > logit[index]) index = i;
        }
        *action++ = index;
        chosen += logit[index];
        normalizer *= sum;
        weight += size;
        logit += size;
    }
    return chosen - static_cast<float>(std::log(normalizer));
}

void CategoricalHeads::probabilities(int row, float* out) const {
    const float* weight = weights(row);
    for (const int size : sizes_) {
        double sum = 0;
        for (int i = 0; i < size; ++i) sum += static_cast<double>(weight[i]);
        for (int i = 0; i < size; ++i) *out++ = static_cast<float>(static_cast<double>(weight[i]) / sum);
        weight += size;
    }
}

}  // namespace trimtab::agent
