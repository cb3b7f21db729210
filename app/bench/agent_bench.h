// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/base/expected.h"

namespace trimtab::app {

/// Speed of the agent on one core: 31 inputs, a shared trunk of two layers of 256, heads of 5, 5 and 3,
/// minibatches of
/// 64. Times are the best of several rounds, as the arithmetic rate they are compared with is.
struct AgentBench {
    double act_us_b1 = 0;       ///< sampling actions, log probabilities and values for one environment
    double act_us_b64 = 0;      ///< the same for 64
    double update_us_mb64 = 0;  ///< one minibatch of an update: gathering, loss, gradient, clipping, Adam
    double sgemm_gflops = 0;    ///< of the loaded BLAS on 512 x 512 matrices, one thread; NaN without one
    double update_floor_ratio =
        0;                ///< update time over FLOPs / sgemm (forward, and backward without input gradients)
    std::string kernels;  ///< instruction set of the agent's own kernels
    std::string blas;
    std::string torch;
};

/// Measures for about `seconds`. The update runs on `update_threads` threads.
[[nodiscard]] Expected<AgentBench> run_agent_bench(double seconds, int update_threads = 1);

}  // namespace trimtab::app
