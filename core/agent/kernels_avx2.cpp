// SPDX-License-Identifier: GPL-3.0-or-later
#define KERNEL_WIDTH 8
#define KERNEL_ROWS 6
#define KERNEL_NAME "avx2"
#include "core/agent/kernels_body.h"

namespace trimtab::agent {

const Kernels& avx2_kernels() { return table; }

}  // namespace trimtab::agent
