// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace trimtab::agent {

/// The system's BLAS, libblas.so.3, which Debian's LibTorch takes: "OpenBLAS 0.3.21 Haswell", "BLIS", "MKL",
/// "reference", or "unknown". Loads it.
[[nodiscard]] std::string blas_name();

/// One sentence to show at program start when that is the unoptimised reference BLAS, with what to install;
/// else empty. PPO on the CPU has kernels of its own; LibTorch's operations depend on it.
[[nodiscard]] std::string blas_warning();

/// Rate of its sgemm on size x size matrices, best of several, one thread; NaN where there is none.
[[nodiscard]] double measure_sgemm_gflops(int size = 512);

}  // namespace trimtab::agent
