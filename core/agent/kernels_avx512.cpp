// SPDX-License-Identifier: GPL-3.0-or-later
#define KERNEL_WIDTH 16
#define KERNEL_ROWS 8
#define KERNEL_NAME "avx512"
#include "core/agent/kernels_body.h"

namespace trimtab::agent {

const Kernels& avx512_kernels() { return table; }

}  // namespace trimtab::agent
