// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace trimtab::agent {

/// The BLAS that is loaded: "OpenBLAS 0.3.21 Haswell", "reference", or "unknown".
[[nodiscard]] std::string blas_name();

/// One sentence to show at program start when the loaded BLAS is the unoptimised reference one, with what to
/// install; else empty. PPO on the CPU has kernels of its own; LibTorch's operations depend on it.
[[nodiscard]] std::string blas_warning();

/// Keeps OpenBLAS to one thread in this process: results then do not depend on the machine's cores, and its
/// threads do not fight with the trainer's. Nothing where another BLAS is loaded.
void pin_blas_to_one_thread();

/// Rate of sgemm on size x size matrices, best of several, one thread; NaN where
/// LibTorch brings no BLAS with the usual symbols.
[[nodiscard]] double measure_sgemm_gflops(int size = 512);

}  // namespace trimtab::agent
