// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace trimtab::agent {

/// Row widths are padded to this many floats, so that no kernel needs a remainder loop over columns.
inline constexpr int column_padding = 16;

/// `columns` rounded up to whole paddings.
[[nodiscard]] constexpr int padded(int columns) {
    return (columns + column_padding - 1) / column_padding * column_padding;
}

/// Constants of one Adam step (Kingma and Ba, arXiv 1412.6980).
struct AdamStep {
    float gradient_scale = 1;      ///< from clipping by global norm
    float step_size = 0;           ///< learning rate / (1 - beta1^t)
    float inverse_sqrt_bias2 = 1;  ///< 1 / sqrt(1 - beta2^t)
    float beta1 = 0.9F;
    float beta2 = 0.999F;
    float epsilon = 1e-5F;
};

/// The arithmetic of a small network on one core, compiled once per instruction set. For matrices of some
/// hundred rows and columns that live in the second-level cache these run at twice the rate of a general
/// BLAS, which packs first. Results are the same at every call on one machine, and differ in the last bits
/// between instruction sets. Pointers may be unaligned; rows are padded to column_padding.
struct Kernels {
    const char* instruction_set;

    /// c[m, n] = a b + bias. Element (i, p) of a is a[i * a_row + p * a_column], so that a transposed a costs
    /// nothing. b[k, n] and c[m, n] are row-major with strides ldb, ldc; n is a multiple of column_padding;
    /// bias[n] or null.
    void (*multiply)(int m, int n, int k, const float* a, std::ptrdiff_t a_row, std::ptrdiff_t a_column,
                     const float* b, std::ptrdiff_t ldb, const float* bias, float* c, std::ptrdiff_t ldc);

    /// target[c, r] = source[r, c]; rows and columns are multiples of column_padding.
    void (*transpose)(int rows, int columns, const float* source, std::ptrdiff_t ld_source, float* target,
                      std::ptrdiff_t ld_target);

    /// out[c] = sum over rows of x[r, c]; columns is a multiple of column_padding.
    void (*column_sums)(int rows, int columns, const float* x, std::ptrdiff_t ld, float* out);

    void (*tanh)(std::size_t n, float* x);  ///< in place; error below 3 units in the last place
    void (*tanh_gradient)(std::size_t n, const float* y, float* gradient);  ///< gradient *= 1 - y^2
    void (*exp)(std::size_t n, float* x);                     ///< in place; x <= 0, below -87 gives 0
    void (*add)(std::size_t n, const float* x, float* sum);   ///< sum += x
    double (*sum_of_squares)(std::size_t n, const float* x);  ///< NaN or Inf where an element is
    void (*adam)(std::size_t n, const AdamStep& step, const float* gradient, float* weights,
                 float* first_moment, float* second_moment);
};

/// The fastest set this processor has; chosen once.
[[nodiscard]] const Kernels& kernels();

// One table a translation unit; only those that the processor supports may be called.
[[nodiscard]] const Kernels& generic_kernels();
#if defined(__x86_64__)
[[nodiscard]] const Kernels& avx2_kernels();
[[nodiscard]] const Kernels& avx512_kernels();
#endif

}  // namespace trimtab::agent
