// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/expected.h"

namespace trimtab::app {

/// Speed of the embedded cluster on one core.
struct SimulatorBench {
    double simulator_steps_per_s =
        0;  ///< environment steps of 30 s a second of wall time, resets and warm-ups included
    double simulator_ns_per_request = 0;  ///< wall time over requests answered, the warm-ups' included
};

/// Plays episodes of ten 30-second steps with random actions over ramp, spike, periodic and random in turn,
/// straight on the default SimulatedCluster (apply, advance, window), for about `seconds` of wall time.
[[nodiscard]] Expected<SimulatorBench> run_simulator_bench(double seconds);

}  // namespace trimtab::app
