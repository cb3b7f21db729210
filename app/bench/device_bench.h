// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/base/expected.h"
#include "core/base/run_control.h"

namespace trimtab::app {

/// One network and minibatch: the time of one minibatch of an update, with copies to and from the device.
struct DeviceTiming {
    int hidden_size = 0;  ///< of two layers
    int batch_size = 0;
    double cpu_us = 0;
    double cuda_us = 0;  ///< NaN without a CUDA device
};

struct DeviceBench {
    bool cuda = false;  ///< whether LibTorch finds a CUDA device
    std::vector<DeviceTiming> timings;

    /// From which width and batch on the GPU is faster, in a sentence.
    [[nodiscard]] std::string conclusion() const;
};

/// Times widths of 64 to 1024 with minibatches of 64 to 4096, the processor on as many threads as there are
/// cores.
[[nodiscard]] Expected<DeviceBench> run_device_bench(double seconds, StopToken stop = {});

}  // namespace trimtab::app
