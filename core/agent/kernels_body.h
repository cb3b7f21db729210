// SPDX-License-Identifier: GPL-3.0-or-later
// The kernels' source, included by one translation unit per instruction set, which defines KERNEL_WIDTH
// (floats in a register), KERNEL_ROWS (rows of a tile) and KERNEL_NAME. Everything here has internal linkage
// and no standard header with code is included: a function that is compiled for a newer processor must never
// be shared with the program.
#pragma once

#include "core/agent/kernels.h"

#if defined(__clang__)
#define KERNEL_UNROLL _Pragma("unroll")
#else
#define KERNEL_UNROLL _Pragma("GCC unroll 16")
#endif

namespace trimtab::agent {
namespace {

using std::ptrdiff_t;
using std::size_t;

constexpr int width = KERNEL_WIDTH;
using Vector = float __attribute__((vector_size(KERNEL_WIDTH * 4)));
using LooseVector = float __attribute__((vector_size(KERNEL_WIDTH * 4), aligned(4), may_alias));
using Quad = float __attribute__((vector_size(16)));
using LooseQuad = float __attribute__((vector_size(16), aligned(4), may_alias));

inline Vector load(const float* p) { return *reinterpret_cast<const LooseVector*>(p); }
inline void store(float* p, Vector v) { *reinterpret_cast<LooseVector*>(p) = v; }
inline Vector broadcast(float x) { return x - Vector{}; }

/// A tile of Rows x (Columns registers) of the product, held in registers over the whole inner dimension.
template <int Rows, int Columns>
inline __attribute__((always_inline)) void multiply_tile(int k, const float* a, ptrdiff_t a_row,
                                                         ptrdiff_t a_column, const float* b, ptrdiff_t ldb,
                                                         const float* bias, float* c, ptrdiff_t ldc) {
    Vector sum[Rows][Columns];
    KERNEL_UNROLL
    for (int i = 0; i < Rows; ++i) {
        KERNEL_UNROLL
        for (int j = 0; j < Columns; ++j) sum[i][j] = bias != nullptr ? load(bias + j * width) : Vector{};
    }
    for (int p = 0; p < k; ++p) {
        Vector row[Columns];
        KERNEL_UNROLL
        for (int j = 0; j < Columns; ++j) row[j] = load(b + p * ldb + j * width);
        KERNEL_UNROLL
        for (int i = 0; i < Rows; ++i) {
            const Vector x = broadcast(a[i * a_row + p * a_column]);
            KERNEL_UNROLL
            for (int j = 0; j < Columns; ++j) sum[i][j] += x * row[j];
        }
    }
    KERNEL_UNROLL
    for (int i = 0; i < Rows; ++i) {
        KERNEL_UNROLL
        for (int j = 0; j < Columns; ++j) store(c + i * ldc + j * width, sum[i][j]);
    }
}

/// All rows of one column panel.
template <int Columns>
void multiply_panel(int m, int k, const float* a, ptrdiff_t a_row, ptrdiff_t a_column, const float* b,
                    ptrdiff_t ldb, const float* bias, float* c, ptrdiff_t ldc) {
    int i = 0;
    for (; i + KERNEL_ROWS <= m; i += KERNEL_ROWS) {
        multiply_tile<KERNEL_ROWS, Columns>(k, a + i * a_row, a_row, a_column, b, ldb, bias, c + i * ldc,
                                            ldc);
    }
    for (; i + 2 <= m; i += 2) {
        multiply_tile<2, Columns>(k, a + i * a_row, a_row, a_column, b, ldb, bias, c + i * ldc, ldc);
    }
    if (i < m) multiply_tile<1, Columns>(k, a + i * a_row, a_row, a_column, b, ldb, bias, c + i * ldc, ldc);
}

void multiply(int m, int n, int k, const float* a, ptrdiff_t a_row, ptrdiff_t a_column, const float* b,
              ptrdiff_t ldb, const float* bias, float* c, ptrdiff_t ldc) {
    int j = 0;
    if (m == 1) {
        // A single row is bound by latency and by reading b: as many independent sums as there are registers
        // for.
        for (; j + 8 * width <= n; j += 8 * width) {
            multiply_tile<1, 8>(k, a, a_row, a_column, b + j, ldb, bias != nullptr ? bias + j : nullptr,
                                c + j, ldc);
        }
    }
    for (; j + 2 * width <= n; j += 2 * width) {
        multiply_panel<2>(m, k, a, a_row, a_column, b + j, ldb, bias != nullptr ? bias + j : nullptr, c + j,
                          ldc);
    }
    for (; j < n; j += width) {
        multiply_panel<1>(m, k, a, a_row, a_column, b + j, ldb, bias != nullptr ? bias + j : nullptr, c + j,
                          ldc);
    }
}

inline Quad load_quad(const float* p) { return *reinterpret_cast<const LooseQuad*>(p); }
inline void store_quad(float* p, Quad v) { *reinterpret_cast<LooseQuad*>(p) = v; }

inline __attribute__((always_inline)) void transpose_4x4(const float* s, ptrdiff_t ld_source, float* t,
                                                         ptrdiff_t ld_target) {
    const Quad a = load_quad(s), b = load_quad(s + ld_source);
    const Quad d = load_quad(s + 2 * ld_source), e = load_quad(s + 3 * ld_source);
    const Quad ab_low = __builtin_shufflevector(a, b, 0, 4, 1, 5);
    const Quad ab_high = __builtin_shufflevector(a, b, 2, 6, 3, 7);
    const Quad de_low = __builtin_shufflevector(d, e, 0, 4, 1, 5);
    const Quad de_high = __builtin_shufflevector(d, e, 2, 6, 3, 7);
    store_quad(t, __builtin_shufflevector(ab_low, de_low, 0, 1, 4, 5));
    store_quad(t + ld_target, __builtin_shufflevector(ab_low, de_low, 2, 3, 6, 7));
    store_quad(t + 2 * ld_target, __builtin_shufflevector(ab_high, de_high, 0, 1, 4, 5));
    store_quad(t + 3 * ld_target, __builtin_shufflevector(ab_high, de_high, 2, 3, 6, 7));
}

void transpose(int rows, int columns, const float* source, ptrdiff_t ld_source, float* target,
               ptrdiff_t ld_target) {
    constexpr int block =
        16;  // a cache line wide: with power-of-two strides lines do not survive a longer walk
    for (int r = 0; r < rows; r += block) {
        for (int c = 0; c < columns; c += block) {
            for (int i = r; i < r + block; i += 4) {
                KERNEL_UNROLL
                for (int j = c; j < c + block; j += 4) {
                    transpose_4x4(source + i * ld_source + j, ld_source, target + j * ld_target + i,
                                  ld_target);
                }
            }
        }
    }
}

void column_sums(int rows, int columns, const float* x, ptrdiff_t ld, float* out) {
    for (int c = 0; c < columns; c += width) {
        Vector even{}, odd{};
        int r = 0;
        for (; r + 2 <= rows; r += 2) {
            even += load(x + r * ld + c);
            odd += load(x + (r + 1) * ld + c);
        }
        if (r < rows) even += load(x + r * ld + c);
        store(out + c, even + odd);
    }
}

/// exp(x) - 1 split as 2^n (1 + p) - 1 with |r| <= ln 2 / 2 and p = exp(r) - 1 by its Taylor series to r^7.
struct SplitExponential {
    float scale;     ///< 2^n
    float fraction;  ///< p
};

inline __attribute__((always_inline)) SplitExponential split_exponential(float x) {
    constexpr float log2_e = 1.44269504088896341F;
    constexpr float ln2_high =
        0.693145751953125F;  // exact in 12 bits, so that n * ln2_high has no rounding error
    constexpr float ln2_low = 1.42860682030941723e-6F;
    constexpr float to_integer =
        12582912.0F;  // 1.5 * 2^23: adding it leaves the rounded integer in the low bits
    const float shifted = x * log2_e + to_integer;
    const float n = shifted - to_integer;
    const float r = (x - n * ln2_high) - n * ln2_low;
    float p = 1.0F / 5040;
    p = p * r + 1.0F / 720;
    p = p * r + 1.0F / 120;
    p = p * r + 1.0F / 24;
    p = p * r + 1.0F / 6;
    p = p * r + 0.5F;
    p = (p * r) * r + r;
    const auto bits = (__builtin_bit_cast(unsigned, shifted) + 127U) << 23U;
    return {__builtin_bit_cast(float, bits), p};
}

void tanh_in_place(size_t n, float* x) {
    for (size_t i = 0; i < n; ++i) {
        // tanh |x| = -t / (t + 2) with t = exp(-2 |x|) - 1: no cancellation anywhere. Beyond 10 it is 1 in
        // float.
        const float magnitude = __builtin_fabsf(x[i]);
        const float clamped = magnitude > 10.0F ? 10.0F : magnitude;  // a NaN stays
        const SplitExponential e = split_exponential(-2.0F * clamped);
        const float t = e.fraction * e.scale + (e.scale - 1.0F);
        x[i] = __builtin_copysignf(-t / (t + 2.0F), x[i]);
    }
}

void tanh_gradient(size_t n, const float* __restrict y, float* __restrict gradient) {
    for (size_t i = 0; i < n; ++i) gradient[i] *= 1.0F - y[i] * y[i];
}

void exp_in_place(size_t n, float* x) {
    for (size_t i = 0; i < n; ++i) {
        const float clamped = x[i] < -87.0F ? -87.0F : x[i];
        const SplitExponential e = split_exponential(clamped);
        const float value = e.fraction * e.scale + e.scale;
        x[i] = x[i] < -87.0F ? 0.0F : value;
    }
}

void add(size_t n, const float* __restrict x, float* __restrict sum) {
    for (size_t i = 0; i < n; ++i) sum[i] += x[i];
}

double sum_of_squares(size_t n, const float* x) {
    Vector even{}, odd{};
    size_t i = 0;
    for (; i + 2 * width <= n; i += 2 * width) {
        const Vector a = load(x + i), b = load(x + i + width);
        even += a * a;
        odd += b * b;
    }
    even += odd;
    double sum = 0;
    for (int lane = 0; lane < width; ++lane) sum += static_cast<double>(even[lane]);
    for (; i < n; ++i) sum += static_cast<double>(x[i]) * static_cast<double>(x[i]);
    return sum;
}

void adam(size_t n, const AdamStep& step, const float* __restrict gradient, float* __restrict weights,
          float* __restrict first_moment, float* __restrict second_moment) {
    const AdamStep s = step;
    for (size_t i = 0; i < n; ++i) {
        const float g = gradient[i] * s.gradient_scale;
        const float m = s.beta1 * first_moment[i] + (1.0F - s.beta1) * g;
        const float v = s.beta2 * second_moment[i] + (1.0F - s.beta2) * (g * g);
        first_moment[i] = m;
        second_moment[i] = v;
        weights[i] -= s.step_size * m / (__builtin_sqrtf(v) * s.inverse_sqrt_bias2 + s.epsilon);
    }
}

constexpr Kernels table = {KERNEL_NAME,   multiply,     transpose, column_sums,    tanh_in_place,
                           tanh_gradient, exp_in_place, add,       sum_of_squares, adam};

}  // namespace
}  // namespace trimtab::agent
