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

/// How well the places for processes were used.
struct SlotUse {
    int slots = 0;          ///< processes at a time
    double wall_s = 0;      ///< from the first start to the last end
    double occupied_s = 0;  ///< summed over the slots: time in which a process held one
    double cpu_s = 0;       ///< user and system time of the processes

    /// Of the slots' time, in which a process held them; 0..1.
    [[nodiscard]] double occupied_fraction() const { return wall_s > 0 ? occupied_s / (wall_s * slots) : 0; }
    /// Of the slots' time, which the processes computed; other work on the machine lowers it.
    [[nodiscard]] double cpu_fraction() const { return wall_s > 0 ? cpu_s / (wall_s * slots) : 0; }
    SlotUse& operator+=(const SlotUse& other);
};

/// Runs them, `parallel` at a time; the next one starts within a millisecond of an end. A stop interrupts
/// them all, waits until they have saved, and gives `cancelled`. They do not outlive this process.
[[nodiscard]] Expected<SlotUse> run_training_processes(const std::vector<TrainingProcess>& processes,
                                                       int parallel, StopToken stop,
                                                       const ProcessEnded& ended,
                                                       const std::function<void(std::size_t done)>& progress);

}  // namespace trimtab::app
