// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/agent/actor_critic.h"
#include "core/base/expected.h"

namespace trimtab::agent {

/// A policy as plain numbers.
struct PolicyNumbers {
    NetworkLayout layout;
    FloatVector weights;                 ///< flat, as the layout says
    std::vector<double> mean, variance;  ///< of each input, float64[D]; empty: inputs are not scaled
};

/// What libtrimtab_torch.so does. That library alone is linked with LibTorch and loaded when it is first
/// asked for: loading LibTorch takes 0.6 s and 150 MB, and training on the CPU, the window's start and most
/// commands do without.
struct TorchFunctions {
    const char* trimtab_version;
    std::string (*torch_version)();
    bool (*cuda_available)();
    Expected<std::unique_ptr<ActorCritic>> (*make_actor_critic)(NetworkLayout layout,
                                                                const Parameters& parameters,
                                                                const std::string& device);
    Expected<std::string> (*encode_torchscript)(const PolicyNumbers& policy,
                                                const std::map<std::string, std::string>& extra_files);
};

/// The functions of libtrimtab_torch.so in lib/trimtab of the nearest folder above this program (or module).
/// Any thread; loaded once a process and kept. `unsupported` where the library is missing, cannot be loaded,
/// or is another version's.
[[nodiscard]] Expected<const TorchFunctions*> torch_functions();

}  // namespace trimtab::agent
