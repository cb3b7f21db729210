// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agent/torch_exports.h"

extern "C" __attribute__((visibility("default"))) const trimtab::agent::TorchFunctions*
trimtab_torch_functions() {
    namespace libtorch = trimtab::agent::libtorch;
    static const trimtab::agent::TorchFunctions functions{
        TRIMTAB_VERSION, libtorch::version, libtorch::cuda_available, libtorch::make_actor_critic,
        libtorch::encode_torchscript};
    return &functions;
}
