// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/base/expected.h"
#include "core/base/run_control.h"

namespace trimtab::app {

/// One run of this program in a process of its own: a seed of a pipeline, a row of a sweep.
struct TrainingProcess {
    std::string name;                    ///< for messages
    std::vector<std::string> arguments;  ///< of the program, the command first
    std::filesystem::path log;  ///< takes its standard error; empty: kept for the message of a failure
};

/// Takes a process that has ended: the last line of its standard output, or why it failed. An error of its
/// own ends all the others.
using ProcessEnded = std::function<Expected<void>(std::size_t index, const Expected<std::string>& outcome)>;

/// Runs them, `parallel` at a time; the next one starts within a millisecond of an end. A stop interrupts
/// them all, waits until they have saved, and gives `cancelled`. They do not outlive this process.
[[nodiscard]] Expected<void> run_training_processes(const std::vector<TrainingProcess>& processes,
                                                    int parallel, StopToken stop, const ProcessEnded& ended,
                                                    const std::function<void(std::size_t done)>& progress);

}  // namespace trimtab::app
