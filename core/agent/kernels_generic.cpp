// SPDX-License-Identifier: GPL-3.0-or-later
#define KERNEL_WIDTH 4
#define KERNEL_ROWS 4
#define KERNEL_NAME "generic"
#include "core/agent/kernels_body.h"

namespace trimtab::agent {

const Kernels& generic_kernels() { return table; }

}  // namespace trimtab::agent
