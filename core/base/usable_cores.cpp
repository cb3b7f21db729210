// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/usable_cores.h"

#include <sched.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <limits>
#include <sstream>
#include <thread>

namespace trimtab {
namespace {

double cores_of_affinity() {
    cpu_set_t set;
    CPU_ZERO(&set);
    // Fails on a machine of more than 1024 processors.
    if (::sched_getaffinity(0, sizeof set, &set) == 0) return CPU_COUNT(&set);
    return std::max(1U, std::thread::hardware_concurrency());
}

std::string text_of(const std::filesystem::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// "200000 100000": the microseconds of a period that the group may run, and the period; "max" for no limit.
double quota_of(const std::filesystem::path& group) {
    double quota_us = 0;
    double period_us = 0;
    std::ifstream in(group / "cpu.max");
    if (in >> quota_us >> period_us && quota_us > 0 && period_us > 0) return quota_us / period_us;
    return std::numeric_limits<double>::infinity();
}

}  // namespace

double cpu_quota_cores(const std::filesystem::path& root, const std::string& membership) {
    double cores = quota_of(root);
    std::istringstream lines(membership);
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("0::/")) continue;  // a hierarchy of version 1
        std::filesystem::path group = root;
        for (const auto& part : std::filesystem::path(line.substr(4))) {
            group /= part;
            cores = std::min(cores, quota_of(group));
        }
    }
    return cores;
}

int usable_cores() {
    static const double quota = cpu_quota_cores("/sys/fs/cgroup", text_of("/proc/self/cgroup"));
    return std::max(1, static_cast<int>(std::ceil(std::min(cores_of_affinity(), quota))));
}

}  // namespace trimtab
