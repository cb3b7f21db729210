// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/base/expected.h"
#include "core/base/run_control.h"

namespace trimtab::app {

/// One `trimtab train` in a process of its own.
struct TrainingProcess {
    std::string name;                    ///< for messages
    std::vector<std::string> arguments;  ///< of the program, "train" first
    std::string folder;                  ///< its run folder, once it has ended well
};

/// Runs them, `parallel` at a time, each on one thread; a stop interrupts them all and waits until they have
/// saved. `ended` is called as each one ends well. The first that fails ends the rest.
[[nodiscard]] Expected<void> run_training_processes(
    std::vector<TrainingProcess>& processes, int parallel, StopToken stop,
    const std::function<Expected<void>(const TrainingProcess&)>& ended,
    const std::function<void(std::size_t done)>& progress);

}  // namespace trimtab::app
