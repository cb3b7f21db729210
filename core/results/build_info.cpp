// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/build_info.h"

#include <sys/utsname.h>
#include <unistd.h>

#include <fstream>

#include "core/base/usable_cores.h"
#include "trimtab_build_info.h"

namespace trimtab::results {
namespace {

/// The value behind the first "key<separators>" line of a system file; empty where there is none.
std::string field_of(const char* file, const std::string& key) {
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
        if (!line.starts_with(key)) continue;
        const std::size_t at = line.find_first_of(":=");
        if (at == std::string::npos) continue;
        const std::size_t begin = line.find_first_not_of(" \t\"", at + 1);
        const std::size_t end = line.find_last_not_of(" \t\"");
        if (begin == std::string::npos) return {};
        return line.substr(begin, end - begin + 1);
    }
    return {};
}

}  // namespace

const BuildInfo& build_info() {
    static const BuildInfo info{TRIMTAB_VERSION,
                                TRIMTAB_GIT_COMMIT,
                                TRIMTAB_COMPILER,
                                TRIMTAB_BUILD_TYPE,
                                {{"torch", TRIMTAB_TORCH_VERSION},
                                 {"yaml-cpp", TRIMTAB_YAML_VERSION},
                                 {"nlohmann_json", TRIMTAB_JSON_VERSION},
                                 {"boost", TRIMTAB_BOOST_VERSION}}};
    return info;
}

std::string program_name() {
    return "trimtab " + build_info().version + " (" + build_info().git_commit.substr(0, 8) + ")";
}

std::map<std::string, std::string> machine_info() {
    std::map<std::string, std::string> machine;
    machine["processor"] = field_of("/proc/cpuinfo", "model name");
    machine["cores"] = std::to_string(usable_cores());
    const long pages = ::sysconf(_SC_PHYS_PAGES), page_size = ::sysconf(_SC_PAGESIZE);
    machine["memory_mib"] = std::to_string(pages / 1024 * page_size / 1024);
    utsname names{};
    if (::uname(&names) == 0) {
        machine["host"] = names.nodename;
        machine["kernel"] = std::string(names.sysname) + " " + names.release;
    }
    machine["system"] = field_of("/etc/os-release", "PRETTY_NAME");
    return machine;
}

}  // namespace trimtab::results
