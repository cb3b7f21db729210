// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/expected.h"
#include "core/base/run_control.h"
#include "core/config/config.h"

namespace trimtab::results {

/// One parameter of the embedded cluster, before and after the fit.
struct FittedParameter {
    std::string key;  ///< "simulator.cpu_image_s"
    double before = 0;
    double after = 0;
    std::string note;  ///< why it was not fitted, or what it rests on
};

/// How far simulated windows are from recorded ones; NaN where there is none to compare.
struct FitError {
    double latency_p95_percent = 0;     ///< typical ratio of the two, less 1: exp(rms of the log ratio) - 1
    double throughput_percent = 0;      ///< root mean square, relative
    double gpu_utilization_points = 0;  ///< root mean square, percentage points
    double cpu_utilization_points = 0;
    double ready_pods = 0;  ///< root mean square of the mean ready pods of a window
    int windows = 0;
};

struct SimulatorFit {
    std::vector<FittedParameter> parameters;
    FitError before;                         ///< over the windows that were fitted
    FitError after;                          ///< the same windows, fitted parameters
    FitError held_out;                       ///< windows that the fit has not seen: the last quarter
    int startups_gpu = 0, startups_cpu = 0;  ///< that were timed in the recording
    config::SimulatorConfig simulator;       ///< with the fitted parameters
};

/// Calibrates the embedded cluster to a recording (a run folder): service times, batch law and start-up times
/// are searched so that the recorded load under the recorded allocations gives the recorded windows.
/// Deterministic; takes seconds. not_found where there are fewer than eight windows with data.
[[nodiscard]] Expected<SimulatorFit> fit_simulator(const std::filesystem::path& folder,
                                                   const config::Config& config, StopToken stop);

}  // namespace trimtab::results
