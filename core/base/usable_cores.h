// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace trimtab {

/// Cores that this process may keep busy, at least 1: those of its CPU affinity (taskset, Slurm), and no more
/// than its control group's CPU quota (a container's limit), rounded up. hardware_concurrency() tells those
/// of the whole machine.
[[nodiscard]] int usable_cores();

/// The smallest CPU quota, in cores, of the control group that `membership` (the text of /proc/self/cgroup)
/// names under `root`, and of the groups around it; infinity without one. Version 2 of cgroups
/// (https://docs.kernel.org/admin-guide/cgroup-v2.html, cpu.max).
[[nodiscard]] double cpu_quota_cores(const std::filesystem::path& root, const std::string& membership);

}  // namespace trimtab
